import type { DateTime } from 'luxon';
import { sameWallClockDaysBefore, type Instant } from '../../../kernel/index.ts';
import type { MessageChannel, ReservationMessageKind, SkipReason } from '../message-kinds.ts';
import { afterQuietHours, beforeQuietHours } from './sending-hours.ts';

/** What planning must know of the reservation as it is now. */
export interface PlannedReservation {
  readonly startsAt: DateTime;
  /** IANA name of the office's zone. */
  readonly zone: string;
  readonly messages: 'ON' | 'OFF';
  /** The client must not learn of the reservation: nothing is ever sent, whatever `messages` says. */
  readonly hidden: boolean;
  readonly reminderDaysBefore: readonly number[];
}

/** One person of the reservation. */
export interface Recipient {
  readonly clientId: string;
  readonly booker: boolean;
  /** Whether an employee has chosen that this person is told. */
  readonly notify: boolean;
  readonly quiet: boolean;
  readonly deceased: boolean;
  readonly reminderChannels: readonly MessageChannel[];
  /** Channels with a number or address that the client has confirmed. */
  readonly confirmedChannels: readonly MessageChannel[];
}

export type Happening =
  | { readonly kind: 'BOOKED'; readonly byCitizen: boolean }
  | { readonly kind: 'MOVED'; readonly previousStartsAt: DateTime }
  | { readonly kind: 'CANCELLED' };

export interface MessagePlan {
  readonly clientId: string;
  readonly kind: ReservationMessageKind;
  readonly channel: MessageChannel;
  /** What tells two messages of a kind apart: `NOW`, or `3D` for the reminder three days before. */
  readonly step: string;
  readonly dueAt: Instant;
  /** null: to be sent. */
  readonly skip: SkipReason | null;
}

/** Below this many hours before the start nobody is reminded of what was just booked, and changes are told at any hour. */
const closeHours = 24;

/**
 * The messages that a change of a reservation asks for, of one person. What cannot be told is planned as skipped, so that an
 * employee sees that nobody was told; reminders of it are not planned at all: they would promise what nobody can send.
 */
export function planMessages(reservation: PlannedReservation, recipient: Recipient, happening: Happening, now: DateTime): MessagePlan[] {
  const { clientId } = recipient;
  const dueAt = dueAtOf(reservation, recipient, happening, now);
  const told = (channel: MessageChannel, skip: SkipReason | null): MessagePlan => ({
    clientId,
    kind: happening.kind,
    channel,
    step: 'NOW',
    dueAt,
    skip,
  });

  const silence = silenceOf(reservation, recipient);
  if (silence !== null)
    return (recipient.reminderChannels.length === 0 ? ['SMS' as const] : recipient.reminderChannels).map((channel) =>
      told(channel, silence),
    );

  const usable = usableChannels(recipient);
  const immediate =
    usable.length > 0
      ? usable.map((channel) => told(channel, null))
      : recipient.reminderChannels.map((channel) => told(channel, 'NO_CONFIRMED_CONTACT'));
  return happening.kind === 'CANCELLED' ? immediate : [...immediate, ...planReminders(reservation, recipient, now)];
}

/**
 * Reminders at the wall clock time of the start, so many days before, earlier where that is a quiet hour, on the channels that the client
 * wants and has confirmed; whoever confirms one later has them planned then. None when less than 24 hours are left, and none that would
 * be due already.
 */
export function planReminders(reservation: PlannedReservation, recipient: Recipient, now: DateTime): MessagePlan[] {
  const { startsAt, zone } = reservation;
  if (startsAt < now.plus({ hours: closeHours })) return [];
  const channels = usableChannels(recipient);
  const days = [...new Set(reservation.reminderDaysBefore)].sort((a, b) => b - a);
  return days.flatMap((day) => {
    const dueAt = beforeQuietHours(sameWallClockDaysBefore(startsAt, day, zone), zone);
    if (dueAt <= now) return [];
    return channels.map((channel) => ({
      clientId: recipient.clientId,
      kind: 'REMINDER' as const,
      channel,
      step: `${day}D`,
      dueAt,
      skip: null,
    }));
  });
}

/** Whether this person is told of the reservation at all, once there is somewhere to tell it. */
export function isTold(reservation: PlannedReservation, recipient: Recipient): boolean {
  return silenceOf(reservation, recipient) === null;
}

function usableChannels(recipient: Recipient): MessageChannel[] {
  return recipient.reminderChannels.filter((channel) => recipient.confirmedChannels.includes(channel));
}

function silenceOf(reservation: PlannedReservation, recipient: Recipient): SkipReason | null {
  if (reservation.hidden || reservation.messages === 'OFF' || !recipient.notify) return 'MESSAGES_OFF';
  if (recipient.deceased) return 'DECEASED';
  if (recipient.quiet) return 'QUIET_CLIENT';
  if (recipient.reminderChannels.length === 0) return 'OPTED_OUT';
  return null;
}

function dueAtOf(reservation: PlannedReservation, recipient: Recipient, happening: Happening, now: DateTime): Instant {
  if (mayLeaveAtNight(reservation, recipient, happening, now)) return now.toUTC();
  const dueAt = afterQuietHours(now, reservation.zone);
  // What would arrive in the morning only after the start is of no use then.
  return dueAt < reservation.startsAt ? dueAt : now.toUTC();
}

function mayLeaveAtNight(reservation: PlannedReservation, recipient: Recipient, happening: Happening, now: DateTime): boolean {
  const isClose = (start: DateTime): boolean => start < now.plus({ hours: closeHours });
  switch (happening.kind) {
    case 'BOOKED':
      // Who has the telephone in the hand is not woken by it.
      return happening.byCitizen && recipient.booker;
    case 'MOVED':
      return isClose(reservation.startsAt) || isClose(happening.previousStartsAt);
    case 'CANCELLED':
      return isClose(reservation.startsAt);
  }
}
