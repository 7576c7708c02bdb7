import { instantOf } from '@vuoro/ui-shared';
import type { CalendarColumn, CalendarEntry, EntryKind, InstantRange } from '@vuoro/ui-shared/calendar-grid';
import type { CalendarEntryView, SubjectKind } from '@vuoro/ui-shared/api';
import type { EntryWords } from './entry-texts';

/** A column of the grid and whose time stands in it: a day view has one a subject, a week view one a day. */
export interface ShownColumn extends CalendarColumn {
  readonly subjectId: string;
  /** Null until the answer tells it. */
  readonly subjectKind: SubjectKind | null;
  readonly range: InstantRange;
}

/** An entry of the grid with the answer it was made of. */
export interface ShownEntry extends CalendarEntry {
  readonly source: CalendarEntryView;
}

export function kindOf({ kind, status }: Pick<CalendarEntryView, 'kind' | 'status'>): EntryKind {
  switch (kind) {
    case 'RESERVATION':
      return status === 'CANCELLED' ? 'cancelled' : 'reservation';
    case 'GROUP':
      return 'group';
    case 'OFFERED':
      return 'offered';
    case 'OTHER_WORK':
      return 'other';
    case 'ABSENCE':
      return 'absence';
    case 'HOLD':
      return 'hold';
  }
}

/** Each entry in every column that it touches. @param mayMove whether some role of the reader may move reservations */
export function gridEntries(
  entries: readonly CalendarEntryView[],
  columns: readonly ShownColumn[],
  words: EntryWords,
  mayMove: boolean,
): ShownEntry[] {
  return entries.flatMap((source) => {
    const shown = { start: source.startsAt, end: source.endsAt, kind: kindOf(source), source, ...appearance(source, words) };
    const touched = columns.filter((column) => source.subjectIds.includes(column.subjectId) && overlaps(source, column.range));
    // The times of one block share its id, so the start tells them apart; a reservation is the same also after a move.
    const own = source.offeredTimeIds.length > 0 ? `${source.id}~${source.startsAt}` : source.id;
    // The column tells apart the two of a pair.
    return touched.map((column) => ({
      ...shown,
      id: `${own}@${column.id}`,
      columnId: column.id,
      movable: mayMove && isMovable(source) && column.subjectKind === 'EMPLOYEE',
    }));
  });
}

/** Only a reservation that is still to come about goes to another offered time; nothing else has a move. */
function isMovable({ kind, status, reservationId }: CalendarEntryView): boolean {
  return kind === 'RESERVATION' && status === 'BOOKED' && reservationId !== null;
}

type Appearance = Pick<CalendarEntry, 'title' | 'icons' | 'tone' | 'description'>;

/** The short words stand in the title itself, so that the accessible name has all that is seen; the labels say it in full. */
function appearance(entry: CalendarEntryView, words: EntryWords): Appearance {
  if (entry.disclosure === 'BUSY') return { title: titleOf(entry, words) };
  const signs = signsOf(entry, words);
  const title = [titleOf(entry, words), ...signs.map(({ short }) => short)].filter(Boolean).join(' ');
  const icons = signs.map(({ label }) => ({ glyph: '', label }));
  const description = descriptionOf(entry, words);
  const tone = toneOf(entry);
  return { title, icons, ...(description ? { description } : {}), ...(tone ? { tone } : {}) };
}

function titleOf(entry: CalendarEntryView, words: EntryWords): string {
  const type = entry.typeCode ?? '';
  switch (entry.kind) {
    case 'HOLD':
      return words.held;
    case 'ABSENCE':
      return words.away;
    case 'OTHER_WORK':
      return entry.title || firstName(entry, words) || words.busy;
    case 'OFFERED':
    case 'GROUP':
      return type || firstName(entry, words);
    case 'RESERVATION':
      return [type, entry.clientNames.join(', ')].filter(Boolean).join(' ') || words.busy;
  }
}

function firstName(entry: CalendarEntryView, words: EntryWords): string {
  const [first] = entry.typeNames;
  return first ? words.text(first) : '';
}

function descriptionOf(entry: CalendarEntryView, words: EntryWords): string {
  if (entry.kind === 'ABSENCE') return entry.typeCode === 'LEAVE' ? words.leave : '';
  return entry.roomName ? words.text(entry.roomName) : '';
}

interface Sign {
  readonly short: string;
  readonly label: string;
}

function signsOf(entry: CalendarEntryView, words: EntryWords): Sign[] {
  const signs: Sign[] = [];
  const status = entry.status === null ? null : words.status(entry.status);
  // What is fulfilled has its tick before the time already.
  if (status !== null) signs.push({ short: entry.status === 'FULFILLED' ? '' : `(${status})`, label: status });
  if (entry.mode !== null) signs.push({ short: `·\u00a0${words.mode(entry.mode).short}`, label: words.mode(entry.mode).full });
  if (entry.kind !== 'OTHER_WORK' && entry.employeeCount > 1) signs.push({ short: `·\u00a0${words.pair.short}`, label: words.pair.full });
  if (entry.capacity > 1) signs.push({ short: `${entry.taken}/${entry.capacity}`, label: words.filled(entry.taken, entry.capacity) });
  if (entry.notNotified) signs.push({ short: '!', label: words.notNotified });
  return signs;
}

function toneOf(entry: CalendarEntryView): CalendarEntry['tone'] {
  if (entry.status === 'NO_SHOW') return 'missed';
  if (entry.notNotified) return 'warning';
  return entry.status === 'FULFILLED' ? 'done' : undefined;
}

/** Keeps whose calendar it is from being booked; what is on offer does not. */
export function isBusy(entry: CalendarEntryView): boolean {
  return ['reservation', 'group', 'other', 'absence', 'hold'].includes(kindOf(entry));
}

export function overlaps({ startsAt, endsAt }: CalendarEntryView, range: InstantRange): boolean {
  return instantOf(startsAt) < instantOf(range.end) && instantOf(endsAt) > instantOf(range.start);
}
