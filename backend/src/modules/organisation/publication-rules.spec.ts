import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '../../kernel/index.ts';
import { isPublic, mayBecome } from './publication-rules.ts';

const now = parseInstant('2026-11-24T08:00:00Z');
const soon = now.plus({ minutes: 1 });

describe('publication', () => {
  it('goes through review before citizens see it', () => {
    expect(mayBecome('DRAFT', 'PUBLISHED', null, now)).toMatchObject({ allowed: false, reason: 'NOT_NEXT' });
    expect(mayBecome('DRAFT', 'SCHEDULED', soon, now)).toMatchObject({ allowed: false, reason: 'NOT_NEXT' });
    expect(mayBecome('IN_REVIEW', 'PUBLISHED', null, now)).toEqual({ allowed: true });
  });

  it('can be taken away from citizens at once, whether out or scheduled', () => {
    expect(mayBecome('PUBLISHED', 'UNPUBLISHED', null, now)).toEqual({ allowed: true });
    expect(mayBecome('SCHEDULED', 'UNPUBLISHED', null, now)).toEqual({ allowed: true });
  });

  it('is scheduled for a moment ahead', () => {
    expect(mayBecome('IN_REVIEW', 'SCHEDULED', soon, now)).toEqual({ allowed: true });
    expect(mayBecome('IN_REVIEW', 'SCHEDULED', now, now)).toMatchObject({ reason: 'TIME_NOT_AHEAD' });
    expect(mayBecome('IN_REVIEW', 'SCHEDULED', null, now)).toMatchObject({ reason: 'TIME_MISSING' });
  });

  it('is out from its scheduled moment on', () => {
    const scheduled = { state: 'SCHEDULED', publishAt: soon.toJSDate() } as const;
    expect(isPublic(scheduled, now)).toBe(false);
    expect(isPublic(scheduled, soon)).toBe(true);
  });

  it('shows nothing of drafts, reviews and what was taken away', () => {
    for (const state of ['DRAFT', 'IN_REVIEW', 'UNPUBLISHED'] as const) {
      expect(isPublic({ state, publishAt: now.minus({ days: 1 }).toJSDate() }, now)).toBe(false);
    }
  });
});
