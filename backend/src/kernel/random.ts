/** Reproducible random numbers: the same seed gives the same sequence on every machine. Never for secrets. */
export interface SeededRandom {
  /** A whole number from `least` to `greatest`, both included. */
  int(least: number, greatest: number): number;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items. @throws RangeError when there are none. */
  pick<T>(items: readonly T[]): T;
  /** The items in random order, as a new array. */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent sequence, so that more draws in one part of a seed do not change the other parts. */
  fork(label: string): SeededRandom;
}

/** A reproducible sequence that depends on nothing but the seed. */
export function seededRandom(seed: string): SeededRandom {
  const next = mulberry32(hashOf(seed));

  const int = (least: number, greatest: number): number => least + Math.floor(next() * (greatest - least + 1));

  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('Nothing to pick from');
    return items[int(0, items.length - 1)] as T;
  };

  const shuffle = <T>(items: readonly T[]): T[] => {
    const left = [...items];
    return items.map(() => left.splice(int(0, left.length - 1), 1)[0] as T);
  };

  return { int, pick, shuffle, chance: (probability) => next() < probability, fork: (label) => seededRandom(`${seed}/${label}`) };
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** A small generator with a period of 2^32: plenty for demonstration data. Gives numbers from 0 to below 1. */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
