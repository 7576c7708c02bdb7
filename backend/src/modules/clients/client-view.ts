import { maskIdentityCode, PersonalIdentityCode } from '../../kernel/index.ts';
import { fullNameOf, type ClientRecord, type ContactChannel } from './client-record.ts';
import type { ClientView, VisibleContact } from './client.dto.ts';
import { maskEmailAddress } from './email-address.ts';
import { maskPhoneNumber } from './phone-number.ts';

/** What leaves for an employee's screen: contact details by right, and those of a protected person never. */
export function toClientView(client: ClientRecord, visible: VisibleContact): ClientView {
  const showsPhone = visible.phone && !client.nonDisclosure;
  const showsEmail = visible.email && !client.nonDisclosure;
  return {
    id: client.id,
    name: fullNameOf(client),
    firstNames: client.firstNames,
    lastName: client.lastName,
    identityCodeMasked: maskedIdentityCode(client),
    birthOn: client.birthOn,
    phone: shown(client.phone, showsPhone, client.nonDisclosure, maskPhoneNumber),
    phoneMasked: !showsPhone,
    email: shown(client.email, showsEmail, client.nonDisclosure, maskEmailAddress),
    emailMasked: !showsEmail,
    address: visible.address && !client.nonDisclosure ? client.address : null,
    toldBy: channelsOf(client),
    serviceLanguage: client.serviceLanguage,
    messageLanguage: client.messageLanguage,
    interpreterNeeded: client.interpreterNeeded,
    interpreterLanguage: client.interpreterLanguage,
    nonDisclosure: client.nonDisclosure,
    quiet: client.quietContact === 'NO_MESSAGES',
    deceased: client.deceasedOn !== null,
    version: client.version,
  };
}

/** That there is a confirmed number tells nobody the number: who books must know whether to tell the client in another way. */
function channelsOf(client: ClientRecord): ContactChannel[] {
  if (client.quietContact === 'NO_MESSAGES' || client.deceasedOn !== null) return [];
  const confirmed = {
    SMS: client.phone !== null && client.phoneConfirmedAt !== null,
    EMAIL: client.email !== null && client.emailConfirmedAt !== null,
  };
  return client.reminderChannels.filter((channel) => confirmed[channel]);
}

function maskedIdentityCode(client: ClientRecord): string | null {
  if (client.identityKind !== 'PERSONAL_IDENTITY_CODE' || client.identityCode === null) return null;
  const parsed = PersonalIdentityCode.parse(client.identityCode);
  return parsed.ok ? maskIdentityCode(parsed.code) : null;
}

// Even the last digits of a protected person's number would help somebody who knows a few candidates.
function shown<T extends string>(value: T | null, isVisible: boolean, isProtected: boolean, mask: (value: T) => string): string | null {
  if (value === null || isVisible) return value;
  return isProtected ? null : mask(value);
}
