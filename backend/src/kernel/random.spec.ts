import { describe, expect, it } from '@jest/globals';
import { seededRandom } from './random.ts';

const draws = (seed: string): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 20 }, () => random.int(0, 1_000_000));
};

describe('seeded random numbers', () => {
  it('are the same for the same seed and others for another', () => {
    expect(draws('demo/2026-11-24')).toEqual(draws('demo/2026-11-24'));
    expect(draws('demo/2026-11-24')).not.toEqual(draws('demo/2026-11-25'));
  });

  it('never change between releases, or the demonstration data would', () => {
    expect(draws('vuoro').slice(0, 3)).toEqual([29_900, 545_167, 399_627]);
  });

  it('cover the range evenly, both ends included', () => {
    const random = seededRandom('dice');
    const counts = new Map<number, number>();
    for (let throws = 0; throws < 60_000; throws += 1) {
      const eyes = random.int(1, 6);
      counts.set(eyes, (counts.get(eyes) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('shuffle keeps every item and leaves the original alone', () => {
    const cards = Array.from({ length: 52 }, (_, card) => card);
    const shuffled = seededRandom('cards').shuffle(cards);
    expect(shuffled).not.toEqual(cards);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(cards);
  });

  it('of a fork do not depend on how much was drawn before', () => {
    const fresh = seededRandom('demo');
    const used = seededRandom('demo');
    used.int(1, 100);
    expect(used.fork('clients').int(0, 1e9)).toBe(fresh.fork('clients').int(0, 1e9));
    expect(fresh.fork('clients').int(0, 1e9)).not.toBe(fresh.fork('rooms').int(0, 1e9));
  });

  it('cannot pick from nothing', () => {
    expect(() => seededRandom('demo').pick([])).toThrow(RangeError);
  });
});
