import { describe, expect, it } from '@jest/globals';
import { type IdleLimits, idleStep } from './idle-plan';

const MINUTE = 60_000;
const limits: IdleLimits = { idleEnd: 30 * MINUTE, absoluteEnd: 600 * MINUTE, sharedDesk: false };

describe('the idle limit of a session', () => {
  it('disturbs nobody until two minutes before the end', () => {
    expect(idleStep(limits, 0, 10 * MINUTE)).toEqual({ what: 'wait', ms: 18 * MINUTE });
  });

  it('asks the server before it warns, since other requests may have moved the limit', () => {
    expect(idleStep(limits, 0, 28 * MINUTE)).toEqual({ what: 'ask' });
    expect(idleStep({ ...limits, idleEnd: 55 * MINUTE }, 28 * MINUTE, 28 * MINUTE)).toEqual({ what: 'wait', ms: 25 * MINUTE });
  });

  it('warns with the seconds that are left when the server has confirmed the end', () => {
    expect(idleStep(limits, 28 * MINUTE, 29 * MINUTE)).toEqual({ what: 'warn', secondsLeft: 60, extendable: true });
  });

  it('warns also of the absolute end, which nothing extends', () => {
    expect(idleStep({ ...limits, absoluteEnd: 20 * MINUTE }, 18 * MINUTE, 19 * MINUTE)).toEqual({
      what: 'warn',
      secondsLeft: 60,
      extendable: false,
    });
  });

  it('is over at the end itself, and asks first after the laptop has slept', () => {
    expect(idleStep(limits, 28 * MINUTE, 30 * MINUTE)).toEqual({ what: 'over' });
    expect(idleStep(limits, 0, 300 * MINUTE)).toEqual({ what: 'ask' });
  });

  it('warns at a shared desk a minute before, and locks at the end without waiting for any answer', () => {
    const shared: IdleLimits = { idleEnd: 10 * MINUTE, absoluteEnd: 600 * MINUTE, sharedDesk: true };
    expect(idleStep(shared, 0, 0)).toEqual({ what: 'wait', ms: 9 * MINUTE });
    expect(idleStep(shared, 0, 9 * MINUTE)).toEqual({ what: 'ask' });
    expect(idleStep(shared, 9 * MINUTE, 9 * MINUTE)).toEqual({ what: 'warn', secondsLeft: 60, extendable: true });
    expect(idleStep(shared, 9 * MINUTE, 10 * MINUTE)).toEqual({ what: 'lock' });
    // The laptop has slept: what others would see now was left hours ago.
    expect(idleStep(shared, 0, 300 * MINUTE)).toEqual({ what: 'lock' });
  });
});
