import { Problem, type ProblemDefinition } from './problem.ts';

/** What a rule says: allowed, or refused for a reason. Rules are pure and total; they never throw. */
export type Verdict<Reason extends string> = Allowed | Refused<Reason>;

export interface Allowed {
  readonly allowed: true;
}

export interface Refused<Reason extends string> {
  readonly allowed: false;
  readonly reason: Reason;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const ALLOWED: Allowed = { allowed: true };

/** A refusal, to be returned by a rule. */
export function refused<Reason extends string>(reason: Reason, params?: Readonly<Record<string, string | number>>): Refused<Reason> {
  return params === undefined ? { allowed: false, reason } : { allowed: false, reason, params };
}

/**
 * Turns a refusal into the problem that belongs to its reason. Every reason must have one, so a new reason does not compile until
 * somebody has decided what the caller is told.
 * @throws Problem when the verdict is a refusal; the verdict's parameters go with it.
 */
export function refuseUnless<Reason extends string>(
  verdict: Verdict<Reason>,
  problems: Readonly<Record<NoInfer<Reason>, ProblemDefinition>>,
): asserts verdict is Allowed {
  if (!verdict.allowed) throw new Problem(problems[verdict.reason], { params: verdict.params ?? {} });
}
