import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { hasExamples } from './has-examples.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const document: OpenAPIObject = {
  openapi: '3.0.3',
  info: { title: 'A', version: '1' },
  paths: {},
  components: {
    schemas: {
      Bare: { type: 'object', properties: { name: { type: 'string' }, again: { $ref: '#/components/schemas/Bare' } } },
      Shown: { type: 'object', properties: { name: { type: 'string', example: 'Eroaika' } } },
      Page: { type: 'object', properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Shown' } } } },
    },
  },
};

function answering(name: string, status = '200'): Operation {
  return {
    responses: { [status]: { description: '', content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } } },
  };
}

describe('an operation shows what it answers', () => {
  it.each(['Shown', 'Page'])('by the schema %s, or by a part of it', (name) => {
    expect(hasExamples(answering(name), document)).toBe(true);
  });

  it('not when no part has an example, though the schema names itself', () => {
    expect(hasExamples(answering('Bare'), document)).toBe(false);
  });

  it('not when only the answer does, and not what is sent', () => {
    const requestBody = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Bare' } } } };
    expect(hasExamples({ ...answering('Shown'), requestBody }, document)).toBe(false);
  });

  it('when it answers nothing', () => {
    expect(hasExamples({ responses: { '204': { description: '' } } }, document)).toBe(true);
  });

  it('whatever its errors look like', () => {
    expect(hasExamples(answering('Bare', '404'), document)).toBe(true);
  });
});
