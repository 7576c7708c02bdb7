import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  eachDay,
  HELSINKI,
  localTimeOf,
  minutesOf,
  parseInstant,
  timeOfMinute,
  toLocalDate,
  toLocalTime,
  weekdayOf,
  type LocalDate,
  type Weekday,
} from '../../kernel/index.ts';
import { isWorkedOn, mayWork, workingTime, type ZonedWorkingHours } from './working-hours-rules.ts';

const never = (): boolean => false;

function hours(given: Partial<ZonedWorkingHours> = {}): ZonedWorkingHours {
  return {
    validFrom: toLocalDate('2026-01-05'),
    validTo: null,
    cycleWeeks: 1,
    cycleWeek: 1,
    weekday: 1,
    startsLocal: toLocalTime('08:00'),
    endsLocal: toLocalTime('16:00'),
    unitId: null,
    place: 'OFFICE',
    zone: HELSINKI,
    ...given,
  };
}

function everyDay(given: Partial<ZonedWorkingHours> = {}): ZonedWorkingHours[] {
  return ([1, 2, 3, 4, 5, 6, 7] as Weekday[]).map((weekday) => hours({ ...given, weekday }));
}

const on = (rows: readonly ZonedWorkingHours[], date: string) => workingTime(rows, toLocalDate(date), toLocalDate(date), never);
const spans = (rows: readonly ZonedWorkingHours[], date: string) => on(rows, date).map((span) => [span.start.toISO(), span.end.toISO()]);

describe('working hours', () => {
  it('begin at the same time on the wall on both sides of each change of the clock', () => {
    for (const [date, eight] of [
      ['2027-03-26', '06:00'],
      ['2027-03-29', '05:00'],
      ['2027-10-29', '05:00'],
      ['2027-11-01', '06:00'],
    ] as const) {
      expect(on(everyDay(), date)[0]?.start).toEqual(parseInstant(`${date}T${eight}:00Z`));
    }
  });

  it('at night are an hour shorter in March and an hour longer in October', () => {
    const night = everyDay({ startsLocal: toLocalTime('00:00'), endsLocal: toLocalTime('07:00') });
    const lasting = (date: string) => on(night, date).map(minutesOf);

    expect(lasting('2027-03-27')).toEqual([7 * 60]);
    expect(lasting('2027-03-28')).toEqual([6 * 60]);
    expect(lasting('2027-10-31')).toEqual([8 * 60]);
  });

  it('that begin in the missing hour begin when the clock goes on', () => {
    expect(spans(everyDay({ startsLocal: toLocalTime('03:30'), endsLocal: toLocalTime('06:00') }), '2027-03-28')).toEqual([
      ['2027-03-28T01:00:00.000Z', '2027-03-28T03:00:00.000Z'],
    ]);
  });

  it('that lie wholly in the missing hour are no time', () => {
    expect(spans(everyDay({ startsLocal: toLocalTime('03:10'), endsLocal: toLocalTime('03:50') }), '2027-03-28')).toEqual([]);
  });

  it('that begin in the ambiguous hour begin at its first occurrence', () => {
    expect(spans(everyDay({ startsLocal: toLocalTime('03:30'), endsLocal: toLocalTime('05:00') }), '2027-10-31')).toEqual([
      ['2027-10-31T00:30:00.000Z', '2027-10-31T03:00:00.000Z'],
    ]);
  });

  it('end with their last day, which is worked', () => {
    const row = hours({ validTo: toLocalDate('2026-01-19') });
    const worked = [...eachDay(toLocalDate('2026-01-01'), toLocalDate('2026-02-28'))].filter((date) => isWorkedOn(row, date));
    expect(worked).toEqual(['2026-01-05', '2026-01-12', '2026-01-19']);
  });

  it('of a two-week cycle alternate from the week in which they begin, over the turn of the year with week 53', () => {
    const odd = hours({ validFrom: toLocalDate('2026-12-16'), cycleWeeks: 2, cycleWeek: 1, weekday: 3 });
    const even = hours({ validFrom: toLocalDate('2026-12-16'), cycleWeeks: 2, cycleWeek: 2, weekday: 3 });
    const days = [...eachDay(toLocalDate('2026-12-14'), toLocalDate('2027-01-17'))];

    expect(days.filter((date) => isWorkedOn(odd, date))).toEqual(['2026-12-16', '2026-12-30', '2027-01-13']);
    expect(days.filter((date) => isWorkedOn(even, date))).toEqual(['2026-12-23', '2027-01-06']);
  });

  it('are not worked on closed days', () => {
    const christmas = toLocalDate('2026-12-25');
    const time = workingTime(everyDay(), toLocalDate('2026-12-24'), toLocalDate('2026-12-26'), (_row, date) => date === christmas);
    expect(time).toHaveLength(2);
  });

  it('that touch become one stretch', () => {
    const [morning, afternoon] = [hours({ endsLocal: toLocalTime('12:00') }), hours({ startsLocal: toLocalTime('12:00') })];
    expect(on([afternoon, morning], '2026-11-23').map(minutesOf)).toEqual([8 * 60]);
  });

  it('of any pattern show the same wall clock on every day and lie within their weekdays', () => {
    const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(toLocalDate('2026-01-01'), days));
    const span = fc.tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 0, max: 1438 })).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(date, span, fc.integer({ min: 1, max: 4 }), (from: LocalDate, [starts, ends], cycleWeeks) => {
        const rows = everyDay({ validFrom: from, cycleWeeks, startsLocal: timeOfMinute(starts), endsLocal: timeOfMinute(ends) });
        const time = workingTime(rows, from, addDays(from, 28 * cycleWeeks - 1), never);
        const isNight = starts < 5 * 60;
        if (!isNight) {
          expect(time.every((one) => localTimeOf(one.start, HELSINKI) === timeOfMinute(starts))).toBe(true);
          expect(time.every((one) => minutesOf(one) === ends - starts)).toBe(true);
        }
        // A cycle is begun in the week of its first day, so that many whole cycles less at most one week's end are worked.
        const daysOfFirstWeek = 8 - weekdayOf(from);
        expect(time.length).toBeGreaterThanOrEqual(21 + daysOfFirstWeek - (isNight ? 1 : 0));
        expect(time.length).toBeLessThanOrEqual(28);
        expect(time.every((one, index) => index === 0 || (time[index - 1]?.end ?? one.start) < one.start)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a working week', () => {
  it('may have a break', () => {
    expect(mayWork([hours({ endsLocal: toLocalTime('11:30') }), hours({ startsLocal: toLocalTime('12:00') })])).toEqual({ allowed: true });
  });

  it('has no two stretches at once', () => {
    expect(mayWork([hours(), hours({ startsLocal: toLocalTime('15:00'), endsLocal: toLocalTime('17:00') })])).toMatchObject({
      reason: 'OVERLAP',
      params: { weekday: 1 },
    });
  });

  it('may have the same hours in different weeks of a cycle', () => {
    expect(mayWork([hours({ cycleWeeks: 2, cycleWeek: 1 }), hours({ cycleWeeks: 2, cycleWeek: 2 })])).toEqual({ allowed: true });
  });

  it('clashes where cycles of two and of three weeks meet', () => {
    expect(mayWork([hours({ cycleWeeks: 2, cycleWeek: 2 }), hours({ cycleWeeks: 3, cycleWeek: 3 })])).toMatchObject({ reason: 'OVERLAP' });
  });
});
