import type { DateTime } from 'luxon';
import { ALLOWED, refused, type Verdict } from '../../kernel/index.ts';
import type { RuleSnapshot } from '../appointment-types/index.ts';
import type { ReservationStatus } from './reservation-status.ts';

/** What the type's version says about booking by a citizen. */
export interface CitizenBookingRule {
  readonly citizenMayBook: boolean;
  readonly minNoticeHours: number;
  readonly horizonDays: number;
  readonly maxActive: number | null;
  readonly modes: readonly string[];
  readonly needsEligibility: boolean;
}

/** What is asked for, and what the citizen has already. */
export interface CitizenBookingRequest {
  readonly startsAt: DateTime;
  readonly mode: string;
  readonly eligibilityConfirmed: boolean;
  /** Coming reservations of the type that this person made and may see. */
  readonly activeOfType: number;
  readonly overlapsOwn: boolean;
}

export type BookingRefusal =
  | 'NOT_BOOKABLE_ONLINE'
  | 'MODE_NOT_OFFERED'
  | 'ELIGIBILITY_NOT_CONFIRMED'
  | 'TOO_LATE_TO_BOOK'
  | 'BEYOND_HORIZON'
  | 'TOO_MANY_ACTIVE'
  | 'OWN_OVERLAP';

export type HoldRefusal = 'NOT_BOOKABLE_ONLINE' | 'MODE_NOT_OFFERED' | 'TOO_LATE_TO_BOOK' | 'BEYOND_HORIZON';

/** May the citizen have this time kept now? What is known before the form is filled in. */
export function mayCitizenHold(
  rule: Pick<CitizenBookingRule, 'citizenMayBook' | 'modes' | 'minNoticeHours' | 'horizonDays'>,
  request: Pick<CitizenBookingRequest, 'startsAt' | 'mode'>,
  now: DateTime,
): Verdict<HoldRefusal> {
  if (!rule.citizenMayBook) return refused('NOT_BOOKABLE_ONLINE');
  if (!rule.modes.includes(request.mode)) return refused('MODE_NOT_OFFERED');
  if (request.startsAt < now.plus({ hours: rule.minNoticeHours })) return refused('TOO_LATE_TO_BOOK', { hours: rule.minNoticeHours });
  if (request.startsAt >= now.plus({ days: rule.horizonDays })) return refused('BEYOND_HORIZON', { days: rule.horizonDays });
  return ALLOWED;
}

/** May the citizen book this now? The notice is in hours, the horizon in days of 24 hours. */
export function mayCitizenBook(rule: CitizenBookingRule, request: CitizenBookingRequest, now: DateTime): Verdict<BookingRefusal> {
  const time = mayCitizenHold(rule, request, now);
  if (!time.allowed) return time;
  if (rule.needsEligibility && !request.eligibilityConfirmed) return refused('ELIGIBILITY_NOT_CONFIRMED');
  if (rule.maxActive !== null && request.activeOfType >= rule.maxActive) return refused('TOO_MANY_ACTIVE', { limit: rule.maxActive });
  if (request.overlapsOwn) return refused('OWN_OVERLAP');
  return ALLOWED;
}

export interface BookedTime {
  readonly status: ReservationStatus;
  readonly startsAt: DateTime;
  readonly rule: RuleSnapshot;
  /** Whether this person's cancelling counts; the one who booked always may. */
  readonly personMayCancel: boolean;
}

export type ChangeRefusal = 'NOT_ALLOWED' | 'TOO_LATE' | 'STATUS';

export function cancelUntil(startsAt: DateTime, rule: RuleSnapshot): DateTime {
  return startsAt.minus({ hours: rule.cancelDeadlineHours });
}

export function moveUntil(startsAt: DateTime, rule: RuleSnapshot): DateTime {
  return startsAt.minus({ hours: rule.moveDeadlineHours });
}

/** May the citizen cancel now? At the deadline itself it is still allowed. */
export function mayCitizenCancel(reservation: BookedTime, now: DateTime): Verdict<ChangeRefusal> {
  if (reservation.status !== 'BOOKED') return refused('STATUS');
  if (!reservation.rule.mayCancel || !reservation.personMayCancel) return refused('NOT_ALLOWED');
  return changeBefore(cancelUntil(reservation.startsAt, reservation.rule), reservation.startsAt, now);
}

/** May the citizen move it to another time now? At the deadline itself it is still allowed. */
export function mayCitizenMove(reservation: BookedTime, now: DateTime): Verdict<ChangeRefusal> {
  if (reservation.status !== 'BOOKED') return refused('STATUS');
  if (!reservation.rule.mayMove) return refused('NOT_ALLOWED');
  return changeBefore(moveUntil(reservation.startsAt, reservation.rule), reservation.startsAt, now);
}

/**
 * Once the citizen can no longer cancel, and until the time begins, "I cannot come" tells the employee. It frees nothing.
 */
export function mayReportCannotCome(reservation: BookedTime, now: DateTime): boolean {
  return reservation.status === 'BOOKED' && now < reservation.startsAt && !mayCitizenCancel(reservation, now).allowed;
}

function changeBefore(deadline: DateTime, startsAt: DateTime, now: DateTime): Verdict<ChangeRefusal> {
  if (now > deadline || now >= startsAt) return refused('TOO_LATE');
  return ALLOWED;
}
