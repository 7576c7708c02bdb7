import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { ProbeModule } from '../testing/probe-application.ts';
import { generateDocuments } from './generate.ts';

interface Operation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { readonly 'x-problem-codes'?: readonly string[] }>>;
}

const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };

// There is neither a database nor a setting in this file: nothing of the application is brought to life.
const [openapi, problems] = await generateDocuments(ProbeModule);
const document = load(openapi?.text ?? '') as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: object };
};

function codesOf(operation: Operation | undefined): readonly string[] {
  return Object.values(operation?.responses ?? {}).flatMap((response) => response['x-problem-codes'] ?? []);
}

describe('the generated OpenAPI document', () => {
  it('is the same text each time', async () => {
    const [again] = await generateDocuments(ProbeModule);
    expect(again?.text).toBe(openapi?.text);
  });

  it('names operations after their methods and tells who may call them', () => {
    expect(document.paths['/api/v1/probe']?.['get']).toMatchObject({ operationId: 'readProbe', security: [] });
    expect(document.paths['/api/v1/probe/secret']?.['get']).toMatchObject({ operationId: 'readSecretProbe', security: [{ employee: [] }] });
  });

  it('documents the headers and problems that follow from the parameters', () => {
    const operation = document.paths['/api/v1/probe/keyed']?.['post'];
    expect(operation?.parameters?.map(({ name, in: place, required }) => ({ name, place, required }))).toEqual(
      expect.arrayContaining([
        { name: 'Idempotency-Key', place: 'header', required: true },
        { name: 'If-Match', place: 'header', required: true },
      ]),
    );
    expect(codesOf(operation)).toEqual(
      expect.arrayContaining(['IDEMPOTENCY_KEY_MISSING', 'IF_MATCH_MISSING', 'VERSION_CONFLICT', 'CURSOR_INVALID', 'CROSS_SITE_REQUEST']),
    );
    expect(codesOf(operation)).not.toContain('SIGN_IN_REQUIRED');
  });

  it('documents validation only where there is something to validate', () => {
    expect(codesOf(document.paths['/api/v1/probe']?.['post'])).toEqual(expect.arrayContaining(['VALIDATION_FAILED', 'BODY_TOO_LARGE']));
    expect(codesOf(document.paths['/health/live']?.['get'])).not.toContain('VALIDATION_FAILED');
  });

  it('has one schema for all problems', () => {
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['ProblemView', 'FieldErrorView', 'ProbeRequest', 'PlaceRequest']),
    );
  });

  it('leaves out what only operators read', () => {
    expect(Object.keys(document.paths)).not.toContain('/metrics');
  });
});

describe('the page of problems', () => {
  it('lists every code with its status and its operations', () => {
    expect(problems?.text).toMatch(/\| `NOT_READY` \| 503 \| Not ready \| .* \| `checks` \| `isReady` \|/);
    expect(problems?.text).toContain('- `TOO_LONG`');
  });
});
