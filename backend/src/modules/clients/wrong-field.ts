import { Problem } from '../../kernel/index.ts';
import { OUT_OF_RANGE, VALIDATION_FAILED } from '../../platform/http/index.ts';

/** The refusal of one field whose form the request class cannot judge. */
export function wrongField(pointer: string, code: 'WRONG_FORM' | 'REQUIRED' | typeof OUT_OF_RANGE = 'WRONG_FORM'): Problem {
  return new Problem(VALIDATION_FAILED, { errors: [{ pointer, code }] });
}
