import { daysBetween, HELSINKI, Problem, startOfDay, toLocalDate, type Instant, type LocalDate } from '../../kernel/index.ts';
import { refuseUnplannable } from '../calendar/index.ts';
import { TEMPLATE_SPAN_INVALID } from './week-templates.problems.ts';
import type { TemplateTarget, WeekTemplateRecord } from './week-template-types.ts';

export interface TemplateToApply {
  readonly weekTemplateId: string;
  readonly employeeIds: readonly string[];
  /** Where the times are given; the template's own unit when left out. */
  readonly unitId?: string;
  /** Both included; at most 366 days. */
  readonly fromDate: LocalDate;
  readonly toDate: LocalDate;
  /** A day of the first week of the cycle. When left out, cycles are counted from Monday 1 January 2024, always alike. */
  readonly rotationStart?: LocalDate;
}

const longestDays = 366;
const usualRotationStart = toLocalDate('2024-01-01');

/** @throws Problem TEMPLATE_SPAN_INVALID, and VALIDATION_FAILED for days too far from now */
export function targetOf(request: TemplateToApply, template: WeekTemplateRecord, now: Instant): TemplateTarget {
  const days = daysBetween(request.fromDate, request.toDate) + 1;
  if (days < 1 || days > longestDays) throw new Problem(TEMPLATE_SPAN_INVALID, { params: { days: longestDays } });
  refuseUnplannable({ fromDate: startOfDay(request.fromDate, HELSINKI), toDate: startOfDay(request.toDate, HELSINKI) }, now);
  return {
    employeeIds: [...new Set(request.employeeIds)],
    unitId: request.unitId ?? template.unitId,
    fromDate: request.fromDate,
    toDate: request.toDate,
    rotationStart: request.rotationStart ?? usualRotationStart,
  };
}
