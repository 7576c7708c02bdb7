import { ALLOWED, refused, type Instant, type Verdict } from '../../kernel/index.ts';
import type { AppointmentTypeVersion, TypeCategory, TypeContent, TypeState } from './appointment-type-records.ts';

export type Contradiction =
  | 'CLIENT_TIME_WITHOUT_MODE'
  | 'OTHER_WORK_FOR_CITIZENS'
  | 'CITIZEN_BOOKS_INTERNAL_TYPE'
  | 'CITIZEN_BOOKS_WITHOUT_HORIZON'
  | 'BOOKABLE_BY_DIFFERS'
  | 'GROUP_OF_ONE'
  | 'REMINDER_NOT_BEFORE';

/** Whether the settings of a type can be true together. */
export function isConsistent(category: TypeCategory, content: TypeContent): Verdict<Contradiction> {
  const citizens = content.citizenMayBook || content.citizenMayMove || content.citizenMayCancel || content.audience !== 'INTERNAL';
  if (category === 'OTHER' && citizens) return refused('OTHER_WORK_FOR_CITIZENS');
  if (category === 'CLIENT' && content.modes.length === 0) return refused('CLIENT_TIME_WITHOUT_MODE');
  if (content.citizenMayBook && content.audience === 'INTERNAL') return refused('CITIZEN_BOOKS_INTERNAL_TYPE');
  if (content.citizenMayBook && content.horizonDays < 1) return refused('CITIZEN_BOOKS_WITHOUT_HORIZON');
  // Two places say whether citizens book; they must say the same.
  if (content.citizenMayBook !== content.bookableBy.includes('CITIZEN')) return refused('BOOKABLE_BY_DIFFERS');
  if (content.modes.includes('GROUP') && content.capacity < 2) return refused('GROUP_OF_ONE');
  if (content.reminderDaysBefore.some((days) => days < 1)) return refused('REMINDER_NOT_BEFORE');
  return ALLOWED;
}

export type NewVersionVerdict = Verdict<'NOT_LATER' | 'IN_PAST' | 'RETIRED'>;

/** Whether a change may take effect then: after every other version and not in the past, for what was in force stays so. */
export function mayTakeEffect(newest: AppointmentTypeVersion, effectiveFrom: Instant, now: Instant): NewVersionVerdict {
  if (newest.state === 'RETIRED') return refused('RETIRED', { from: newest.state, to: newest.state });
  if (effectiveFrom < now) return refused('IN_PAST');
  if (effectiveFrom <= newest.effectiveFrom) return refused('NOT_LATER', { newest: newest.effectiveFrom.toISO() });
  return ALLOWED;
}

const NEXT: Readonly<Record<TypeState, readonly TypeState[]>> = { DRAFT: ['ACTIVE', 'RETIRED'], ACTIVE: ['RETIRED'], RETIRED: [] };

/** Whether a type may go from one state to the other. A retired type never comes back, but its history stays readable. */
export function mayChangeState(from: TypeState, to: TypeState): Verdict<'NOT_NEXT'> {
  return NEXT[from].includes(to) ? ALLOWED : refused('NOT_NEXT', { from, to });
}
