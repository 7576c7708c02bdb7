import type { EntryKind } from './calendar-entry';
import type { GridModel } from './grid-model';

/** These cover whole days, or are not going to happen: they make no page longer. */
const UNIMPORTANT: readonly EntryKind[] = ['absence', 'holiday', 'cancelled'];
const HOUR = 60;

/** The whole hours of the axis within which all work and all entries lie. @param working minutes from midnight */
export function printedHours(
  { axis, columns }: GridModel,
  working: { readonly start: number; readonly end: number },
): { readonly from: number; readonly count: number } {
  let [from, to] = [working.start - axis.top, working.end - axis.top];
  for (const { entries } of columns) {
    for (const { entry, start, end } of entries) {
      if (UNIMPORTANT.includes(entry.kind)) continue;
      from = Math.min(from, start);
      to = Math.max(to, end);
    }
  }
  const first = Math.floor(Math.max(from, 0) / HOUR);
  return { from: first, count: Math.max(Math.ceil(Math.min(to, axis.length) / HOUR) - first, 1) };
}
