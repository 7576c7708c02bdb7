import type { Language } from '../../kernel/index.ts';

/** Every kind of message that an organisation has a text for (domain: message templates). */
export const MESSAGE_KINDS = [
  'BOOKED',
  'MOVED',
  'TRANSFERRED',
  'CANCELLED',
  'REMINDER',
  'RIGHT',
  'RIGHT_EXPIRING',
  'WAITLIST_OFFER',
  'MANUAL',
  'CONTACT_CODE',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Kinds that are about one reservation and are therefore planned as rows. */
export type ReservationMessageKind = Extract<MessageKind, 'BOOKED' | 'MOVED' | 'TRANSFERRED' | 'CANCELLED' | 'REMINDER' | 'MANUAL'>;

export const MESSAGE_CHANNELS = ['SMS', 'EMAIL'] as const;
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number];

/**
 * PLANNED → QUEUED → SENDING → SENT; back to PLANNED when an attempt failed and another follows. PERHAPS_SENT: it was handed over, nobody
 * knows with what outcome, and it is not repeated, since it is no longer true or nothing is left to try.
 */
export type MessageState = 'PLANNED' | 'QUEUED' | 'SENDING' | 'SENT' | 'PERHAPS_SENT' | 'DELIVERED' | 'FAILED' | 'SKIPPED';

/** Why a message is not sent. */
export type SkipReason =
  /** The reservation, or this person in it, is to be told nothing. */
  | 'MESSAGES_OFF'
  | 'QUIET_CLIENT'
  | 'DECEASED'
  /** The client has switched all channels off. */
  | 'OPTED_OUT'
  /** No number or address of the channel that the client has confirmed. */
  | 'NO_CONFIRMED_CONTACT'
  /** A later change of the reservation has messages of its own. */
  | 'SUPERSEDED'
  /** The reservation is not in the state that the text speaks of. */
  | 'NOT_TRUE_ANY_MORE'
  /** The time has begun. */
  | 'TIME_PASSED'
  /** Due before the product was taken into use. */
  | 'BEFORE_START'
  /** This installation has no connection for the channel. */
  | 'CHANNEL_NOT_CONNECTED';

/** What a text may say: nothing of a service, place, person or reason can get into a message through these. */
export interface MessageValues {
  readonly when: string;
  readonly newWhen: string;
  readonly deadline: string;
  readonly portalName: string;
  readonly contact: string;
  readonly code: string;
}
export type Placeholder = keyof MessageValues;

/** The placeholders that each kind has a value for. */
export const PLACEHOLDERS: Readonly<Record<MessageKind, readonly Placeholder[]>> = {
  BOOKED: ['when', 'portalName', 'contact'],
  MOVED: ['newWhen', 'portalName', 'contact'],
  TRANSFERRED: ['when', 'portalName', 'contact'],
  CANCELLED: ['when', 'portalName', 'contact'],
  REMINDER: ['when', 'portalName', 'contact'],
  RIGHT: ['portalName', 'contact'],
  RIGHT_EXPIRING: ['deadline', 'portalName', 'contact'],
  WAITLIST_OFFER: ['deadline', 'portalName', 'contact'],
  MANUAL: ['when', 'portalName', 'contact'],
  CONTACT_CODE: ['code'],
};

/** The text of one kind, channel and language that is in force. */
export interface MessageTemplate {
  readonly id: string;
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly language: Language;
  readonly versionNo: number;
  /** Of e-mails only. */
  readonly subject: string | null;
  readonly body: string;
}
