import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Intention } from './intention';
import { ApiProblem, NETWORK_UNREACHABLE } from './problem';

const lost = new ApiProblem({ status: 0, code: NETWORK_UNREACHABLE });
const inProgress = new ApiProblem({ status: 409, code: 'IDEMPOTENCY_IN_PROGRESS', retryAfterSeconds: 2 });
const taken = new ApiProblem({ status: 409, code: 'TIME_TAKEN' });

/** Answers the outcomes in turn and remembers the keys it was sent with. */
function server(...outcomes: readonly (string | ApiProblem)[]): { send: (key: string) => Promise<string>; keys: string[] } {
  const keys: string[] = [];
  const left = [...outcomes];
  const send = (key: string): Promise<string> => {
    keys.push(key);
    const outcome = left.shift() ?? 'late';
    return typeof outcome === 'string' ? Promise.resolve(outcome) : Promise.reject(outcome);
  };
  return { send, keys };
}

describe('an intention', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('sends a double click once', async () => {
    const { send, keys } = server('booked');
    const intention = new Intention();
    const answers = await Promise.all([intention.run({ time: 1 }, send), intention.run({ time: 1 }, send)]);
    expect(answers).toEqual(['booked', 'booked']);
    expect(keys).toHaveLength(1);
  });

  it('asks again with the same key when no answer came', async () => {
    const { send, keys } = server(lost, 'booked');
    const intention = new Intention();
    await expect(intention.run({ time: 1 }, send)).rejects.toBe(lost);
    await expect(intention.run({ time: 1 }, send)).resolves.toBe('booked');
    expect(keys[1]).toBe(keys[0]);
  });

  it('waits for a request that is still being carried out, with the same key', async () => {
    const { send, keys } = server(inProgress, inProgress, 'booked');
    const answer = new Intention().run({ time: 1 }, send);
    await jest.advanceTimersByTimeAsync(4000);
    await expect(answer).resolves.toBe('booked');
    expect(new Set(keys).size).toBe(1);
  });

  it('is a new one when the content changes after a lost answer', async () => {
    const { send, keys } = server(lost, 'booked');
    const intention = new Intention();
    await expect(intention.run({ time: 1 }, send)).rejects.toBe(lost);
    await intention.run({ time: 2 }, send);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it('is over when the server has refused: the same wish later is a new one', async () => {
    const { send, keys } = server(taken, 'booked');
    const intention = new Intention();
    await expect(intention.run({ time: 1 }, send)).rejects.toBe(taken);
    await intention.run({ time: 1 }, send);
    expect(keys[1]).not.toBe(keys[0]);
  });
});
