import { Ajv, type ValidateFunction } from 'ajv';
import type { Operation } from './operations.ts';
import type { RawAnswer } from './raw-http.ts';

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: false });
const compiled = new WeakMap<object, ValidateFunction>();

/** What is wrong with an answer by the API's own document; null: nothing. */
export function complaintAbout(operation: Operation, answer: RawAnswer): string | null {
  const { status, type, text } = answer;
  if (status >= 500) return `answers ${status}: ${text.slice(0, 300)}`;
  const documented = operation.answers.get(status);
  if (documented === undefined) return `answers the undocumented status ${status}: ${text.slice(0, 300)}`;
  if (status >= 400) return complaintAboutProblem(documented.codes, answer);
  if (documented.schema === null || status === 204) return null;
  if (!type.startsWith('application/json')) return `answers ${status} as ${type}`;
  return complaintAboutShape(documented.schema, text);
}

function complaintAboutProblem(codes: readonly string[], { status, type, text }: RawAnswer): string | null {
  if (!type.startsWith('application/problem+json')) return `answers ${status} as ${type}, which is no problem document`;
  const problem = JSON.parse(text) as { status?: unknown; code?: unknown; requestId?: unknown };
  if (problem.status !== status || typeof problem.requestId !== 'string')
    return `answers ${status} with an incomplete problem document: ${text.slice(0, 300)}`;
  if (!codes.includes(String(problem.code))) return `answers ${status} with the undocumented code ${String(problem.code)}`;
  return null;
}

function complaintAboutShape(schema: object, text: string): string | null {
  const validate = compiled.get(schema) ?? ajv.compile(withNull(schema) as object);
  compiled.set(schema, validate);
  if (validate(JSON.parse(text))) return null;
  const [error] = validate.errors ?? [];
  return `answers with another shape than documented: ${error?.instancePath ?? ''} ${error?.message ?? ''}`;
}

/** OpenAPI's `nullable` as JSON Schema says it; the validator knows it beside a plain type only. */
function withNull(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withNull);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as { readonly nullable?: unknown };
  const plain = Object.fromEntries(
    Object.entries(rest).map(([name, member]) => [name, name === 'enum' || name === 'example' ? member : withNull(member)]),
  );
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}
