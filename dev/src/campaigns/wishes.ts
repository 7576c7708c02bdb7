import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, ReservationAnswer, Wish } from './browser.ts';
import { reservationIn, send, succeeded } from './browser.ts';
import type { Citizen } from './seed.ts';

/** A wish with the answer that its citizen believes. */
export interface Fulfilled {
  readonly citizen: Citizen;
  readonly wish: Wish;
  readonly answer: Answer;
}

/** What came in between, which is no answer: a broken connection, a product that is starting again, the same wish being worked on. */
export interface Troubles {
  broken: number;
  failing: number;
  inProgress: number;
}

const PAUSE_MS = 100;
/** Far beyond what any restart takes: whoever has no answer by then has been forgotten. */
const GIVE_UP_MS = 300_000;

/**
 * Insists on an answer, as a good client does: the same wish with the same key, until somebody says yes or no.
 * @throws Error when nobody does within five minutes
 */
export async function insist(address: string, citizen: Citizen, wish: Wish, troubles: Troubles): Promise<Answer> {
  const began = performance.now();
  let last = '';
  while (performance.now() - began < GIVE_UP_MS) {
    try {
      const answer = await send(address, citizen, wish);
      if (answer.code === 'IDEMPOTENCY_IN_PROGRESS') troubles.inProgress += 1;
      else if (answer.status >= 500) troubles.failing += 1;
      else return answer;
      last = `${answer.status} ${answer.code ?? ''}`;
    } catch (error) {
      troubles.broken += 1;
      last = String(error);
    }
    await sleep(PAUSE_MS);
  }
  throw new Error(`Nobody answered ${wish.kind} ${wish.key}: ${last}`);
}

/** The same, by somebody who clicks twice: both must be told the same. */
export async function insistTwice(address: string, citizen: Citizen, wish: Wish, troubles: Troubles): Promise<Answer> {
  const [first, second] = await Promise.all([insist(address, citizen, wish, troubles), insist(address, citizen, wish, troubles)]);
  const difference = differenceOf(first, second);
  if (difference !== undefined) throw new Error(`Two answers to ${wish.kind} ${wish.key}: ${difference}`);
  return first;
}

/** How two answers to one wish differ; undefined: not at all. What only names the request itself is left out. */
export function differenceOf(one: Answer, other: Answer): string | undefined {
  if (one.status !== other.status) return `${one.status} and ${other.status}`;
  const fields = new Set([...Object.keys(one.body), ...Object.keys(other.body)]);
  for (const field of fields) {
    const [a, b] = [JSON.stringify(one.body[field]), JSON.stringify(other.body[field])];
    if (field !== 'requestId' && a !== b) return `${field}: ${a} and ${b}`;
  }
  return undefined;
}

/** What a citizen knows to have after all answers, by reservation. */
export function finalStates(fulfilled: readonly Fulfilled[]): Map<string, ReservationAnswer> {
  const states = new Map<string, ReservationAnswer>();
  for (const { answer } of fulfilled) {
    if (!succeeded(answer)) continue;
    const now = reservationIn(answer);
    const known = states.get(now.id);
    if (known === undefined || known.version < now.version) states.set(now.id, now);
  }
  return states;
}
