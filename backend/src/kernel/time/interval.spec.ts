import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOfMillis, parseInstant } from './instant.ts';
import {
  commonTime,
  contains,
  encloses,
  gaps,
  intersect,
  intersectSets,
  interval,
  intervalFrom,
  isSameInterval,
  merge,
  minutesOf,
  overlaps,
  split,
  subtract,
  widen,
  type Interval,
  type IntervalSet,
} from './interval.ts';

const DAY_MINUTES = 90;
const minute = (count: number): ReturnType<typeof instantOfMillis> => instantOfMillis(Date.UTC(2027, 2, 28) + count * 60_000);
const span = (start: number, end: number): Interval => interval(minute(start), minute(end));
const show = (spans: Iterable<Interval>): string =>
  [...spans].map(({ start, end }) => `${start.diff(minute(0)).as('minutes')}–${end.diff(minute(0)).as('minutes')}`).join(' ');

const aSpan = fc
  .tuple(fc.nat(DAY_MINUTES), fc.nat(DAY_MINUTES))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => span(Math.min(a, b), Math.max(a, b)));
const anySpans = fc.array(aSpan, { maxLength: 12 });

// The naive view: the minutes that are in it, one by one.
const minutesIn = (spans: Iterable<Interval>): Set<number> => {
  const all = [...spans];
  return new Set(
    Array.from({ length: DAY_MINUTES }, (_, count) => count).filter((count) => all.some((one) => contains(one, minute(count)))),
  );
};
const setOf = (minutes: Set<number>): string => {
  const inOrder = Array.from({ length: DAY_MINUTES }, (_, count) => count).filter((count) => minutes.has(count));
  const runs: [number, number][] = [];
  for (const count of inOrder) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === count) last[1] = count + 1;
    else runs.push([count, count + 1]);
  }
  return runs.map(([start, end]) => `${start}–${end}`).join(' ');
};

describe('an interval', () => {
  it('is never empty or backwards', () => {
    expect(() => span(10, 10)).toThrow(RangeError);
    expect(() => span(10, 9)).toThrow(RangeError);
    expect(() => intervalFrom(minute(0), 0)).toThrow(RangeError);
  });

  it('contains its start and not its end, so that touching is not overlapping', () => {
    expect([contains(span(0, 60), minute(0)), contains(span(0, 60), minute(60))]).toEqual([true, false]);
    expect([overlaps(span(0, 60), span(60, 90)), overlaps(span(0, 60), span(59, 90))]).toEqual([false, true]);
    expect([encloses(span(0, 60), span(0, 60)), encloses(span(0, 60), span(30, 61))]).toEqual([true, false]);
  });

  it('is measured in elapsed minutes, also over a move of the clock', () => {
    const nightShift = interval(parseInstant('2027-03-27T23:00:00+02:00'), parseInstant('2027-03-28T07:00:00+03:00'));
    expect(minutesOf(nightShift)).toBe(7 * 60);
  });

  it('with buffers is wider', () => {
    expect(show([widen(span(30, 60), 10, 15)])).toBe('20–75');
    expect(() => widen(span(30, 60), -20, -20)).toThrow(RangeError);
  });

  it('overlaps another exactly when the two share a minute', () => {
    fc.assert(
      fc.property(aSpan, aSpan, (a, b) => {
        const shared = setOf(minutesIn([a]).intersection(minutesIn([b])));
        expect(overlaps(a, b)).toBe(shared !== '');
        expect(show([intersect(a, b)].filter((one) => one !== null))).toBe(shared);
        expect(encloses(a, b)).toBe(minutesIn([b]).isSubsetOf(minutesIn([a])));
      }),
    );
  });

  it('is the same as another with the same ends', () => {
    expect(isSameInterval(span(0, 45), intervalFrom(minute(0), 45))).toBe(true);
    expect(isSameInterval(span(0, 45), span(0, 46))).toBe(false);
  });
});

describe('sets of intervals', () => {
  it('merge what overlaps or touches, minute for minute', () => {
    fc.assert(fc.property(anySpans, (spans) => expect(show(merge(spans))).toBe(setOf(minutesIn(spans)))));
  });

  it('subtract, minute for minute', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (from, taken) => {
        expect(show(subtract(merge(from), merge(taken)))).toBe(setOf(minutesIn(from).difference(minutesIn(taken))));
      }),
    );
  });

  it('intersect, minute for minute', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (a, b) => {
        expect(show(intersectSets(merge(a), merge(b)))).toBe(setOf(minutesIn(a).intersection(minutesIn(b))));
      }),
    );
  });

  it('of everybody give the time that all share', () => {
    fc.assert(
      fc.property(fc.array(anySpans, { minLength: 1, maxLength: 5 }), (people) => {
        const shared = people.map(minutesIn).reduce((all, one) => all.intersection(one));
        expect(show(commonTime(people.map(merge)))).toBe(setOf(shared));
      }),
    );
    expect(commonTime([])).toEqual([]);
  });

  it('leave the gaps of a day', () => {
    fc.assert(
      fc.property(aSpan, anySpans, (day, taken) => {
        expect(show(gaps(day, merge(taken)))).toBe(setOf(minutesIn([day]).difference(minutesIn(taken))));
      }),
    );
  });

  it('of a year of appointments are swept in one pass', () => {
    const many: IntervalSet = Array.from({ length: 100_000 }, (_, index) => span(index * 60, index * 60 + 45));
    const breaks: IntervalSet = Array.from({ length: 100_000 }, (_, index) => span(index * 60 + 30, index * 60 + 50));
    const began = performance.now();
    expect(subtract(many, breaks)).toHaveLength(100_000);
    expect(intersectSets(many, breaks)).toHaveLength(100_000);
    // A pass for each interval would be ten thousand million comparisons: minutes, not seconds.
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('splitting', () => {
  it('gives the whole pieces and leaves out the rest', () => {
    expect(show(split(span(0, 80), 20))).toBe('0–20 20–40 40–60 60–80');
    expect(show(split(span(0, 79), 20))).toBe('0–20 20–40 40–60');
    expect(show(split(span(0, 19), 20))).toBe('');
  });

  it('starts a piece every so often: 45 minutes every hour', () => {
    expect(show(split(span(0, 180), 45, 60))).toBe('0–45 60–105 120–165');
    expect(show(split(span(0, 60), 30, 15))).toBe('0–30 15–45 30–60');
  });

  it('needs positive lengths', () => {
    expect(() => split(span(0, 60), 0)).toThrow(RangeError);
    expect(() => split(span(0, 60), 30, 0)).toThrow(RangeError);
  });
});
