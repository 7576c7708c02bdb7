import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '../../../backend/src/kernel/random.ts';
import type { World } from './world.ts';

const VICTIMS = ['API', 'worker', 'PostgreSQL'] as const;
export type Victim = (typeof VICTIMS)[number];

export interface PlannedKill {
  readonly victim: Victim;
  /** Milliseconds after the load has begun. */
  readonly atMs: number;
  /** Milliseconds until it is started again. */
  readonly pauseMs: number;
  /** True: also when what was killed before is still starting; a kill in the middle of a recovery. */
  readonly atOnce: boolean;
}

const LONGEST_PAUSE_MS = 1000;
const AT_ONCE = 0.2;

/** Kills spread over the time, each somewhere in its share of it, and in equal parts over the three. */
export function planKills(count: number, seconds: number, random: SeededRandom): PlannedKill[] {
  const share = (seconds * 1000) / count;
  let victims: Victim[] = [];
  return Array.from({ length: count }, (_, n) => {
    if (victims.length === 0) victims = random.shuffle(VICTIMS);
    return {
      victim: victims.pop() ?? 'API',
      atMs: Math.floor(share * n + random.int(Math.floor(share * 0.2), Math.floor(share * 0.9))),
      pauseMs: random.int(0, LONGEST_PAUSE_MS),
      atOnce: random.chance(AT_ONCE),
    };
  });
}

/**
 * Carries them out. On a slow machine most wait until the product works again, so that there is something to kill; the campaign
 * takes longer then.
 */
export async function carryOut(world: World, kills: readonly PlannedKill[]): Promise<void> {
  const began = performance.now();
  for (const { victim, atMs, pauseMs, atOnce } of kills) {
    await sleep(Math.max(0, atMs - (performance.now() - began)));
    if (!atOnce) await world.untilReady();
    await victimOf(world, victim).kill(pauseMs);
  }
}

function victimOf(world: World, victim: Victim): { kill(pauseMs: number): Promise<void> } {
  switch (victim) {
    case 'API':
      return world.api;
    case 'worker':
      return world.worker;
    case 'PostgreSQL':
      return world.postgres;
  }
}
