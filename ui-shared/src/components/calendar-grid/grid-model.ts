import { instantOf } from '../../time/zone';
import { type Axis, type ColumnTime, axisOf, columnTimes, minuteOnAxis } from './axis';
import type { CalendarColumn, CalendarEntry, InstantRange } from './calendar-entry';
import { lanesOf } from './lanes';

/** An entry with its place: minutes from the top of the axis, and its lane. */
export interface PlacedEntry {
  readonly entry: CalendarEntry;
  readonly start: number;
  readonly end: number;
  readonly lane: number;
  readonly lanes: number;
  /** Lies behind the others over the whole width. */
  readonly isBackground: boolean;
}

export interface GridColumn {
  readonly column: CalendarColumn;
  readonly time: ColumnTime;
  /** By start, longer first. */
  readonly entries: readonly PlacedEntry[];
}

export interface GridModel {
  readonly axis: Axis;
  readonly columns: readonly GridColumn[];
}

/** Everything the grid draws and the keyboard walks over, computed once for each change of data. */
export function gridModel(columns: readonly CalendarColumn[], entries: readonly CalendarEntry[], range: InstantRange): GridModel {
  const times = columnTimes(columns, range);
  const axis = axisOf(times);
  const byColumn = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const list = byColumn.get(entry.columnId);
    if (list) list.push(entry);
    else byColumn.set(entry.columnId, [entry]);
  }
  return {
    axis,
    columns: columns.flatMap((column, index) => {
      const time = times[index];
      return time ? [{ column, time, entries: place(axis, time, byColumn.get(column.id) ?? []) }] : [];
    }),
  };
}

function place(axis: Axis, time: ColumnTime, entries: readonly CalendarEntry[]): PlacedEntry[] {
  const clipped = entries
    .map((entry) => ({ entry, from: instantOf(entry.start), to: instantOf(entry.end) }))
    .filter(({ from, to }) => from < time.end && to > time.start)
    .map(({ entry, from, to }) => ({
      entry,
      start: minuteOnAxis(axis, time, Math.max(from, time.start)),
      end: minuteOnAxis(axis, time, Math.min(to, time.end)),
      isBackground: entry.kind === 'holiday',
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const lanes = lanesOf(clipped.filter(({ isBackground }) => !isBackground));
  let next = 0;
  return clipped.map((box) => {
    const lane = box.isBackground ? undefined : lanes[next++];
    return { ...box, lane: lane?.lane ?? 0, lanes: lane?.lanes ?? 1 };
  });
}

/** Where an entry stands, or null when it is not on the grid (any more). */
export function findEntry(model: GridModel, id: string): { column: number; index: number; placed: PlacedEntry } | null {
  for (const [column, { entries }] of model.columns.entries()) {
    const index = entries.findIndex(({ entry }) => entry.id === id);
    const placed = entries[index];
    if (placed) return { column, index, placed };
  }
  return null;
}
