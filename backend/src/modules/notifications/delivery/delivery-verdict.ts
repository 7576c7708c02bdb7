import type { DateTime } from 'luxon';
import type { Instant } from '../../../kernel/index.ts';
import type { MessageChannel, ReservationMessageKind, SkipReason } from '../message-kinds.ts';
import { afterQuietHours, isQuietHour } from '../planning/sending-hours.ts';

/** A message that is about to be sent, with everything as it is at this moment. */
export interface DueMessage {
  readonly kind: ReservationMessageKind;
  readonly channel: MessageChannel;
  readonly plannedVersion: number;
  readonly dueAt: DateTime;
  readonly reservation: {
    readonly status: string;
    readonly messageVersion: number;
    readonly messages: 'ON' | 'OFF';
    /** The client must not learn of the reservation. */
    readonly hidden: boolean;
    readonly startsAt: DateTime;
    readonly zone: string;
  };
  readonly notify: boolean;
}

/** Where the client may be reached now. */
export interface PresentContact {
  readonly phone: string | null;
  readonly phoneConfirmed: boolean;
  readonly email: string | null;
  readonly emailConfirmed: boolean;
  readonly reminderChannels: readonly MessageChannel[];
  readonly quiet: boolean;
  readonly deceased: boolean;
}

export type DeliveryVerdict =
  | { readonly outcome: 'SEND'; readonly recipient: string }
  | { readonly outcome: 'SKIP'; readonly reason: SkipReason }
  | { readonly outcome: 'WAIT'; readonly until: Instant };

const skip = (reason: SkipReason): DeliveryVerdict => ({ outcome: 'SKIP', reason });

/** Whether the message is still true, wanted and possible. Asked again before every attempt. */
export function deliveryVerdict(message: DueMessage, contact: PresentContact | null, now: DateTime): DeliveryVerdict {
  const { reservation } = message;
  if (reservation.messageVersion !== message.plannedVersion) return skip('SUPERSEDED');
  if (reservation.status !== (message.kind === 'CANCELLED' ? 'CANCELLED' : 'BOOKED')) return skip('NOT_TRUE_ANY_MORE');
  if (reservation.startsAt <= now) return skip('TIME_PASSED');
  if (reservation.hidden || reservation.messages === 'OFF' || !message.notify) return skip('MESSAGES_OFF');
  if (contact === null) return skip('NO_CONFIRMED_CONTACT');
  if (contact.deceased) return skip('DECEASED');
  if (contact.quiet) return skip('QUIET_CLIENT');
  if (!contact.reminderChannels.includes(message.channel)) return skip('OPTED_OUT');
  const recipient = recipientOf(message.channel, contact);
  if (recipient === null) return skip('NO_CONFIRMED_CONTACT');
  const until = waitingUntil(message, now);
  return until === null ? { outcome: 'SEND', recipient } : { outcome: 'WAIT', until };
}

const retryAfterMinutes = [1, 5, 15, 60] as const;
const givingUpAfterHours = 24;

/**
 * When to try again after so many attempts; each hour in the end. null: not at all, since the time has begun by then or a day of
 * trying is over.
 */
export function nextAttemptAt(message: Pick<DueMessage, 'dueAt' | 'reservation'>, attempts: number, now: DateTime): Instant | null {
  const minutes = retryAfterMinutes[Math.min(attempts, retryAfterMinutes.length) - 1] ?? retryAfterMinutes[0];
  const next = now.plus({ minutes }).toUTC();
  return next >= message.reservation.startsAt || next > message.dueAt.plus({ hours: givingUpAfterHours }) ? null : next;
}

/** A quarter of an hour without success and less than four hours to go: somebody must call the client, whatever the next attempt brings. */
export function needsACall(message: Pick<DueMessage, 'dueAt' | 'reservation'>, now: DateTime): boolean {
  return now >= message.dueAt.plus({ minutes: 15 }) && message.reservation.startsAt < now.plus({ hours: 4 });
}

function recipientOf(channel: MessageChannel, contact: PresentContact): string | null {
  switch (channel) {
    case 'SMS':
      return contact.phoneConfirmed ? contact.phone : null;
    case 'EMAIL':
      return contact.emailConfirmed ? contact.email : null;
  }
}

/** What was planned for the day and comes late does not wake anybody, unless the time begins before there is another chance. */
function waitingUntil({ dueAt, reservation }: DueMessage, now: DateTime): Instant | null {
  const { zone, startsAt } = reservation;
  if (!isQuietHour(now, zone) || isQuietHour(dueAt, zone)) return null;
  const until = afterQuietHours(now, zone);
  return until.plus({ hours: 2 }) <= startsAt ? until : null;
}
