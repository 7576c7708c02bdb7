import { allProblems, Problem, type FieldError, type ProblemDefinition, type ProblemParams } from '../../../kernel/problem.ts';
import type { AuditEntry } from '../../audit/audit-entry.ts';

/** What is stored under a key, encrypted: the answer, and what the usage log has to say each time when it is given again. */
export type Answer =
  | { readonly kind: 'result'; readonly value: unknown; readonly audit: readonly AuditEntry[] }
  | { readonly kind: 'refusal'; readonly code: string; readonly options: RefusalOptions; readonly audit?: readonly AuditEntry[] };

interface RefusalOptions {
  readonly params?: ProblemParams;
  readonly errors?: readonly FieldError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A refusal that says something about the request, and would say the same again. Overload and our own failures do not: they may be tried again. */
export function isStored(error: unknown): error is Problem {
  return error instanceof Problem && error.status < 500 && error.status !== 429;
}

export function refusalOf(problem: Problem, audit: readonly AuditEntry[] = []): Answer {
  return {
    kind: 'refusal',
    audit,
    code: problem.code,
    options: {
      ...(problem.params === undefined ? {} : { params: problem.params }),
      ...(problem.errors === undefined ? {} : { errors: problem.errors }),
      ...(problem.extensions === undefined ? {} : { extensions: problem.extensions }),
    },
  };
}

/** The problem again as it was. @throws Error when this version of the product does not know its code any more */
export function problemOf(refusal: Extract<Answer, { kind: 'refusal' }>): Problem {
  const definition = allProblems().find((candidate) => candidate.code === refusal.code);
  if (definition === undefined) throw new Error(`A stored refusal has the unknown code ${refusal.code}.`);
  // Whoever refused has filled in what the text needs, or nothing; an empty set of values would be another answer than the first.
  return new Problem<never>(definition as ProblemDefinition<never>, refusal.options);
}
