import { type CalendarDate, isCalendarDate } from '@vuoro/ui-shared';
import type { AppointmentMode, BookableTypeView } from '@vuoro/ui-shared/api';
import { type WishQuery, readWish } from './wish';

/** What one looks for, as the address tells it. */
export interface TimeFilters {
  /** null: all offices. */
  readonly unit: string | null;
  readonly mode: AppointmentMode;
  /** Code of the language in which one wants to be served; null: any. */
  readonly language: string | null;
  /** Id of the employee whom one wants to meet; null: anybody. */
  readonly person: string | null;
  /** The day that was chosen; null: the first that has free times. */
  readonly date: CalendarDate | null;
  readonly view: 'month' | 'list';
}

export interface TimeQuery extends WishQuery {
  readonly unit?: string | undefined;
  readonly mode?: string | undefined;
  readonly date?: string | undefined;
  readonly view?: string | undefined;
}

type TypeChoices = Pick<BookableTypeView, 'modes' | 'officeIds' | 'employeeChoice'>;

/** What the type does not offer is left out: an old or mistyped address still shows times. */
export function readFilters(query: TimeQuery, type: TypeChoices): TimeFilters {
  const { unit, mode, date, view } = query;
  const { language, person } = readWish(query);
  return {
    unit: unit !== undefined && type.officeIds.includes(unit) ? unit : null,
    mode: type.modes.find((offered) => offered === mode) ?? type.modes[0] ?? 'VISIT',
    language: type.employeeChoice === 'NONE' ? null : language,
    person: type.employeeChoice === 'PERSON' ? person : null,
    date: date !== undefined && isCalendarDate(date) ? date : null,
    view: view === 'list' ? 'list' : 'month',
  };
}

/** Query parameters of the address; those that say nothing new are left out. */
export function filterParams(filters: TimeFilters, type: TypeChoices): Record<keyof TimeQuery, string | null> {
  return {
    unit: filters.unit,
    mode: filters.mode === type.modes[0] ? null : filters.mode,
    language: filters.language,
    person: filters.person,
    date: filters.date,
    view: filters.view === 'list' ? 'list' : null,
  };
}
