import type { Instant, Language, LocalDate } from '../../kernel/index.ts';
import type { EmailAddress } from './email-address.ts';
import type { PhoneNumber } from './phone-number.ts';
import type { PostalAddress } from './postal-address.ts';

/** How a person is told from all others: official code, a code of our own until there is one, or a foreign eIDAS identifier. */
export type IdentityKind = 'PERSONAL_IDENTITY_CODE' | 'TEMPORARY' | 'EIDAS';

export const CONTACT_CHANNELS = ['SMS', 'EMAIL'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** A person of the client register with everything decrypted: for use cases of this module, never for an answer as it is. */
export interface ClientRecord {
  readonly id: string;
  readonly identityKind: IdentityKind;
  readonly identityCode: string | null;
  readonly firstNames: string;
  readonly lastName: string;
  readonly birthOn: LocalDate | null;
  readonly serviceLanguage: Language;
  readonly messageLanguage: Language;
  readonly phone: PhoneNumber | null;
  readonly phoneConfirmedAt: Instant | null;
  readonly email: EmailAddress | null;
  readonly emailConfirmedAt: Instant | null;
  readonly address: PostalAddress | null;
  readonly reminderChannels: readonly ContactChannel[];
  readonly nonDisclosure: boolean;
  readonly nonDisclosureUntil: LocalDate | null;
  readonly interpreterNeeded: boolean;
  /** ISO 639 code. */
  readonly interpreterLanguage: string | null;
  /** NO_MESSAGES: nothing may be sent to the person, whatever the channels say. */
  readonly quietContact: 'NONE' | 'NO_MESSAGES';
  readonly deceasedOn: LocalDate | null;
  readonly version: number;
}

/** What a message needs to know of its recipient, read at the moment of sending. */
export interface ClientContact {
  /** E.164. */
  readonly phone: string | null;
  readonly phoneConfirmed: boolean;
  readonly email: string | null;
  readonly emailConfirmed: boolean;
  readonly messageLanguage: Language;
  readonly reminderChannels: readonly ContactChannel[];
  readonly nonDisclosure: boolean;
  /** Nothing may be sent. */
  readonly quiet: boolean;
  readonly deceased: boolean;
}

export interface ClientName {
  readonly id: string;
  readonly firstNames: string;
  readonly lastName: string;
}

/** `Aino Maria Virtanen`: how a person is named in lists and calendars. */
export function fullNameOf(name: Omit<ClientName, 'id'>): string {
  return `${name.firstNames} ${name.lastName}`.trim();
}

/** Whether some number or address is known to be the client's own: messages go there, and a stranger at an open session must not turn them away. */
export function hasConfirmedContact(client: ClientRecord): boolean {
  return client.phoneConfirmedAt !== null || client.emailConfirmedAt !== null;
}
