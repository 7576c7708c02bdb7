import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  dateOfEpochDay,
  daysBetween,
  eachDay,
  epochDayOf,
  isoWeekOf,
  localDateFrom,
  mondayOf,
  parseLocalDate,
  partsOf,
  toLocalDate,
  weekdayOf,
} from './local-date.ts';
import { compareTimes, minuteOfDay, parseLocalTime, timeOfMinute, toLocalTime } from './local-time.ts';

const aDate = fc.integer({ min: epochDayOf(toLocalDate('1800-01-01')), max: epochDayOf(toLocalDate('2199-12-31')) }).map(dateOfEpochDay);

describe('a date', () => {
  it.each([
    '2027-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '24.11.2026',
    '2026-11-24T00:00',
    '0099-01-01',
    '',
  ])('is not %p', (text) => {
    expect(parseLocalDate(text)).toBeNull();
    expect(() => toLocalDate(text)).toThrow(RangeError);
  });

  it('is made of year, month and day only when the calendar has it', () => {
    expect(localDateFrom(2028, 2, 29)).toBe('2028-02-29');
    expect(localDateFrom(2027, 2, 29)).toBeNull();
  });

  it('of every day follows the one before, in text, number and weekday', () => {
    fc.assert(
      fc.property(aDate, (date) => {
        const next = addDays(date, 1);
        expect(parseLocalDate(next)).toBe(next);
        expect(compareDates(date, next)).toBeLessThan(0);
        expect(daysBetween(date, next)).toBe(1);
        expect(weekdayOf(next)).toBe((weekdayOf(date) % 7) + 1);
      }),
    );
  });

  it('has the weekday of the wall calendar', () => {
    expect(weekdayOf(toLocalDate('2026-11-24'))).toBe(2);
    expect(weekdayOf(toLocalDate('2027-03-28'))).toBe(7);
    expect(weekdayOf(toLocalDate('1899-01-01'))).toBe(7);
    expect(weekdayOf(toLocalDate('1970-01-01'))).toBe(4);
  });

  it.each([
    ['2026-12-27', 2026, 52],
    ['2026-12-28', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
  ])('%s belongs to week %i/%i', (date, year, week) => {
    expect(isoWeekOf(toLocalDate(date))).toEqual({ year, week });
  });

  it('of a week begins on Monday', () => {
    fc.assert(
      fc.property(aDate, (date) => {
        const monday = mondayOf(date);
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(monday, date)).toBe(weekdayOf(date) - 1);
        expect(isoWeekOf(monday)).toEqual(isoWeekOf(date));
      }),
    );
  });

  it('a month or a year later keeps the day, or takes the last of the month', () => {
    expect(addMonths(toLocalDate('2027-01-31'), 1)).toBe('2027-02-28');
    expect(addMonths(toLocalDate('2027-01-31'), -2)).toBe('2026-11-30');
    expect(addMonths(toLocalDate('2026-11-24'), 12)).toBe('2027-11-24');
    expect(addYears(toLocalDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(toLocalDate('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('range has both ends', () => {
    expect([...eachDay(toLocalDate('2026-12-30'), toLocalDate('2027-01-02'))]).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    expect([...eachDay(toLocalDate('2027-01-02'), toLocalDate('2027-01-01'))]).toEqual([]);
  });

  it('falls into year, month and day', () => {
    expect(partsOf(toLocalDate('2026-11-04'))).toEqual({ year: 2026, month: 11, day: 4 });
  });
});

describe('a time of day', () => {
  it.each(['24:00', '9:00', '09.00', '09:60', '09:00:30', '-1:00', '09:00Z', ''])('is not %p', (text) => {
    expect(parseLocalTime(text)).toBeNull();
    expect(() => toLocalTime(text)).toThrow(RangeError);
  });

  it('is read with the zero seconds that a database adds', () => {
    expect(toLocalTime('09:00:00')).toBe('09:00');
    expect(toLocalTime('16:30:00.000')).toBe('16:30');
  });

  it('is a minute of the day and back', () => {
    const minutes = Array.from({ length: 1440 }, (_, minute) => minute);
    const times = minutes.map(timeOfMinute);
    expect(times.map(minuteOfDay)).toEqual(minutes);
    expect([...times].reverse().sort(compareTimes)).toEqual(times);
    for (const outside of [-1, 1440, 9.5]) expect(() => timeOfMinute(outside)).toThrow(RangeError);
  });
});
