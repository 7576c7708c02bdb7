import { describe, expect, it } from '@jest/globals';
import type { TypeContent } from './appointment-type-records.ts';
import { isConsistent, mayChangeState } from './appointment-type-rules.ts';
import { withDefaults } from './type-content.ts';

const open: TypeContent = withDefaults({
  name: { fi: 'Eroaika', sv: 'Tid', en: 'Time' },
  durationMinutes: 90,
  modes: ['VISIT'],
  audience: 'GENERAL',
  bookableBy: ['CITIZEN', 'DESK'],
  citizenMayBook: true,
  horizonDays: 60,
});

describe('a type', () => {
  it('that nobody has opened is closed to citizens', () => {
    const { name, durationMinutes } = open;
    expect(withDefaults({ name, durationMinutes })).toMatchObject({
      audience: 'INTERNAL',
      citizenMayBook: false,
      citizenMayMove: false,
      citizenMayCancel: false,
      bookableBy: [],
    });
  });

  it.each([
    ['a client time without a mode', 'CLIENT', { modes: [] }, 'CLIENT_TIME_WITHOUT_MODE'],
    ['other work for citizens', 'OTHER', {}, 'OTHER_WORK_FOR_CITIZENS'],
    ['an internal type that citizens book', 'CLIENT', { audience: 'INTERNAL' }, 'CITIZEN_BOOKS_INTERNAL_TYPE'],
    ['a horizon of no days', 'CLIENT', { horizonDays: 0 }, 'CITIZEN_BOOKS_WITHOUT_HORIZON'],
    ['two answers to who books', 'CLIENT', { bookableBy: ['DESK'] }, 'BOOKABLE_BY_DIFFERS'],
    ['a group of one', 'CLIENT', { modes: ['GROUP'] }, 'GROUP_OF_ONE'],
    ['a reminder on the day itself', 'CLIENT', { reminderDaysBefore: [1, 0] }, 'REMINDER_NOT_BEFORE'],
  ] as const)('is refused for %s', (_what, category, changes, reason) => {
    expect(isConsistent(category, open)).toEqual(category === 'CLIENT' ? { allowed: true } : expect.anything());
    expect(isConsistent(category, { ...open, ...changes })).toMatchObject({ allowed: false, reason });
  });

  it('goes from draft into use and out of it, never back', () => {
    expect(mayChangeState('DRAFT', 'ACTIVE')).toEqual({ allowed: true });
    expect(mayChangeState('ACTIVE', 'RETIRED')).toEqual({ allowed: true });
    expect(mayChangeState('RETIRED', 'ACTIVE')).toMatchObject({ allowed: false });
    expect(mayChangeState('ACTIVE', 'DRAFT')).toMatchObject({ allowed: false });
  });
});
