import './luxon-settings.ts';
import type { DateTime } from 'luxon';

/** A span of time that contains its start and not its end, so that 9–10 and 10–11 touch without overlapping. Never empty. */
export interface Interval {
  readonly start: DateTime;
  readonly end: DateTime;
}

/**
 * Intervals in order of time that neither overlap nor touch. `merge` makes one of any intervals; what is written to take an
 * IntervalSet needs one pass over it.
 */
export type IntervalSet = readonly Interval[];

/** @throws RangeError when the end is not after the start. */
export function interval(start: DateTime, end: DateTime): Interval {
  if (!(start < end)) throw new RangeError(`Not an interval: ${start.toISO()} – ${end.toISO()}`);
  return { start, end };
}

/** So many elapsed minutes from the start. @throws RangeError unless the minutes are positive. */
export function intervalFrom(start: DateTime, minutes: number): Interval {
  return interval(start, start.plus({ minutes }));
}

/** Elapsed minutes. */
export function minutesOf(span: Interval): number {
  return (span.end.toMillis() - span.start.toMillis()) / 60_000;
}

export function isSameInterval(a: Interval, b: Interval): boolean {
  return a.start.toMillis() === b.start.toMillis() && a.end.toMillis() === b.end.toMillis();
}

/** Whether some instant is in both; touching is not overlapping. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether the instant lies in the span; its end does not. */
export function contains(span: Interval, instant: DateTime): boolean {
  return span.start <= instant && instant < span.end;
}

/** Whether all of the inner span lies in the outer one. */
export function encloses(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What is in both, or null when they do not overlap. */
export function intersect(a: Interval, b: Interval): Interval | null {
  const start = later(a.start, b.start);
  const end = earlier(a.end, b.end);
  return start < end ? { start, end } : null;
}

/** The span with elapsed minutes added at both ends: buffers, travel. @throws RangeError when nothing is left of it. */
export function widen(span: Interval, minutesBefore: number, minutesAfter: number): Interval {
  return interval(span.start.minus({ minutes: minutesBefore }), span.end.plus({ minutes: minutesAfter }));
}

/** What is in at least one of the intervals, which may come in any order and overlap. */
export function merge(intervals: Iterable<Interval>): IntervalSet {
  const inOrder = [...intervals].sort((a, b) => a.start.toMillis() - b.start.toMillis());
  const merged: Interval[] = [];
  for (const next of inOrder) {
    const last = merged.at(-1);
    if (last === undefined || last.end < next.start) merged.push(next);
    else if (last.end < next.end) merged[merged.length - 1] = { start: last.start, end: next.end };
  }
  return merged;
}

/** What is in the first set and not in the second: working hours less allocations. One pass over both. */
export function subtract(from: IntervalSet, taken: IntervalSet): IntervalSet {
  const left: Interval[] = [];
  let first = 0;
  for (const span of from) {
    while (endsBy(taken[first], span.start)) first += 1;
    let start = span.start;
    // The last one that is looked at may reach into the next span, so the position stays on it.
    for (let at = first; at < taken.length; at += 1) {
      const hole = taken[at];
      if (hole === undefined || hole.start >= span.end) break;
      if (start < hole.start) left.push({ start, end: hole.start });
      start = later(start, hole.end);
      if (hole.end <= span.end) first = at + 1;
    }
    if (start < span.end) left.push({ start, end: span.end });
  }
  return left;
}

/** What is in both sets. One pass over both. */
export function intersectSets(a: IntervalSet, b: IntervalSet): IntervalSet {
  const common: Interval[] = [];
  let inA = 0;
  let inB = 0;
  for (let spanA = a[inA], spanB = b[inB]; spanA !== undefined && spanB !== undefined; spanA = a[inA], spanB = b[inB]) {
    const shared = intersect(spanA, spanB);
    if (shared !== null) common.push(shared);
    if (spanA.end < spanB.end) inA += 1;
    else inB += 1;
  }
  return common;
}

/** What is in every one of the sets: the free time that all participants share. Empty when there are no sets. */
export function commonTime(sets: readonly IntervalSet[]): IntervalSet {
  const [first, ...others] = sets;
  return others.reduce(intersectSets, first ?? []);
}

/** What is left of the span between the taken intervals: the free time of a day. */
export function gaps(within: Interval, taken: IntervalSet): IntervalSet {
  return subtract([within], taken);
}

/**
 * The whole pieces of so many elapsed minutes that fit in the span, one starting every `everyMinutes` from its start. A rest that is
 * too short is left out. With pieces longer than the step they overlap.
 * @throws RangeError unless both numbers are positive.
 */
export function split(span: Interval, lengthMinutes: number, everyMinutes: number = lengthMinutes): Interval[] {
  if (!(lengthMinutes > 0 && everyMinutes > 0)) throw new RangeError(`Cannot split into ${lengthMinutes} min every ${everyMinutes} min`);
  const count = Math.floor((minutesOf(span) - lengthMinutes) / everyMinutes) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    intervalFrom(span.start.plus({ minutes: index * everyMinutes }), lengthMinutes),
  );
}

function endsBy(span: Interval | undefined, instant: DateTime): boolean {
  return span !== undefined && span.end <= instant;
}

function later(a: DateTime, b: DateTime): DateTime {
  return a < b ? b : a;
}

function earlier(a: DateTime, b: DateTime): DateTime {
  return a < b ? a : b;
}
