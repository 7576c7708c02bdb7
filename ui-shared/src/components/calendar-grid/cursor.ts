import { type GridModel, type PlacedEntry, findEntry } from './grid-model';

/** Where the keyboard stands: on an entry, or on a piece of empty time (which Shift and arrows make longer). */
export type Cursor =
  | { readonly at: 'entry'; readonly column: number; readonly id: string; readonly start: number }
  | { readonly at: 'slot'; readonly column: number; readonly start: number; readonly end: number; readonly anchor: number };

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
}

/**
 * Walks the grid as the eye sees it. Up and Down go over entries and empty slots of a column alike, Left and Right to
 * the same time beside, Page Up and Page Down to the previous or next entry, Home and End to the first or last entry
 * (with Ctrl of the first or last column). Null means the key is not ours, or there is nothing there.
 * @param step length of an empty slot in minutes
 */
export function moveCursor(model: GridModel, cursor: Cursor, press: KeyPress, step: number): Cursor | null {
  if (press.shift) return stretch(model, cursor, press.key, step);
  switch (press.key) {
    case 'ArrowDown':
      return down(model, cursor, step);
    case 'ArrowUp':
      return up(model, cursor, step);
    case 'ArrowLeft':
      return at(model, cursor.column - 1, cursor.start, step);
    case 'ArrowRight':
      return at(model, cursor.column + 1, cursor.start, step);
    case 'PageDown':
      return toEntry(cursor.column, nextEntry(entriesOf(model, cursor), cursor));
    case 'PageUp':
      return toEntry(cursor.column, previousEntry(entriesOf(model, cursor), cursor));
    case 'Home':
      return edge(model, press.ctrl ? 0 : cursor.column, 'first', step);
    case 'End':
      return edge(model, press.ctrl ? model.columns.length - 1 : cursor.column, 'last', step);
    default:
      return null;
  }
}

/** What stands at the minute of the column: the entry that covers it, else the empty slot. */
export function at(model: GridModel, column: number, minute: number, step: number): Cursor | null {
  const found = model.columns[column];
  if (!found) return null;
  const covering = found.entries.find(({ start, end, isBackground }) => !isBackground && start <= minute && end > minute);
  if (covering) return toEntry(column, covering);
  const next = found.entries.find(({ start, isBackground }) => !isBackground && start > minute);
  return slot(column, minute, Math.min(minute + step, next?.start ?? model.axis.length, model.axis.length));
}

/** Where the Tab key enters: the first entry at or after the wanted minute, else the empty slot there. */
export function firstCursor(model: GridModel, minute: number, step: number): Cursor | null {
  const wanted = Math.min(Math.max(minute, 0), Math.max(model.axis.length - step, 0));
  for (const [column, { entries }] of model.columns.entries()) {
    const entry = entries.find(({ end }) => end > wanted);
    if (entry) return toEntry(column, entry);
  }
  return at(model, 0, wanted, step);
}

/** The same place after the data has changed: an entry is followed to where it is now; one that is gone leaves its place. */
export function keepCursor(model: GridModel, cursor: Cursor, step: number): Cursor | null {
  if (cursor.at === 'entry') {
    const found = findEntry(model, cursor.id);
    if (found) return toEntry(found.column, found.placed);
  }
  const column = Math.min(cursor.column, model.columns.length - 1);
  return at(model, column, Math.min(cursor.start, Math.max(model.axis.length - step, 0)), step);
}

function down(model: GridModel, cursor: Cursor, step: number): Cursor | null {
  const entries = entriesOf(model, cursor);
  const next = nextEntry(entries, cursor);
  const covered = cursor.at === 'slot' ? Math.max(cursor.end, cursor.anchor) : coveredUntil(entries, cursor);
  if (next && next.start <= covered) return toEntry(cursor.column, next);
  if (covered >= model.axis.length) return null;
  return slot(cursor.column, covered, Math.min(covered + step, next?.start ?? model.axis.length, model.axis.length));
}

function up(model: GridModel, cursor: Cursor, step: number): Cursor | null {
  const entries = entriesOf(model, cursor);
  const previous = previousEntry(entries, cursor);
  const covered = previous
    ? coveredUntil(entries, { at: 'entry', column: cursor.column, id: previous.entry.id, start: previous.start })
    : 0;
  if (previous && covered >= cursor.start) return toEntry(cursor.column, previous);
  if (cursor.start <= 0) return null;
  return slot(cursor.column, Math.max(covered, cursor.start - step), cursor.start);
}

function stretch(model: GridModel, cursor: Cursor, key: string, step: number): Cursor | null {
  if (cursor.at !== 'slot') return null;
  const { column, anchor } = cursor;
  if (key === 'ArrowDown') {
    const grown = cursor.start < anchor ? null : Math.min(cursor.end + step, model.axis.length);
    return grown === null ? { ...cursor, start: cursor.start + step } : { at: 'slot', column, anchor, start: anchor, end: grown };
  }
  if (key !== 'ArrowUp') return null;
  if (cursor.start === anchor && cursor.end > anchor + step) return { ...cursor, end: cursor.end - step };
  return { ...cursor, start: Math.max(cursor.start - step, 0) };
}

function edge(model: GridModel, column: number, side: 'first' | 'last', step: number): Cursor | null {
  const entries = model.columns[column]?.entries ?? [];
  const entry = side === 'first' ? entries[0] : entries.at(-1);
  return entry ? toEntry(column, entry) : at(model, column, side === 'first' ? 0 : model.axis.length - step, step);
}

function entriesOf(model: GridModel, cursor: Cursor): readonly PlacedEntry[] {
  return model.columns[cursor.column]?.entries ?? [];
}

function nextEntry(entries: readonly PlacedEntry[], cursor: Cursor): PlacedEntry | undefined {
  if (cursor.at === 'slot') return entries.find(({ start }) => start >= cursor.start);
  return entries[entries.findIndex(({ entry }) => entry.id === cursor.id) + 1];
}

function previousEntry(entries: readonly PlacedEntry[], cursor: Cursor): PlacedEntry | undefined {
  if (cursor.at === 'slot') return entries.findLast(({ start }) => start < cursor.start);
  return entries[entries.findIndex(({ entry }) => entry.id === cursor.id) - 1];
}

/** The latest end of the entry and of all before it: an early long one may cover what follows. Background covers nothing. */
function coveredUntil(entries: readonly PlacedEntry[], cursor: Cursor & { at: 'entry' }): number {
  let covered = cursor.start;
  for (const { entry, end, isBackground } of entries) {
    if (!isBackground) covered = Math.max(covered, end);
    if (entry.id === cursor.id) break;
  }
  return covered;
}

function toEntry(column: number, placed: PlacedEntry | undefined): Cursor | null {
  return placed ? { at: 'entry', column, id: placed.entry.id, start: placed.start } : null;
}

function slot(column: number, start: number, end: number): Cursor {
  return { at: 'slot', column, start, end, anchor: start };
}
