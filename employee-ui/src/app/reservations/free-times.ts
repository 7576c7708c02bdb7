import { type CalendarDate, dateOf, instantOf } from '@vuoro/ui-shared';
import type { EmployeeFreeTimeView, FreeTimeView, ReservationView } from '@vuoro/ui-shared/api';

type Mode = ReservationView['mode'];

export interface DayOfTimes<T extends FreeTimeView = FreeTimeView> {
  readonly date: CalendarDate;
  readonly times: readonly T[];
}

/** @param times earliest first */
export function groupByDay<T extends FreeTimeView>(times: readonly T[]): DayOfTimes<T>[] {
  const days = new Map<CalendarDate, T[]>();
  for (const time of times) {
    const date = dateOf(instantOf(time.startsAt));
    days.set(date, [...(days.get(date) ?? []), time]);
  }
  return [...days].map(([date, ofDay]) => ({ date, times: ofDay }));
}

/** Nobody's visit becomes a telephone call by itself: the way of meeting stays where the new time has it. */
export function modeToKeep(present: Mode, time: Pick<FreeTimeView, 'modes'> | null): Mode {
  if (time === null || time.modes.includes(present)) return present;
  return time.modes[0] ?? present;
}

/** The alternatives of a refusal, which name their employees; whatever is not a time is left out. */
export function timesOf(alternatives: readonly unknown[]): EmployeeFreeTimeView[] {
  return alternatives.filter(isFreeTime);
}

function isFreeTime(value: unknown): value is EmployeeFreeTimeView {
  if (typeof value !== 'object' || value === null) return false;
  const { id, startsAt, endsAt, modes, employees } = value as Partial<EmployeeFreeTimeView>;
  return [id, startsAt, endsAt].every((text) => typeof text === 'string') && Array.isArray(modes) && Array.isArray(employees);
}
