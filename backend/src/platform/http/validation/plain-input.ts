import { Problem } from '../../../kernel/problem.ts';
import { MALFORMED_REQUEST } from '../http.problems.ts';

/** No request of ours nests deeper; validation is recursive and would run out of stack. */
const deepest = 20;
/** The greatest request of ours, a week template of 500 entries, has some ten thousand. */
const mostValues = 20_000;

/**
 * Refuses what no request class can judge: nesting without end, and text that is no text. PostgreSQL stores neither U+0000 nor half of
 * a surrogate pair.
 * @throws Problem MALFORMED_REQUEST
 */
export function refuseUnlessPlain(input: unknown): void {
  let level: readonly unknown[] = [input];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    values += level.length;
    if (depth > deepest || values > mostValues || level.some(isNoText)) throw new Problem(MALFORMED_REQUEST);
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? [...Object.keys(value), ...Object.values(value)] : []));
  }
}

function isNoText(value: unknown): boolean {
  return typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed());
}
