import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../time/calendar-date';
import { atWall, isoOf, startOfDay } from '../../time/zone';
import { axisOf, columnTime, columnTimes, hoursOf, instantOnAxis, minuteOnAxis } from './axis';
import type { InstantRange } from './calendar-entry';

function day(date: string): InstantRange {
  return { start: isoOf(startOfDay(date)), end: isoOf(startOfDay(addDays(date, 1))) };
}

function week(monday: string) {
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const columns = days.map((date) => ({ id: date, title: date, range: day(date) }));
  const times = columnTimes(columns, day(monday));
  return { axis: axisOf(times), times, days };
}

describe('the axis of time', () => {
  it('has nine o’clock on the same line in every day of a week in which the clock changes', () => {
    for (const monday of ['2027-03-22', '2027-10-25', '2026-12-07']) {
      const { axis, times, days } = week(monday);
      const lines = times.map((time, index) => minuteOnAxis(axis, time, atWall(days[index] ?? monday, 9)));
      expect(new Set(lines).size).toBe(1);
    }
  });

  it('shows the repeated hour of October twice, and both can be told apart', () => {
    const time = columnTime(day('2027-10-31'));
    const axis = axisOf([time]);
    expect(axis.length).toBe(25 * 60);
    expect(
      hoursOf(axis)
        .slice(2, 6)
        .map(({ hour }) => hour),
    ).toEqual([2, 3, 3, 4]);
    expect(isoOf(instantOnAxis(axis, time, 3 * 60 + 30))).toBe('2027-10-31T00:30:00Z');
    expect(isoOf(instantOnAxis(axis, time, 4 * 60 + 30))).toBe('2027-10-31T01:30:00Z');
    expect(isoOf(instantOnAxis(axis, time, 10 * 60))).toBe(isoOf(atWall('2027-10-31', 9)));
  });

  it('goes from place to instant and back for every quarter of the three kinds of day', () => {
    for (const date of ['2027-03-28', '2027-10-31', '2027-06-01']) {
      const time = columnTime(day(date));
      const axis = axisOf([time]);
      for (let instant = time.start; instant < time.end; instant += 15 * 60_000) {
        expect(instantOnAxis(axis, time, minuteOnAxis(axis, time, instant))).toBe(instant);
      }
    }
  });

  it('moves a choice within the missing hour of March past it', () => {
    const time = columnTime(day('2027-03-28'));
    const axis = axisOf([time]);
    expect(axis.length).toBe(24 * 60);
    expect(isoOf(instantOnAxis(axis, time, 3 * 60 + 30))).toBe(isoOf(atWall('2027-03-28', 4, 30)));
  });

  it('can be a part of the day', () => {
    const time = columnTime({ start: isoOf(atWall('2026-12-10', 7, 30)), end: isoOf(atWall('2026-12-10', 18)) });
    const axis = axisOf([time]);
    expect([axis.top, axis.length]).toEqual([7 * 60, 11 * 60]);
    expect(minuteOnAxis(axis, time, atWall('2026-12-10', 9))).toBe(120);
  });
});
