import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of a schema as requests and answers of this API use; references are followed. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly nullable?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly surface: 'CITIZEN' | 'EMPLOYEE' | null;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  /** Problem codes by documented status; none for an answer that is no problem. */
  readonly answers: ReadonlyMap<number, { readonly schema: object | null; readonly codes: readonly string[] }>;
}

interface DocumentedAnswer {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
  readonly 'x-problem-codes'?: readonly string[];
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, DocumentedAnswer>>;
}

/** All documented operations, with every reference followed. */
export function operationsOf(document: OpenAPIObject): readonly Operation[] {
  const plain = JSON.parse(JSON.stringify(document)) as {
    paths: Record<string, Record<string, DocumentedOperation>>;
    components: { schemas: Record<string, object> };
  };
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow);
    if (typeof value !== 'object' || value === null) return value;
    const reference = (value as { $ref?: string }).$ref;
    if (reference !== undefined) return follow(plain.components.schemas[reference.split('/').at(-1) ?? '']);
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, follow(member)]));
  };
  return Object.entries(plain.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => operationOf(path, method.toUpperCase(), follow(operation) as DocumentedOperation)),
  );
}

function operationOf(path: string, method: string, operation: DocumentedOperation): Operation {
  const security = operation.security?.flatMap((scheme) => Object.keys(scheme)) ?? [];
  return {
    id: operation.operationId,
    method,
    path,
    surface: security.includes('citizen') ? 'CITIZEN' : security.includes('employee') ? 'EMPLOYEE' : null,
    parameters: operation.parameters ?? [],
    body: operation.requestBody?.content['application/json']?.schema ?? null,
    answers: new Map(
      Object.entries(operation.responses).map(([status, answer]) => [
        Number(status),
        { schema: answer.content?.['application/json']?.schema ?? null, codes: answer['x-problem-codes'] ?? [] },
      ]),
    ),
  };
}
