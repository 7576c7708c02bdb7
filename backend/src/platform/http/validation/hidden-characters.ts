import { Problem, type FieldError } from '../../../kernel/problem.ts';
import { VALIDATION_FAILED } from '../http.problems.ts';

/** The code of a field whose text holds what nobody sees. */
export const HIDDEN_CHARACTER = 'HIDDEN_CHARACTER';

// Controls but line break and tab, separators of lines, and what turns the direction of a text around: with them a text shows otherwise
// than it is, on a screen, in a message and in the log. Joiners stay, since emoji and names of some languages need them.
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/;

/**
 * Refuses hidden characters in any text of a request, wherever it stands.
 * @throws Problem VALIDATION_FAILED naming each such field
 */
export function refuseHiddenCharacters(input: unknown): void {
  const errors = hiddenIn(input, '');
  if (errors.length > 0) throw new Problem(VALIDATION_FAILED, { errors });
}

function hiddenIn(value: unknown, pointer: string): FieldError[] {
  if (typeof value === 'string') return hidden.test(value) ? [{ pointer, code: HIDDEN_CHARACTER }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => hiddenIn(part, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`));
}
