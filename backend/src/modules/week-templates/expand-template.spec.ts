import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  eachDay,
  finnishHolidays,
  HELSINKI,
  interval,
  isoWeekOf,
  localDateOf,
  localTimeOf,
  parseInstant,
  toLocalDate,
  weekdayOf,
  type Weekday,
} from '../../kernel/index.ts';
import { cycleWeekOf, expandTemplate, isNthOfMonth, type Expansion } from './expand-template.ts';
import { aTemplateEntry } from './testing/week-template-builders.ts';
import type { TemplateEntry } from './week-template-types.ts';

type Given = Parameters<typeof aTemplateEntry>[0];
const entry = (given: Given, id = 'entry'): TemplateEntry => ({ id, ...aTemplateEntry(given) });
const anna = { employeeId: 'anna', absences: [], working: null };

function expand(
  entries: readonly TemplateEntry[],
  from: string,
  to: string,
  given: Partial<Expansion> & { readonly cycleWeeks?: number } = {},
) {
  return expandTemplate({
    template: { cycleWeeks: given.cycleWeeks ?? 1, entries },
    people: [anna],
    fromDate: toLocalDate(from),
    toDate: toLocalDate(to),
    rotationStart: toLocalDate('2026-11-23'),
    closedDays: [],
    timeZone: HELSINKI,
    ...given,
  });
}

const datesOf = (expanded: ReturnType<typeof expand>): string[] => expanded.rows.map((row) => row.date);
const holidays = [2026, 2027].flatMap((year) => finnishHolidays(year));

describe('a week template', () => {
  it.each([
    ['before and after summer time begins', '2027-03-22', '2027-04-02'],
    ['before and after summer time ends', '2027-10-25', '2027-11-05'],
  ])('offers 9.00 at 9.00 %s', (_, from, to) => {
    const entries = ([1, 2, 3, 4, 5] as const).map((weekday) => entry({ weekday }, `day ${weekday}`));
    const { rows } = expand(entries, from, to);
    expect(rows.map((row) => localTimeOf(row.span.start, HELSINKI))).toEqual(Array(10).fill('09:00'));
    expect(new Set(rows.map((row) => row.span.start.toFormat('HH:mm')))).toEqual(new Set(['06:00', '07:00']));
  });

  it('keeps wall clock, weekday and length for any entry on any day, also around the moves of the clock', () => {
    const day = fc
      .constantFrom('2027-03-20', '2027-03-27', '2027-10-23', '2027-10-30', '2026-12-28', '2028-02-26')
      .chain((start) => fc.integer({ min: 0, max: 9 }).map((days) => addDays(toLocalDate(start), days)));
    const minutes = fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 95 })).filter(([a, b]) => a < b);
    const clockOf = (quarter: number): string =>
      `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
    fc.assert(
      fc.property(day, minutes, (date, [start, end]) => {
        const given = entry({ weekday: weekdayOf(date), startsLocal: clockOf(start), endsLocal: clockOf(end) });
        const { rows, skipped } = expand([given], date, date);
        expect(rows.length + skipped.length).toBe(1);
        for (const { span } of rows) {
          expect([localDateOf(span.start, HELSINKI), localTimeOf(span.start, HELSINKI)]).toEqual([date, given.startsLocal]);
          expect([localDateOf(span.end, HELSINKI), localTimeOf(span.end, HELSINKI)]).toEqual([date, given.endsLocal]);
        }
        const isJump = date === '2027-03-28' && [start, end].some((quarter) => quarter >= 12 && quarter < 16);
        expect(skipped.map((skip) => skip.reason)).toEqual(isJump ? ['MISSING_TIME'] : []);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same whether expanded at once or in two parts', () => {
    const anyEntry = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }).map((weekday) => weekday as Weekday),
      recurrence: fc.constantFrom('WEEKLY' as const, 'MONTHLY' as const),
      cycleWeek: fc.integer({ min: 1, max: 3 }),
      monthWeek: fc.constantFrom(-1, 1, 2, 3, 4, 5),
      onHoliday: fc.constantFrom('SKIP' as const, 'NEXT_SAME_WEEKDAY' as const),
    });
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 150 }), (contents, cut) => {
        const entries = contents.map((content, index) => entry(content, `entry ${index}`));
        const [from, to] = [toLocalDate('2026-11-30'), toLocalDate('2027-06-30')];
        const given = { cycleWeeks: 3, closedDays: holidays };
        const keys = (expanded: ReturnType<typeof expand>): string[] => expanded.rows.map((row) => `${row.date} ${row.entry.id}`);
        const parts = [
          ...keys(expand(entries, from, addDays(from, cut), given)),
          ...keys(expand(entries, addDays(from, cut + 1), to, given)),
        ];
        expect(parts).toEqual(keys(expand(entries, from, to, given)));
      }),
      { numRuns: 100 },
    );
  });

  it('alternates its weeks through week 53, on which odd and even would stumble', () => {
    const entries = [entry({ cycleWeek: 1 }, 'A'), entry({ cycleWeek: 2 }, 'B')];
    const { rows } = expand(entries, '2026-12-14', '2027-01-17', { cycleWeeks: 2 });
    expect(rows.map((row) => `${isoWeekOf(row.date).week}${row.entry.id}`)).toEqual(['51B', '52A', '53B', '1A', '2B']);
  });

  it('counts the weeks of a cycle backwards from its start too', () => {
    const start = toLocalDate('2026-11-25');
    expect([-7, 0, 7, 14, 21].map((days) => cycleWeekOf(addDays(start, days), start, 3))).toEqual([3, 1, 2, 3, 1]);
  });

  it('leaves Good Friday and Midsummer Eve out and says so', () => {
    const expanded = expand([entry({ weekday: 5 })], '2027-03-19', '2027-06-25', { closedDays: holidays });
    expect(expanded.skipped).toEqual([
      { date: '2027-03-26', entryId: 'entry', employeeId: null, reason: 'HOLIDAY' },
      { date: '2027-06-25', entryId: 'entry', employeeId: null, reason: 'HOLIDAY' },
    ]);
    expect(datesOf(expanded)).not.toContain('2027-03-26');
  });

  it('holds the first Wednesday of the month, and when that is Epiphany, the next Wednesday', () => {
    const first = (onHoliday: 'SKIP' | 'NEXT_SAME_WEEKDAY') => entry({ recurrence: 'MONTHLY', monthWeek: 1, weekday: 3, onHoliday });
    const given = { closedDays: holidays };
    expect(datesOf(expand([first('NEXT_SAME_WEEKDAY')], '2026-12-01', '2027-02-28', given))).toEqual([
      '2026-12-02',
      '2027-01-13',
      '2027-02-03',
    ]);
    expect(datesOf(expand([first('SKIP')], '2026-12-01', '2027-02-28', given))).toEqual(['2026-12-02', '2027-02-03']);
    expect(datesOf(expand([first('NEXT_SAME_WEEKDAY')], '2027-01-11', '2027-01-17', given))).toEqual(['2027-01-13']);
  });

  it('finds the n-th and the last weekday of every month', () => {
    for (const date of eachDay(toLocalDate('2027-01-01'), toLocalDate('2028-12-31'))) {
      const nths = [1, 2, 3, 4, 5].filter((nth) => isNthOfMonth(date, nth));
      expect(nths).toHaveLength(1);
      if (nths[0] === 5) expect(isNthOfMonth(date, -1)).toBe(true);
    }
    expect(isNthOfMonth(toLocalDate('2027-02-24'), -1)).toBe(true);
    expect(isNthOfMonth(toLocalDate('2027-02-17'), -1)).toBe(false);
  });

  it('leaves out whoever is away or not at work, and nobody else', () => {
    const span = (from: string, to: string) => interval(parseInstant(from), parseInstant(to));
    const people = [
      anna,
      { employeeId: 'away', absences: [span('2026-11-30T07:30:00Z', '2026-11-30T12:00:00Z')], working: null },
      { employeeId: 'afternoons', absences: [], working: [span('2026-11-30T10:00:00Z', '2026-11-30T14:00:00Z')] },
      {
        employeeId: 'mornings',
        absences: [span('2026-11-30T08:00:00Z', '2026-11-30T12:00:00Z')],
        working: [span('2026-11-30T06:00:00Z', '2026-11-30T10:00:00Z')],
      },
    ];
    const { rows, skipped } = expand([entry({})], '2026-11-30', '2026-11-30', { people });
    expect(rows.map((row) => row.employeeId)).toEqual(['anna', 'mornings']);
    expect(skipped.map((skip) => [skip.employeeId, skip.reason])).toEqual([
      ['away', 'ABSENCE'],
      ['afternoons', 'NOT_WORKING'],
    ]);
  });
});
