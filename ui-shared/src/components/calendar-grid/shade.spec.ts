import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../time/calendar-date';
import { atWall, isoOf, startOfDay } from '../../time/zone';
import { axisOf, columnTime } from './axis';
import { shadeOf } from './shade';

const OFF = 'var(--v-surface-sunken)';
const ON = 'var(--v-surface)';

function dayOf(date: string) {
  const time = columnTime({ start: isoOf(startOfDay(date)), end: isoOf(startOfDay(addDays(date, 1))) });
  return { time, axis: axisOf([time]) };
}

function hours(date: string, from: number, to: number) {
  return { start: isoOf(atWall(date, from)), end: isoOf(atWall(date, to)) };
}

describe('the shade of a column', () => {
  it('leaves out both halves of a divided working day', () => {
    const { time, axis } = dayOf('2026-12-10');
    const working = [hours('2026-12-10', 18, 24), hours('2026-12-10', 6, 12)];
    expect(shadeOf(axis, time, working)).toBe(
      `linear-gradient(${OFF} 0.00% 25.00%, ${ON} 25.00% 50.00%, ${OFF} 50.00% 75.00%, ${ON} 75.00% 100.00%, ${OFF} 100.00% 100%)`,
    );
  });

  it('covers the day of somebody who is not at work, also when work of another day is told', () => {
    const { time, axis } = dayOf('2026-12-10');
    expect(shadeOf(axis, time, [hours('2026-12-11', 8, 16)])).toBe(`linear-gradient(${OFF} 0.00% 100%)`);
  });

  it('ends at the same line of the wall clock on a day of 25 hours', () => {
    const { time, axis } = dayOf('2026-10-25');
    // Twelve o'clock is thirteen hours from midnight on an axis of twenty-five.
    expect(shadeOf(axis, time, [hours('2026-10-25', 12, 24)])).toContain(`${OFF} 0.00% 52.00%, ${ON} 52.00% 100.00%`);
  });
});
