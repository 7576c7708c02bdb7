import type { Axis } from './axis';
import type { CalendarColumn, CalendarEntry } from './calendar-entry';
import type { GridColumn, GridModel, PlacedEntry } from './grid-model';

/**
 * The new model with the old objects wherever nothing has changed. A reload gives new objects for the same facts, and
 * a column that is still the same object is not drawn again: another person's booking redraws one column of twenty.
 */
export function keepUnchanged(previous: GridModel, next: GridModel): GridModel {
  const axis = sameAxis(previous.axis, next.axis) ? previous.axis : next.axis;
  const known = new Map(previous.columns.map((column) => [column.column.id, column]));
  const columns = next.columns.map((column) => {
    const old = known.get(column.column.id);
    return old && sameColumn(old, column) ? old : column;
  });
  return { axis, columns };
}

function sameAxis(a: Axis, b: Axis): boolean {
  return a.top === b.top && a.length === b.length && a.repeatAt === b.repeatAt;
}

function sameColumn(a: GridColumn, b: GridColumn): boolean {
  if (a.entries.length !== b.entries.length || !sameHeading(a.column, b.column)) return false;
  if (a.time.start !== b.time.start || a.time.end !== b.time.end) return false;
  return a.entries.every((placed, index) => {
    const other = b.entries[index];
    return other !== undefined && samePlaced(placed, other);
  });
}

function sameHeading(a: CalendarColumn, b: CalendarColumn): boolean {
  return a.title === b.title && a.subtitle === b.subtitle && sameSpans(a.working, b.working);
}

function sameSpans(a: CalendarColumn['working'], b: CalendarColumn['working']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every(({ start, end }, index) => start === b[index]?.start && end === b[index].end);
}

function samePlaced(a: PlacedEntry, b: PlacedEntry): boolean {
  const samePlace = a.start === b.start && a.end === b.end && a.lane === b.lane && a.lanes === b.lanes;
  return samePlace && (a.entry === b.entry || sameEntry(a.entry, b.entry));
}

const FIELDS = ['id', 'start', 'end', 'title', 'kind', 'tone', 'description', 'movable', 'resizable'] as const;

function sameEntry(a: CalendarEntry, b: CalendarEntry): boolean {
  if (FIELDS.some((field) => a[field] !== b[field])) return false;
  const [mine = [], theirs = []] = [a.icons, b.icons];
  return (
    mine.length === theirs.length && mine.every((icon, index) => icon.glyph === theirs[index]?.glyph && icon.label === theirs[index].label)
  );
}
