import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { fillExamples } from './fill-examples.ts';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Properties = NonNullable<Exclude<Schemas[string], { $ref: string }>['properties']>;

function exampleOf(property: Properties[string]): unknown {
  const document: OpenAPIObject = {
    openapi: '3.0.3',
    info: { title: 'A', version: '1' },
    paths: {},
    components: { schemas: { View: { type: 'object', properties: { property } } } },
  };
  const view = fillExamples(document).components?.schemas?.['View'];
  const answer = view !== undefined && !('$ref' in view) ? view.properties?.['property'] : undefined;
  return answer !== undefined && 'example' in answer ? answer.example : undefined;
}

describe('an example of a property', () => {
  it('follows from its format', () => {
    expect(exampleOf({ type: 'string', format: 'uuid' })).toMatch(/^[0-9a-f-]{36}$/);
    expect(exampleOf({ type: 'string', format: 'date-time' })).toMatch(/Z$/);
    expect(exampleOf({ type: 'string', format: 'date' })).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('is one of the values that there are', () => {
    expect(exampleOf({ type: 'string', enum: ['VISIT', 'REMOTE'] })).toBe('VISIT');
    expect(exampleOf({ type: 'array', items: { type: 'string', enum: ['VISIT', 'REMOTE'] } })).toEqual(['VISIT']);
  });

  it('stays as it was written', () => {
    expect(exampleOf({ type: 'string', format: 'date', example: '2026-12-24' })).toBe('2026-12-24');
    expect(exampleOf({ type: 'string', enum: ['VISIT', 'REMOTE'], example: 'REMOTE' })).toBe('REMOTE');
  });

  it('is not invented where nothing says what it looks like', () => {
    expect(exampleOf({ type: 'string' })).toBeUndefined();
  });
});
