import { ALLOWED, refused, type Verdict } from '../../kernel/index.ts';
import type { TypeContent } from './appointment-type-records.ts';

/** A language, ISO 639: two letters, or three. */
export const languagePattern = '^[a-z]{2,3}$';

/** Whom one wishes to meet; neither: anybody. */
export interface EmployeeWish {
  readonly employeeId?: string;
  /** ISO 639 code; `fse` and `fss` are the two sign languages of Finland. */
  readonly language?: string;
}

/** Whether a citizen may look for times of the type by this wish. Whoever may choose the person may also choose the language. */
export function mayWish({ employeeChoice }: Pick<TypeContent, 'employeeChoice'>, wish: EmployeeWish): Verdict<'NOT_TO_CHOOSE'> {
  if (wish.employeeId !== undefined && employeeChoice !== 'PERSON') return refused('NOT_TO_CHOOSE', { by: 'person' });
  if (wish.language !== undefined && employeeChoice === 'NONE') return refused('NOT_TO_CHOOSE', { by: 'language' });
  return ALLOWED;
}

/** The wish alone, out of a request that has more. */
export function wishOf({ employeeId, language }: { readonly [key in keyof EmployeeWish]?: string | undefined }): EmployeeWish {
  return { ...(employeeId === undefined ? {} : { employeeId }), ...(language === undefined ? {} : { language }) };
}
