import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../kernel/index.ts';
import type { KeyInUse } from './key-rows.ts';

/** Told what goes on, line by line; never with anything of a row but its id. */
export type Say = (line: string) => void;

/** What is written with a key that a process does not know yet, that process could not read or find. */
export async function untilSettled(clock: Clock, key: KeyInUse, say: Say): Promise<void> {
  const seconds = Math.ceil(key.settledAt.diff(clock.now()).as('seconds'));
  if (seconds > 0) say(`Waiting ${seconds} seconds until every process has read ${key.id}.`);
  while (clock.now() < key.settledAt) await wait(250);
}

/** For what looks through a whole table, which takes longer than a request may. */
export const wholeTable = `SET LOCAL statement_timeout = '10min'`;

/**
 * For a batch in the order of ids: the planner believes that row level security leaves few rows and would look through the whole table and sort it,
 * for every batch anew.
 */
export const inOrderOfIds = `${wholeTable}; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off`;

/** Below every id. */
export const beforeTheFirstId = '00000000-0000-0000-0000-000000000000';

/**
 * Goes through a table by ids, a batch at a time, telling now and then how far it is.
 * @param nextBatch does one batch after an id, in a transaction of its own; @returns its ids in order, none at the end
 * @returns how many rows there were
 */
export async function inBatches(name: string, say: Say, nextBatch: (after: string) => Promise<readonly string[]>): Promise<number> {
  const toldEach = 100_000;
  let done = 0;
  for (let after: string | undefined = beforeTheFirstId; after !== undefined;) {
    const ids: readonly string[] = await nextBatch(after);
    if (Math.floor((done + ids.length) / toldEach) > Math.floor(done / toldEach)) say(`${name}: ${done + ids.length} rows so far`);
    done += ids.length;
    after = ids.at(-1);
  }
  return done;
}
