import { allProblems, type ProblemDefinition } from '../../../kernel/problem.ts';
import { FORBIDDEN, NOT_FOUND, SESSION_LOCKED, SIGN_IN_REQUIRED } from '../../access/index.ts';
import {
  BODY_TOO_LARGE,
  CROSS_SITE_REQUEST,
  DATABASE_BUSY,
  INTERNAL_ERROR,
  MALFORMED_REQUEST,
  RATE_LIMITED,
  UNSUPPORTED_MEDIA_TYPE,
  VALIDATION_FAILED,
} from '../http.problems.ts';
import { problemsKey } from './api-problems.ts';

/** What the platform itself may answer follows from these. */
export interface OperationTraits {
  readonly authorized: boolean;
  /** Only they may have a shared desk, which is locked. */
  readonly ofEmployees: boolean;
  readonly changes: boolean;
  readonly hasInput: boolean;
}

interface ProblemResponse {
  readonly description: string;
  readonly content: Readonly<Record<'application/problem+json', { readonly schema: { readonly $ref: string } }>>;
  readonly 'x-problem-codes': readonly string[];
}

/**
 * The documented problems of one operation, by status.
 * @throws Error for a code that no module defines
 */
export function problemResponses(handler: object, traits: OperationTraits, place: string): Record<string, ProblemResponse> {
  const own = (Reflect.getMetadata(problemsKey, handler) ?? []) as readonly string[];
  const known = new Map(allProblems().map((definition) => [definition.code, definition]));
  const definitions = [...new Set([...own, ...codesOfPlatform(traits)])].sort().map((code) => {
    const definition = known.get(code);
    if (definition === undefined) throw new Error(`${place} documents the problem ${code}, which no module defines.`);
    return definition;
  });
  const statuses = [...new Set(definitions.map((definition) => definition.status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [String(status), response(definitions.filter((definition) => definition.status === status))]),
  );
}

function codesOfPlatform(traits: OperationTraits): readonly string[] {
  const definitions: readonly { readonly code: string }[] = [
    DATABASE_BUSY,
    INTERNAL_ERROR,
    NOT_FOUND,
    RATE_LIMITED,
    ...(traits.authorized ? [SIGN_IN_REQUIRED, FORBIDDEN] : []),
    ...(traits.ofEmployees ? [SESSION_LOCKED] : []),
    ...(traits.hasInput ? [MALFORMED_REQUEST, VALIDATION_FAILED] : []),
    // A body is read and refused before anybody asks whether the route wants one.
    ...(traits.changes ? [CROSS_SITE_REQUEST, MALFORMED_REQUEST, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE] : []),
  ];
  return definitions.map((definition) => definition.code);
}

function response(definitions: readonly ProblemDefinition[]): ProblemResponse {
  return {
    description: definitions.map((definition) => `\`${definition.code}\`: ${definition.title}.`).join(' '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemView' } } },
    'x-problem-codes': definitions.map((definition) => definition.code),
  };
}
