import { describe, expect, it } from '@jest/globals';
import { atWall, isoOf } from '../../time/zone';
import type { CalendarEntry } from './calendar-entry';
import { gridModel } from './grid-model';
import { printedHours } from './printed-hours';

const DAY = '2026-12-10';
const at = (hour: number, minute = 0): string => isoOf(atWall(DAY, hour, minute));
const range = { start: at(0), end: at(24) };
const office = { start: 8 * 60, end: 16 * 60 };

function entry(kind: CalendarEntry['kind'], start: string, end: string): CalendarEntry {
  return { id: start, columnId: 'anna', start, end, kind, title: 'Eroaika' };
}

function printed(...entries: CalendarEntry[]) {
  return printedHours(gridModel([{ id: 'anna', title: 'Anna' }], entries, range), office);
}

describe('the hours of a printed day', () => {
  it('are those of work when nothing stands outside them', () => {
    expect(printed(entry('reservation', at(9), at(10, 30)))).toEqual({ from: 8, count: 8 });
  });

  it('reach to the evening of whoever has an entry there, in whole hours', () => {
    expect(printed(entry('reservation', at(17), at(18, 30)), entry('other', at(7, 45), at(8)))).toEqual({ from: 7, count: 12 });
  });

  it('are not made longer by who is away, a holiday or what is cancelled', () => {
    expect(printed(entry('absence', at(0), at(24)), entry('holiday', at(0), at(24)), entry('cancelled', at(20), at(21)))).toEqual({
      from: 8,
      count: 8,
    });
  });
});
