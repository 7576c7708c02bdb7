import { describe, expect, it } from '@jest/globals';
import { atWall, isoOf } from '../../time/zone';
import type { CalendarEntry } from './calendar-entry';
import { type Cursor, firstCursor, keepCursor, moveCursor } from './cursor';
import { drawGhost, ghostOf, moveGhost, rangeOfGhost, resizeGhost, samePlace } from './ghost';
import { type GridModel, gridModel } from './grid-model';

const DAY = '2026-12-10';
const STEP = 30;
const range = { start: isoOf(atWall(DAY, 8)), end: isoOf(atWall(DAY, 16)) };
const columns = [
  { id: 'anna', title: 'Anna' },
  { id: 'liisa', title: 'Liisa' },
];

function entry(id: string, columnId: string, from: number, to: number): CalendarEntry {
  return {
    id,
    columnId,
    start: isoOf(atWall(DAY, 8) + from * 60_000),
    end: isoOf(atWall(DAY, 8) + to * 60_000),
    title: id,
    kind: 'reservation',
    movable: true,
    resizable: true,
  };
}

// Anna: 8.00–9.30 a, 9.00–10.00 b, free, 11.00–12.00 c. Liisa: 8.30–9.30 d.
const model = gridModel(
  columns,
  [entry('c', 'anna', 180, 240), entry('a', 'anna', 0, 90), entry('b', 'anna', 60, 120), entry('d', 'liisa', 30, 90)],
  range,
);

function walk(from: Cursor, ...keys: string[]): string {
  return keys
    .reduce<{ cursor: Cursor; path: string[] }>(
      ({ cursor, path }, key) => {
        const [shift, name] = key.startsWith('+') ? [true, key.slice(1)] : [false, key];
        const next = moveCursor(model, cursor, { key: name, shift, ctrl: false }, STEP);
        return { cursor: next ?? cursor, path: [...path, told(next)] };
      },
      { cursor: from, path: [] },
    )
    .path.join(' ');
}

function told(cursor: Cursor | null): string {
  if (cursor === null) return '-';
  return cursor.at === 'entry' ? cursor.id : `${columns[cursor.column]?.title ?? ''}:${cursor.start}-${cursor.end}`;
}

function onEntry(id: string, given: GridModel = model): Cursor {
  const found = given.columns
    .flatMap(({ entries }, column) => entries.map((placed) => ({ placed, column })))
    .find(({ placed }) => placed.entry.id === id);
  if (!found) throw new Error(`No entry ${id}`);
  return { at: 'entry', column: found.column, id, start: found.placed.start };
}

describe('arrow keys', () => {
  it('go down over overlapping entries, the empty time between, and stop at the end of the day', () => {
    expect(walk(onEntry('a'), 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('b Anna:120-150 Anna:150-180 c');
    expect(walk({ at: 'slot', column: 0, start: 450, end: 480, anchor: 450 }, 'ArrowDown')).toBe('-');
  });

  it('come back up the same way', () => {
    expect(walk(onEntry('c'), 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp')).toBe('Anna:150-180 Anna:120-150 b a -');
  });

  it('go sideways at the same time, to an entry or to empty time', () => {
    expect(walk(onEntry('b'), 'ArrowRight', 'ArrowLeft')).toBe('d a');
    expect(walk(onEntry('c'), 'ArrowRight', 'ArrowRight')).toBe('Liisa:180-210 -');
  });

  it('make the chosen empty time longer and shorter with Shift', () => {
    const free: Cursor = { at: 'slot', column: 1, start: 180, end: 210, anchor: 180 };
    expect(walk(free, '+ArrowDown', '+ArrowDown', '+ArrowUp')).toBe('Liisa:180-240 Liisa:180-270 Liisa:180-240');
    expect(walk(free, '+ArrowUp', '+ArrowUp', '+ArrowDown')).toBe('Liisa:150-210 Liisa:120-210 Liisa:150-210');
  });

  it('jump from entry to entry by page keys, to the ends of the column by Home and End', () => {
    expect(walk(onEntry('a'), 'PageDown', 'PageDown', 'PageUp', 'End', 'Home')).toBe('b c b c a');
  });
});

describe('the place of the keyboard', () => {
  it('is first the entry that goes on at or after the wanted time', () => {
    expect(told(firstCursor(model, 100, STEP))).toBe('b');
    expect(told(firstCursor(gridModel(columns, [], range), 60, STEP))).toBe('Anna:60-90');
  });

  it('follows an entry that somebody else moved, and stays where one was cancelled', () => {
    const moved = gridModel(columns, [entry('b', 'liisa', 300, 360)], range);
    expect(keepCursor(moved, onEntry('b'), STEP)).toMatchObject({ id: 'b', column: 1, start: 300 });
    expect(told(keepCursor(moved, onEntry('a'), STEP))).toBe('Anna:0-30');
  });

  it('is nowhere when there is no column', () => {
    expect(firstCursor(gridModel([], [], range), 0, STEP)).toBeNull();
  });
});

describe('moving an entry', () => {
  it('goes to another person and time, and not past the edges', () => {
    const ghost = ghostOf(model, 'c', 'move');
    if (!ghost) throw new Error('c can be moved');
    const moved = moveGhost(model, ghost, 1, 15);
    expect(rangeOfGhost(model, moved)).toEqual({ columnId: 'liisa', start: isoOf(atWall(DAY, 11, 15)), end: isoOf(atWall(DAY, 12, 15)) });
    expect(moveGhost(model, moved, 5, 10_000)).toMatchObject({ column: 1, start: 420, end: 480 });
    expect(samePlace(model, ghost)).toBe(true);
    expect(samePlace(model, moved)).toBe(false);
  });

  it('keeps its real length over the night in which the clock changes', () => {
    const night = { start: isoOf(atWall('2027-10-31', 0)), end: isoOf(atWall('2027-11-01', 0)) };
    const long = { ...entry('x', 'anna', 0, 0), start: isoOf(atWall('2027-10-31', 5)), end: isoOf(atWall('2027-10-31', 7)) };
    const given = gridModel(columns, [long], night);
    const ghost = ghostOf(given, 'x', 'move');
    if (!ghost) throw new Error('x can be moved');
    const moved = rangeOfGhost(given, moveGhost(given, ghost, 0, -180));
    expect(moved).toMatchObject({ start: '2027-10-31T00:00:00Z', end: '2027-10-31T02:00:00Z' });
  });

  it('cannot be done to what may not be moved', () => {
    const fixed = gridModel(columns, [{ ...entry('f', 'anna', 0, 60), movable: false }], range);
    expect(ghostOf(fixed, 'f', 'move')).toBeNull();
  });

  it('resizes to one slot at least', () => {
    const ghost = ghostOf(model, 'c', 'resize');
    if (!ghost) throw new Error('c can be resized');
    expect(resizeGhost(model, ghost, -500, 15)).toMatchObject({ start: 180, end: 195 });
  });

  it('draws whole slots in either direction', () => {
    expect(drawGhost(0, 100, 100, 15)).toMatchObject({ start: 90, end: 105 });
    expect(drawGhost(0, 100, 40, 15)).toMatchObject({ start: 30, end: 105 });
  });
});
