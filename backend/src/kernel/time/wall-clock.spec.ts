import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatInstant, instantOfMillis, parseInstant } from './instant.ts';
import { addDays, daysBetween, eachDay, toLocalDate, weekdayOf, type LocalDate } from './local-date.ts';
import { minuteOfDay, timeOfMinute, toLocalTime, type LocalTime } from './local-time.ts';
import { atWallClock, HELSINKI, instantOf, isZone, localDateOf, localTimeOf, sameWallClockDaysBefore, startOfDay } from './wall-clock.ts';

const MINUTE = 60_000;
const SPRING = toLocalDate('2027-03-28');
const AUTUMN = toLocalDate('2027-10-31');
const at = (date: LocalDate, time: string): string => formatInstant(instantOf(date, toLocalTime(time), HELSINKI));

describe('a time on the wall clock', () => {
  it('stays nine in the morning on both sides of both moves of the clock', () => {
    expect(at(toLocalDate('2027-03-26'), '09:00')).toBe('2027-03-26T07:00:00.000Z');
    expect(at(toLocalDate('2027-03-29'), '09:00')).toBe('2027-03-29T06:00:00.000Z');
    expect(at(toLocalDate('2027-10-29'), '09:00')).toBe('2027-10-29T06:00:00.000Z');
    expect(at(toLocalDate('2027-11-01'), '09:00')).toBe('2027-11-01T07:00:00.000Z');
  });

  it('that the clock jumps over is reported, never shifted', () => {
    for (const time of ['03:00', '03:30', '03:59']) {
      const found = atWallClock(SPRING, toLocalTime(time), HELSINKI);
      expect(found).toEqual({ kind: 'MISSING', resumesAt: parseInstant('2027-03-28T01:00:00Z') });
    }
    expect(() => instantOf(SPRING, toLocalTime('03:30'), HELSINKI)).toThrow(/no 03:30 on 2027-03-28 in Europe\/Helsinki/);
    expect(at(SPRING, '02:59')).toBe('2027-03-28T00:59:00.000Z');
    expect(at(SPRING, '04:00')).toBe('2027-03-28T01:00:00.000Z');
  });

  it('that the clock shows twice is the first of the two', () => {
    for (const time of ['03:00', '03:30', '03:59']) expect(atWallClock(AUTUMN, toLocalTime(time), HELSINKI).kind).toBe('AMBIGUOUS');
    expect(at(AUTUMN, '03:30')).toBe('2027-10-31T00:30:00.000Z');
    expect(at(AUTUMN, '04:00')).toBe('2027-10-31T02:00:00.000Z');
    expect(atWallClock(AUTUMN, toLocalTime('04:00'), HELSINKI).kind).toBe('EXACT');
  });

  it('needs a zone that exists', () => {
    expect(() => atWallClock(SPRING, toLocalTime('09:00'), 'Europe/Näsiharju')).toThrow(/Unknown time zone/);
    expect([isZone(HELSINKI), isZone('Europe/Näsiharju')]).toEqual([true, false]);
  });
});

describe('a day', () => {
  it('lasts 23, 24 or 25 hours', () => {
    const hours = (date: LocalDate): number => startOfDay(addDays(date, 1), HELSINKI).diff(startOfDay(date, HELSINKI)).as('hours');
    expect([toLocalDate('2027-03-27'), SPRING, AUTUMN].map(hours)).toEqual([24, 23, 25]);
  });

  it('begins when the clock goes on where it jumps over midnight', () => {
    const date = toLocalDate('2018-11-04');
    expect(formatInstant(startOfDay(date, 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z');
    expect(localTimeOf(startOfDay(date, 'America/Sao_Paulo'), 'America/Sao_Paulo')).toBe('01:00');
  });

  it('of an instant is that of the zone, not of UTC', () => {
    expect(localDateOf(parseInstant('2026-12-31T22:00:00Z'), HELSINKI)).toBe('2027-01-01');
    expect(localDateOf(parseInstant('2026-12-31T21:59:59.999Z'), HELSINKI)).toBe('2026-12-31');
    expect(localTimeOf(parseInstant('2026-12-31T21:59:59.999Z'), HELSINKI)).toBe('23:59');
  });
});

describe('a reminder some days before', () => {
  it('is due at the same time on the clock, not 24 hours before', () => {
    const monday = instantOf(toLocalDate('2027-03-29'), toLocalTime('09:00'), HELSINKI);
    expect(formatInstant(sameWallClockDaysBefore(monday, 1, HELSINKI))).toBe('2027-03-28T06:00:00.000Z');
    expect(formatInstant(sameWallClockDaysBefore(monday, 2, HELSINKI))).toBe('2027-03-27T07:00:00.000Z');
  });

  it('is due when the clock goes on where it jumps over that time, and at the first of two', () => {
    const afterSpring = instantOf(addDays(SPRING, 1), toLocalTime('03:30'), HELSINKI);
    expect(formatInstant(sameWallClockDaysBefore(afterSpring, 1, HELSINKI))).toBe('2027-03-28T01:00:00.000Z');
    const afterAutumn = instantOf(addDays(AUTUMN, 1), toLocalTime('03:30'), HELSINKI);
    expect(formatInstant(sameWallClockDaysBefore(afterAutumn, 1, HELSINKI))).toBe('2027-10-31T00:30:00.000Z');
  });

  it('none before, is the instant itself even in the second of two equal hours', () => {
    const second = parseInstant('2027-10-31T01:30:00Z');
    expect(formatInstant(sameWallClockDaysBefore(second, 0, HELSINKI))).toBe('2027-10-31T01:30:00.000Z');
  });

  it('shows the same time on the earlier date, for any instant', () => {
    const anInstant = fc
      .integer({ min: Date.UTC(2026, 0) / MINUTE, max: Date.UTC(2038, 0) / MINUTE })
      .map((minute) => instantOfMillis(minute * MINUTE));
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 14 }), (instant, days) => {
        const earlier = sameWallClockDaysBefore(instant, days, HELSINKI);
        expect(daysBetween(localDateOf(earlier, HELSINKI), localDateOf(instant, HELSINKI))).toBe(days);
        fc.pre(atWallClock(localDateOf(earlier, HELSINKI), localTimeOf(instant, HELSINKI), HELSINKI).kind !== 'MISSING');
        expect(localTimeOf(earlier, HELSINKI)).toBe(localTimeOf(instant, HELSINKI));
      }),
    );
  });
});

describe('the wall clock of every minute around a move of the clock', () => {
  const lastSundayOf = (year: number, month: string): LocalDate =>
    [...eachDay(toLocalDate(`${year}-${month}-25`), toLocalDate(`${year}-${month}-31`))].find((date) => weekdayOf(date) === 7) ?? SPRING;
  const helsinki = Array.from({ length: 12 }, (_, index) => 2026 + index)
    .flatMap((year) => [lastSundayOf(year, '03'), lastSundayOf(year, '10')])
    .map((date) => [HELSINKI, date] as const);

  it.each([
    ...helsinki,
    ['America/Sao_Paulo', toLocalDate('2018-11-04')], // over midnight
    ['America/Sao_Paulo', toLocalDate('2018-02-17')], // back over midnight
    ['Australia/Lord_Howe', toLocalDate('2026-10-04')], // by half an hour
    ['Australia/Lord_Howe', toLocalDate('2026-04-05')],
    ['Pacific/Apia', toLocalDate('2011-12-30')], // a whole date that never was
    ['Asia/Kathmandu', toLocalDate('2026-11-24')], // three quarters of an hour, and no move
  ] as const)('%s on %s is what the platform shows', (zone, date) => {
    const shown = everyMinuteShown(date, zone);
    for (let minute = 0; minute < 1440; minute += 1) {
      const time = timeOfMinute(minute);
      const [first, second] = shown.get(`${date} ${time}`) ?? [];
      const found = atWallClock(date, time, zone);
      const expectedKind = first === undefined ? 'MISSING' : second === undefined ? 'EXACT' : 'AMBIGUOUS';
      if (found.kind !== expectedKind) throw new Error(`${date} ${time} is ${found.kind} and not ${expectedKind}`);
      if (found.kind !== 'MISSING') expectShows(found.instant.toMillis(), first, date, time, zone);
    }
  });

  function expectShows(millis: number, expected: number | undefined, date: LocalDate, time: LocalTime, zone: string): void {
    const shown = [localDateOf(instantOfMillis(millis), zone), minuteOfDay(localTimeOf(instantOfMillis(millis), zone))];
    if (millis !== expected || shown[0] !== date || shown[1] !== minuteOfDay(time))
      throw new Error(`${date} ${time} is ${millis}, not ${expected}`);
  }
});

/** Which instants show which wall clock time: asked of Intl for every minute that could fall on the date, without any arithmetic. */
function everyMinuteShown(date: LocalDate, zone: string): Map<string, number[]> {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const shown = new Map<string, number[]>();
  const noon = Date.parse(`${date}T12:00:00Z`);
  for (let millis = noon - 40 * 60 * MINUTE; millis <= noon + 40 * 60 * MINUTE; millis += MINUTE) {
    const text = clock.format(millis);
    shown.set(text, [...(shown.get(text) ?? []), millis]);
  }
  return shown;
}
