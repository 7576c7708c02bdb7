import type { Params } from '@angular/router';
import { type CalendarDate, isCalendarDate } from '@vuoro/ui-shared';
import type { AppointmentMode } from '@vuoro/ui-shared/api';

const MODES: readonly AppointmentMode[] = ['VISIT', 'REMOTE', 'PHONE', 'HOME', 'GROUP'];

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is searched for, as the address tells it: a search can be sent to a colleague. Nobody's name is part of it. */
export interface FindTimeAddress {
  readonly type: string | null;
  readonly unit: string | null;
  readonly mode: AppointmentMode | null;
  /** Id of an employee; null: whoever it is. */
  readonly employee: string | null;
  /** null: from now on. */
  readonly from: CalendarDate | null;
}

/** Whatever is no such thing is left out. */
export function readFindTime({ type, unit, mode, employee, from }: Params): FindTimeAddress {
  return {
    type: idOrNull(type),
    unit: idOrNull(unit),
    employee: idOrNull(employee),
    mode: MODES.find((known) => known === mode) ?? null,
    from: typeof from === 'string' && isCalendarDate(from) ? from : null,
  };
}

/** Every part is written, so that an earlier search does not stay in the address. */
export function writeFindTime({ type, unit, mode, employee, from }: FindTimeAddress): Params {
  return { type, unit, mode, employee, from };
}

export function isSameSearch(a: FindTimeAddress, b: FindTimeAddress): boolean {
  return a.type === b.type && a.unit === b.unit && a.mode === b.mode && a.employee === b.employee && a.from === b.from;
}

function idOrNull(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null;
}
