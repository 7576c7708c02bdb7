import { isoOf } from '../../time/zone';
import { instantOnAxis } from './axis';
import type { CalendarEntry, RangeSelection } from './calendar-entry';
import { type GridModel, findEntry } from './grid-model';

/** What is being moved, resized or drawn, before anything is decided. The entry itself stays where it is. */
export interface Ghost {
  readonly what: 'move' | 'resize' | 'select';
  readonly entry: CalendarEntry | null;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

export function ghostOf(model: GridModel, id: string, what: 'move' | 'resize'): Ghost | null {
  const found = findEntry(model, id);
  if (!found?.placed.entry.movable) return null;
  const { entry, start, end } = found.placed;
  if (what === 'resize' && !entry.resizable) return null;
  return { what, entry, column: found.column, start, end };
}

/** Moves the whole, never past the edges of the grid. */
export function moveGhost(model: GridModel, ghost: Ghost, columns: number, minutes: number): Ghost {
  const length = ghost.end - ghost.start;
  const start = clamp(ghost.start + minutes, 0, Math.max(model.axis.length - length, 0));
  const column = clamp(ghost.column + columns, 0, model.columns.length - 1);
  return { ...ghost, column, start, end: start + length };
}

/** Moves the end, which stays at least one slot after the start. */
export function resizeGhost(model: GridModel, ghost: Ghost, minutes: number, slot: number): Ghost {
  return { ...ghost, end: clamp(ghost.end + minutes, ghost.start + slot, model.axis.length) };
}

/** Draws from the minute where the pointer went down to where it is. */
export function drawGhost(column: number, from: number, to: number, slot: number): Ghost {
  const first = Math.floor(Math.min(from, to) / slot) * slot;
  const last = Math.ceil(Math.max(from, to, first + 1) / slot) * slot;
  return { what: 'select', entry: null, column, start: first, end: last };
}

/** The ghost's time. A moved entry keeps its real length also over a change of the clock. */
export function rangeOfGhost(model: GridModel, ghost: Ghost): RangeSelection | null {
  const column = model.columns[ghost.column];
  if (!column) return null;
  const start = instantOnAxis(model.axis, column.time, ghost.start);
  const length = ghost.what === 'move' && ghost.entry ? Date.parse(ghost.entry.end) - Date.parse(ghost.entry.start) : null;
  const end = length === null ? instantOnAxis(model.axis, column.time, ghost.end) : start + length;
  return { columnId: column.column.id, start: isoOf(start), end: isoOf(end) };
}

export function samePlace(model: GridModel, ghost: Ghost): boolean {
  const range = rangeOfGhost(model, ghost);
  const { entry } = ghost;
  if (!range || !entry || range.columnId !== entry.columnId) return false;
  return Date.parse(range.start) === Date.parse(entry.start) && Date.parse(range.end) === Date.parse(entry.end);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
