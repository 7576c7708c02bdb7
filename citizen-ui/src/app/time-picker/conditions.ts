import type { AppointmentMode } from '@vuoro/ui-shared/api';
import { type TimeFilters } from './time-filters';
import { wishRequest } from './wish';

/** What may leave nothing. The way of meeting is none of them: every time of a type has all of its ways. */
export type Condition = 'unit' | 'language' | 'person';

/** The parameters of a search for free times. */
export interface TimeSearch {
  readonly appointmentTypeId: string;
  readonly mode: AppointmentMode;
  readonly unitId?: string;
  readonly language?: string;
  readonly employeeId?: string;
}

export function searchOf(appointmentTypeId: string, filters: TimeFilters): TimeSearch {
  const { unit, mode } = filters;
  return { appointmentTypeId, mode, ...(unit === null ? {} : { unitId: unit }), ...wishRequest(filters) };
}

export function conditionsOf(filters: TimeFilters): readonly Condition[] {
  return (['unit', 'language', 'person'] as const).filter((condition) => filters[condition] !== null);
}

/** The same without some of the conditions; what is found is looked at from its first day on. */
export function without(conditions: readonly Condition[]): Partial<TimeFilters> {
  return Object.fromEntries([...conditions, 'date' as const].map((condition) => [condition, null]));
}
