import { Problem, type FieldError, type Instant } from '../../kernel/index.ts';
import { OUT_OF_RANGE, VALIDATION_FAILED } from '../../platform/http/index.ts';

/** Nobody plans further ahead, and nothing older is entered late; beyond it somebody has mistyped the year. */
const mostYears = { back: 2, ahead: 3 } as const;

/**
 * Refuses what lies too far from now, by the names of the request's fields.
 * @throws Problem VALIDATION_FAILED with OUT_OF_RANGE for each such field
 */
export function refuseUnplannable(times: Readonly<Record<string, Instant | undefined>>, now: Instant): void {
  const [first, last] = [now.minus({ years: mostYears.back }), now.plus({ years: mostYears.ahead })];
  const errors: FieldError[] = Object.entries(times).flatMap(([name, time]) =>
    time !== undefined && (time < first || time > last) ? [{ pointer: `/${name}`, code: OUT_OF_RANGE }] : [],
  );
  if (errors.length > 0) throw new Problem(VALIDATION_FAILED, { errors });
}
