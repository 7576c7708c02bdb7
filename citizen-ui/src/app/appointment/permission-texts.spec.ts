import { describe, expect, it } from '@jest/globals';
import type { PermissionView } from '@vuoro/ui-shared/api';
import { cancelText, moveText, needsContact } from './permission-texts';

const until = '2026-12-08T14:00:00Z';
const allowed: PermissionView = { allowed: true, until, reason: null };
const late: PermissionView = { allowed: false, until, reason: 'TOO_LATE' };
const never: PermissionView = { allowed: false, until: null, reason: 'NOT_ALLOWED' };
const over: PermissionView = { allowed: false, until, reason: 'STATUS' };

describe('what is said of moving and cancelling', () => {
  it('is the deadline while it is ahead', () => {
    expect(cancelText(allowed)).toEqual({ key: 'rules.cancelUntil', until });
    expect(moveText({ ...allowed, until: null })).toEqual({ key: 'rules.moveNow', until: null });
  });

  it('is the deadline that was missed, with the contacts', () => {
    expect(cancelText(late)).toEqual({ key: 'rules.cancelLate', until });
    expect(needsContact({ move: late, cancel: late })).toBe(true);
  });

  it('sends to the contacts when it is never done online, even if the other one is', () => {
    expect(moveText(never)).toEqual({ key: 'rules.moveNever', until: null });
    expect(needsContact({ move: never, cancel: allowed })).toBe(true);
  });

  it('is nothing when the time is over or cancelled', () => {
    expect([moveText(over), cancelText(over)]).toEqual([null, null]);
    expect(needsContact({ move: over, cancel: over })).toBe(false);
  });
});
