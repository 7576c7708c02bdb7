import type { Params } from '@angular/router';
import { type CalendarDate, isCalendarDate } from '@vuoro/ui-shared';
import { ENTRY_KINDS, type EntryKind } from '@vuoro/ui-shared/calendar-grid';

export const CALENDAR_VIEWS = ['day', 'week'] as const;
export type CalendarViewName = (typeof CALENDAR_VIEWS)[number];

/** More columns than this are not read at arm's length. */
export const MOST_COLUMNS = 20;

/** What the address says of the calendar; it holds ids only, never a name. */
export interface CalendarAddress {
  readonly view: CalendarViewName;
  /** Null: today, whatever day the link is opened on. */
  readonly date: CalendarDate | null;
  /** People and rooms, in the order of their columns; empty: my own calendar. */
  readonly who: readonly string[];
  /** Which of them a view of one column shows. */
  readonly one: string | null;
  readonly hidden: ReadonlySet<EntryKind>;
}

/** As the router gives them: a parameter that is written twice is a list. */
export type AddressParams = Readonly<Record<string, unknown>>;

const HIDDEN_AT_FIRST: readonly EntryKind[] = ['cancelled'];
const NOTHING = 'none';
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whatever somebody has typed into the address: what cannot be understood is left out. */
export function readAddress(params: AddressParams): CalendarAddress {
  const text = (name: string): string | undefined => {
    const value = params[name];
    return typeof value === 'string' ? value : undefined;
  };
  const date = text('date');
  const one = text('one');
  return {
    view: CALENDAR_VIEWS.find((known) => known === text('view')) ?? 'day',
    date: date !== undefined && isCalendarDate(date) ? date : null,
    who: listOf(text('who'))
      .filter((id) => ID.test(id))
      .slice(0, MOST_COLUMNS),
    one: one !== undefined && ID.test(one) ? one : null,
    hidden: readHidden(text('hide')),
  };
}

/** Query parameters of a change, to be merged into the address; null takes a parameter away. */
export function writeAddress(change: Partial<CalendarAddress>): Params {
  const params: Params = {};
  if (change.view !== undefined) params['view'] = change.view === 'day' ? null : change.view;
  if (change.date !== undefined) params['date'] = change.date;
  if (change.who !== undefined) params['who'] = change.who.join() || null;
  if (change.one !== undefined) params['one'] = change.one;
  if (change.hidden !== undefined) params['hide'] = writeHidden(change.hidden);
  return params;
}

function readHidden(text: string | undefined): ReadonlySet<EntryKind> {
  if (text === undefined) return new Set(HIDDEN_AT_FIRST);
  const names = new Set(listOf(text));
  return new Set(ENTRY_KINDS.filter((kind) => names.has(kind)));
}

function writeHidden(hidden: ReadonlySet<EntryKind>): string | null {
  const kinds = ENTRY_KINDS.filter((kind) => hidden.has(kind));
  if (kinds.length === 0) return NOTHING;
  return kinds.join() === HIDDEN_AT_FIRST.join() ? null : kinds.join();
}

function listOf(text: string | undefined): string[] {
  return [...new Set(text?.split(',').filter((part) => part !== ''))];
}
