import { describe, expect, it } from '@jest/globals';
import type { CitizenSessionView } from '@vuoro/ui-shared/api';
import { canBeExtended, idlePhase } from './idle-phase';

const NOW = Date.UTC(2026, 10, 26, 8, 0, 0);
const inMinutes = (count: number): string => new Date(NOW + count * 60_000).toISOString();

function signedIn(idleMinutes: number, longestMinutes = 240): CitizenSessionView {
  return {
    signedIn: true,
    name: 'Aino Esimerkki',
    clientId: 'c',
    now: inMinutes(0),
    idleEndsAt: inMinutes(idleMinutes),
    endsAt: inMinutes(longestMinutes),
    onBehalfOf: null,
  };
}

describe('an idle session', () => {
  it('is warned of in its thirteenth minute of fifteen', () => {
    expect(idlePhase(signedIn(15), NOW)).toEqual({ phase: 'ACTIVE', checkInMs: 13 * 60_000 });
    expect(idlePhase(signedIn(15), NOW + 13 * 60_000).phase).toBe('ENDING');
  });

  it('is looked at again just after its end: another tab may have prolonged it', () => {
    expect(idlePhase(signedIn(1), NOW).checkInMs).toBeGreaterThan(60_000);
  });

  it('has ended at the end itself', () => {
    expect(idlePhase(signedIn(0), NOW).phase).toBe('ENDED');
  });

  it('asks nothing of one who is not signed in', () => {
    expect(idlePhase({ ...signedIn(15), signedIn: false }, NOW)).toEqual({ phase: 'SIGNED_OUT', checkInMs: null });
    expect(idlePhase(null, NOW).phase).toBe('SIGNED_OUT');
  });

  it('cannot be prolonged past the longest allowed age', () => {
    expect(canBeExtended(signedIn(2, 240))).toBe(true);
    expect(canBeExtended(signedIn(2, 2))).toBe(false);
  });
});
