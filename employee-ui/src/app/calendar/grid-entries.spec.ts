import { describe, expect, it } from '@jest/globals';
import type { CalendarEntryView } from '@vuoro/ui-shared/api';
import type { EntryWords } from './entry-texts';
import { daysOfWeek, dayRange, holidayEntries, hoursInView } from './grid-columns';
import { type ShownColumn, gridEntries as entriesFor } from './grid-entries';

const words: EntryWords = {
  busy: 'varattu',
  held: 'varaus kesken',
  away: 'poissa',
  leave: 'loma',
  notNotified: 'ei tietoa asiakkaalle',
  pair: { short: 'pari', full: 'työpari' },
  mode: (mode) => ({ short: mode.slice(0, 2), full: mode }),
  status: (status) => (status === 'CHECKED_IN' ? 'saapunut' : null),
  filled: (taken, capacity) => `${String(taken)} / ${String(capacity)}`,
  text: ({ fi }) => fi,
};

const DAY = '2026-12-10';

function gridEntries(entries: readonly CalendarEntryView[], columns: readonly ShownColumn[], texts: EntryWords, mayMove = true) {
  return entriesFor(entries, columns, texts, mayMove);
}
const anna: ShownColumn = { id: 'anna', subjectId: 'anna', subjectKind: 'EMPLOYEE', title: 'Anna', range: dayRange(DAY) };
const room: ShownColumn = { id: 'room', subjectId: 'room', subjectKind: 'ROOM', title: 'POP-201', range: dayRange(DAY) };

function entry(change: Partial<CalendarEntryView> = {}): CalendarEntryView {
  return {
    id: 'r1',
    subjectIds: ['anna'],
    kind: 'RESERVATION',
    startsAt: '2026-12-10T14:00:00.000Z',
    endsAt: '2026-12-10T15:30:00.000Z',
    disclosure: 'FULL',
    typeCode: 'ERO',
    typeNames: [{ fi: 'Eroaika', sv: '', en: '' }],
    colour: 'blue',
    pattern: 'plain',
    mode: 'VISIT',
    status: 'BOOKED',
    clientNames: ['Aino Esimerkki'],
    roomName: { fi: 'POP-201', sv: '', en: '' },
    title: null,
    reservationId: 'r1',
    offeredTimeIds: [],
    offeredTypeIds: [],
    employeeCount: 1,
    capacity: 1,
    taken: 1,
    notNotified: false,
    version: 1,
    ...change,
  };
}

const busy: Partial<CalendarEntryView> = {
  disclosure: 'BUSY',
  typeCode: null,
  typeNames: [],
  mode: null,
  status: null,
  clientNames: [],
  roomName: null,
  reservationId: null,
};

describe('an entry of a calendar', () => {
  it('shows type, client, room and mode to whom everything is disclosed', () => {
    expect(gridEntries([entry()], [anna], words)).toMatchObject([
      { columnId: 'anna', kind: 'reservation', title: 'ERO Aino Esimerkki ·\u00a0VI', description: 'POP-201', icons: [{ label: 'VISIT' }] },
    ]);
  });

  it('of which only the type is disclosed names no client', () => {
    expect(gridEntries([entry({ disclosure: 'TYPE', clientNames: [], reservationId: null })], [anna], words)[0]?.title).toBe(
      'ERO ·\u00a0VI',
    );
  });

  it('of another service is "varattu" and nothing else', () => {
    const [shown] = gridEntries([entry(busy)], [anna], words);
    expect(shown?.title).toBe('varattu');
    expect(shown).not.toHaveProperty('icons');
    expect(shown).not.toHaveProperty('description');
  });

  it('of private work is "varattu" too', () => {
    expect(gridEntries([entry({ ...busy, kind: 'OTHER_WORK' })], [anna], words)[0]?.title).toBe('varattu');
  });

  it('stands in the column of the person and of the room, each under an id of its own', () => {
    const ids = gridEntries([entry({ subjectIds: ['anna', 'room'] })], [anna, room], words).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('of one block of offered times is told from the next by its start', () => {
    const block: Partial<CalendarEntryView> = { kind: 'OFFERED', id: 'block', offeredTimeIds: ['o1'], clientNames: [], status: null };
    const later = { ...block, startsAt: '2026-12-10T16:00:00.000Z', endsAt: '2026-12-10T17:30:00.000Z' };
    const ids = gridEntries([entry(block), entry(later)], [anna], words).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  it('that has been cancelled is of the cancelled layer', () => {
    expect(gridEntries([entry({ status: 'CANCELLED' })], [anna], words)[0]?.kind).toBe('cancelled');
  });

  it('warns when no message has reached the client, and says who has arrived', () => {
    const [shown] = gridEntries([entry({ notNotified: true, status: 'CHECKED_IN' })], [anna], words);
    expect(shown?.tone).toBe('warning');
    expect(shown?.icons?.map(({ label }) => label)).toEqual(['saapunut', 'VISIT', 'ei tietoa asiakkaalle']);
  });

  it('of a group tells how full it is', () => {
    const [shown] = gridEntries([entry({ kind: 'GROUP', clientNames: [], capacity: 12, taken: 7, mode: 'GROUP' })], [anna], words);
    expect(shown?.title).toBe('ERO ·\u00a0GR 7/12');
  });

  it('of a work pair says so, and a meeting of many does not', () => {
    expect(gridEntries([entry({ employeeCount: 2 })], [anna], words)[0]?.title).toBe('ERO Aino Esimerkki ·\u00a0VI ·\u00a0pari');
    const meeting = entry({ kind: 'OTHER_WORK', title: 'Tiimikokous', employeeCount: 8, mode: null, status: null });
    expect(gridEntries([meeting], [anna], words)[0]?.title).toBe('Tiimikokous');
  });

  it('is moved only while it is booked, by whom it is disclosed to, and in the column of a person', () => {
    const movable = (change: Partial<CalendarEntryView>, mayMove = true) =>
      gridEntries([entry({ subjectIds: ['anna', 'room'], ...change })], [anna, room], words, mayMove).map((shown) => shown.movable);
    expect(movable({})).toEqual([true, false]);
    expect(movable({}, false)).toEqual([false, false]);
    expect(movable({ status: 'CHECKED_IN' })).toEqual([false, false]);
    expect(movable({ disclosure: 'TYPE', reservationId: null })).toEqual([false, false]);
    expect(movable({ kind: 'OFFERED', reservationId: null, offeredTimeIds: ['o1'] })).toEqual([false, false]);
  });

  it('keeps its identity when it is moved within its column, so that the keyboard follows it', () => {
    const later = entry({ startsAt: '2026-12-10T16:00:00.000Z', endsAt: '2026-12-10T17:30:00.000Z' });
    expect(gridEntries([later], [anna], words)[0]?.id).toBe(gridEntries([entry()], [anna], words)[0]?.id);
  });

  it('that offers several types shows the codes of all, which fit into a narrow column', () => {
    const [shown] = gridEntries([entry({ kind: 'OFFERED', typeCode: 'ELJ / ELM', clientNames: [] })], [anna], words);
    expect(shown?.title).toBe('ELJ / ELM ·\u00a0VI');
  });
});

describe('the columns of a week', () => {
  const day = (date: string): ShownColumn => ({ id: date, subjectId: 'anna', subjectKind: 'EMPLOYEE', title: date, range: dayRange(date) });

  it('are the working days, and those of the weekend on which something stands', () => {
    expect(daysOfWeek('2026-12-10', [], [])).toHaveLength(5);
    const saturday = { startsAt: '2026-12-12T08:00:00Z', endsAt: '2026-12-12T09:00:00Z' };
    expect(daysOfWeek('2026-12-10', [saturday], []).at(-1)).toBe('2026-12-12');
    expect(daysOfWeek('2026-12-13', [], []).at(-1)).toBe('2026-12-13');
  });

  it('each have their part of an absence that goes on for days', () => {
    const away = entry({ kind: 'ABSENCE', startsAt: '2026-12-08T22:00:00Z', endsAt: '2026-12-10T22:00:00Z' });
    const columns = ['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11'].map(day);
    expect(gridEntries([away], columns, words).map(({ columnId }) => columnId)).toEqual(['2026-12-09', '2026-12-10']);
  });

  it('have the public holiday on its own day only', () => {
    const holiday = { date: '2026-12-06', kind: 'PUBLIC_HOLIDAY', name: { fi: 'Itsenäisyyspäivä', sv: '', en: '' } } as const;
    const shown = holidayEntries([holiday], ['2026-12-05', '2026-12-06'].map(day), ({ name }) => name.fi);
    expect(shown.map(({ columnId, title }) => [columnId, title])).toEqual([['2026-12-06', 'Itsenäisyyspäivä']]);
  });

  it('begin in view where somebody’s work begins, on either side of a change of clocks', () => {
    const working = [
      { startsAt: '2027-03-26T05:30:00Z', endsAt: '2027-03-26T13:00:00Z' },
      { startsAt: '2027-03-29T05:00:00Z', endsAt: '2027-03-29T15:00:00Z' },
    ];
    expect(hoursInView([{ working }])).toEqual({ start: 7 * 60 + 30, end: 18 * 60 });
    expect(hoursInView([])).toEqual({ start: 480, end: 960 });
  });
});
