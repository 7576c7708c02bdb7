import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, isCalendarDate, isoWeek, weekdayOf, weeksOfMonth } from './calendar-date';
import { formatDateTime, formatDuration, formatRange, formatTimeRange } from './format';
import { spokenAppointment, spokenDuration } from './spoken';
import { atWall, dateOf, instantOf, isoOf, startOfDay, wallTime } from './zone';

describe('days of the calendar', () => {
  it('belong to ISO weeks: 2026 has week 53, and it holds the first days of 2027', () => {
    expect(isoWeek('2026-12-28')).toEqual({ year: 2026, week: 53 });
    expect(isoWeek('2027-01-03')).toEqual({ year: 2026, week: 53 });
    expect(isoWeek('2027-01-04')).toEqual({ year: 2027, week: 1 });
  });

  it('begin the week on Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(weeksOfMonth('2026-11-01').map((week) => week[0])).toEqual([
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
  });

  it('keep to the last day of a shorter month', () => {
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  });

  it('are refused when the calendar has no such day', () => {
    expect(isCalendarDate('2027-02-29')).toBe(false);
    expect(isCalendarDate('2028-02-29')).toBe(true);
  });
});

describe('Finnish wall clock', () => {
  it('shows nine before and after both changes of the year', () => {
    expect(isoOf(atWall('2027-03-27', 9))).toBe('2027-03-27T07:00:00Z');
    expect(isoOf(atWall('2027-03-29', 9))).toBe('2027-03-29T06:00:00Z');
    expect(isoOf(atWall('2027-10-30', 9))).toBe('2027-10-30T06:00:00Z');
    expect(isoOf(atWall('2027-11-01', 9))).toBe('2027-11-01T07:00:00Z');
  });

  it('takes the first of the repeated hour and moves past the missing one', () => {
    expect(isoOf(atWall('2027-10-31', 3, 30))).toBe('2027-10-31T00:30:00Z');
    expect(wallTime(atWall('2027-03-28', 3, 30))).toEqual({ date: '2027-03-28', hour: 4, minute: 30 });
  });

  it('gives the day of the change 23 or 25 hours', () => {
    const hours = (date: string): number => (startOfDay(addDays(date, 1)) - startOfDay(date)) / 3_600_000;
    expect([hours('2027-03-28'), hours('2027-10-31'), hours('2027-06-01')]).toEqual([23, 25, 24]);
  });

  it('knows the day that has begun here and not yet in London', () => {
    expect(dateOf(instantOf('2026-12-10T22:30:00Z'))).toBe('2026-12-11');
  });

  it('agrees with the browser on every hour of ten years around the changes', () => {
    const browser = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Helsinki',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    for (let year = 2026; year < 2036; year += 1) {
      for (const month of ['03', '10']) {
        for (let hour = 0; hour < 24 * 31; hour += 1) {
          const instant = Date.UTC(year, Number(month) - 1, 1, hour, 15);
          const { date, hour: shown, minute } = wallTime(instant);
          const ours = `${date} ${String(shown).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          if (ours !== browser.format(instant)) throw new Error(`${ours} is not ${browser.format(instant)}`);
        }
      }
    }
  });
});

describe('times as the reader sees them', () => {
  const start = instantOf('2026-12-11T07:00:00Z');
  const end = instantOf('2026-12-11T08:30:00Z');

  it.each([
    ['fi', 'pe 11.12.2026 klo\u00a09.00', 'pe 11.12.2026 klo\u00a09.00–10.30', '1 t 30 min'],
    ['sv', 'fre 11.12.2026 kl.\u00a09.00', 'fre 11.12.2026 kl.\u00a09.00–10.30', '1 h 30 min'],
    ['en', 'Fri 11 Dec 2026 at\u00a09:00', 'Fri 11 Dec 2026 at\u00a09:00–10:30', '1 h 30 min'],
  ] as const)('are written in %s as %s', (language, dateTime, range, duration) => {
    expect(formatDateTime(language, start)).toBe(dateTime);
    expect(formatRange(language, start, end)).toBe(range);
    expect(formatDuration(language, 90)).toBe(duration);
  });

  it('end at 24.00 and name both days only when the range goes past midnight', () => {
    const evening = instantOf('2026-12-11T20:00:00Z');
    const midnight = instantOf('2026-12-11T22:00:00Z');
    expect(formatTimeRange('fi', evening, midnight)).toBe('22.00–24.00');
    expect(formatRange('fi', evening, midnight)).toBe('pe 11.12.2026 klo\u00a022.00–24.00');
    expect(formatRange('fi', evening, midnight + 1_800_000)).toBe('pe 11.12.2026 klo\u00a022.00 – la 12.12.2026 klo\u00a00.30');
  });

  it.each([
    ['fi', 'torstaina 10. joulukuuta kello 16, puolitoista tuntia'],
    ['sv', 'torsdagen den 10 december klockan 16, en och en halv timme'],
    ['en', 'on Thursday 10 December at 16:00, one and a half hours'],
  ] as const)('are spoken in %s as %s', (language, expected) => {
    const four = instantOf('2026-12-10T14:00:00Z');
    expect(spokenAppointment(language, four, four + 90 * 60_000)).toBe(expected);
  });

  it.each([
    [20, '20 minuuttia'],
    [45, '45 minuuttia'],
    [60, 'yksi tunti'],
    [120, '2 tuntia'],
    [135, '2 tuntia 15 minuuttia'],
  ])('last %i minutes, spoken as %s', (minutes, expected) => {
    expect(spokenDuration('fi', minutes)).toBe(expected);
  });
});
