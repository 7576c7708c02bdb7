import { describe, expect, it } from '@jest/globals';
import { lanesOf } from './lanes';

const span = (start: number, end: number) => ({ start, end });

describe('overlapping entries', () => {
  it('stand side by side, and the one after them has the whole width again', () => {
    expect(lanesOf([span(0, 60), span(30, 90), span(90, 120)])).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 1 },
    ]);
  });

  it('do not overlap when one begins as the other ends', () => {
    expect(lanesOf([span(0, 60), span(60, 120)]).map(({ lanes }) => lanes)).toEqual([1, 1]);
  });

  it('share the width of the whole cluster, and a free lane is used again', () => {
    expect(lanesOf([span(0, 120), span(0, 30), span(30, 60), span(45, 90)])).toEqual([
      { lane: 0, lanes: 3 },
      { lane: 1, lanes: 3 },
      { lane: 1, lanes: 3 },
      { lane: 2, lanes: 3 },
    ]);
  });

  it('never cover each other in the same lane, whatever the day', () => {
    let seed = 7;
    const random = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
    for (let round = 0; round < 200; round += 1) {
      const spans = Array.from({ length: 30 }, () => random(600))
        .sort((a, b) => a - b)
        .map((start) => span(start, start + 1 + random(120)));
      const lanes = lanesOf(spans);
      expect(lanes).toHaveLength(spans.length);
      spans.forEach((one, index) => {
        spans.slice(index + 1).forEach((other, offset) => {
          const overlap = one.start < other.end && other.start < one.end;
          if (overlap) expect(lanes[index]?.lane).not.toBe(lanes[index + 1 + offset]?.lane);
        });
      });
    }
  });
});
