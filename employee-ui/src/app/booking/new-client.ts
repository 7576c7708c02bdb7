import type { SchemaPathTree } from '@angular/forms/signals';
import { atMost } from '@vuoro/ui-shared';
import { email, required, validate } from '@angular/forms/signals';
import type { CalendarDate, LanguageCode } from '@vuoro/ui-shared';
import type { CreateClientRequest } from '@vuoro/ui-shared/api';
import { readBirthDate } from './birth-date';
import type { TypedClient } from './client-query';
import { looksLikeIdentityCode, readIdentityCode } from './identity-code';

/** A new client as it is typed. */
export interface NewClient {
  readonly identityCode: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly birthOn: string;
  readonly phone: string;
  readonly email: string;
  readonly street: string;
  readonly postalCode: string;
  readonly postalPlace: string;
  readonly messageLanguage: LanguageCode;
  /** ISO 639; '' when no interpreter is needed. */
  readonly interpreterLanguage: string;
  readonly nonDisclosure: boolean;
}

const LONGEST = { lastName: 100, firstNames: 200, phone: 40, email: 254, street: 120, postalPlace: 60 };
const POSTAL_CODE = /^\d{5}$/;
const PHONE = /^\+?[\d\s().-]{5,25}$/;

/** What was searched for is not typed again. */
export function newClientOf({ who, birthOn }: TypedClient): NewClient {
  const isCode = looksLikeIdentityCode(who);
  return {
    identityCode: isCode ? (readIdentityCode(who) ?? who) : '',
    lastName: isCode ? '' : who.trim(),
    firstNames: '',
    birthOn: isCode ? '' : birthOn,
    phone: '',
    email: '',
    street: '',
    postalCode: '',
    postalPlace: '',
    messageLanguage: 'fi',
    interpreterLanguage: '',
    nonDisclosure: false,
  };
}

/** Of a protected person none is stored. */
function hasAddress({ nonDisclosure, street, postalCode, postalPlace }: NewClient): boolean {
  return !nonDisclosure && [street, postalCode, postalPlace].some((part) => part.trim() !== '');
}

/** What can be right; the server has the last word. A person without an identity code needs a date of birth. */
export function newClientRules(path: SchemaPathTree<NewClient>, today: () => CalendarDate): void {
  validate(path.identityCode, ({ value }) =>
    value().trim() !== '' && readIdentityCode(value()) === null ? { kind: 'NOT_AN_IDENTITY_CODE' } : undefined,
  );
  required(path.lastName);
  atMost(path.lastName, LONGEST.lastName);
  required(path.firstNames);
  atMost(path.firstNames, LONGEST.firstNames);
  required(path.birthOn, { when: ({ valueOf }) => valueOf(path.identityCode).trim() === '' });
  validate(path.birthOn, ({ value, valueOf }) => {
    const isNeeded = valueOf(path.identityCode).trim() === '' && value().trim() !== '';
    return isNeeded && readBirthDate(value(), today()) === null ? { kind: 'DATE_INVALID' } : undefined;
  });
  required(path.messageLanguage);
  validate(path.phone, ({ value }) => (value().trim() !== '' && !PHONE.test(value().trim()) ? { kind: 'NOT_A_PHONE' } : undefined));
  atMost(path.phone, LONGEST.phone);
  email(path.email);
  atMost(path.email, LONGEST.email);
  required(path.street, { when: ({ valueOf }) => hasAddress(valueOf(path)) });
  atMost(path.street, LONGEST.street);
  required(path.postalCode, { when: ({ valueOf }) => hasAddress(valueOf(path)) });
  validate(path.postalCode, ({ value, valueOf }) => {
    const isWritten = hasAddress(valueOf(path)) && value().trim() !== '';
    return isWritten && !POSTAL_CODE.test(value().trim()) ? { kind: 'NOT_A_POSTAL_CODE' } : undefined;
  });
  required(path.postalPlace, { when: ({ valueOf }) => hasAddress(valueOf(path)) });
  atMost(path.postalPlace, LONGEST.postalPlace);
}

/** The request for a card: what is empty is left out, and the date of birth where the identity code tells it. */
export function createRequestOf(typed: NewClient, today: CalendarDate): CreateClientRequest {
  const identityCode = readIdentityCode(typed.identityCode);
  const birthOn = readBirthDate(typed.birthOn, today);
  return {
    firstNames: typed.firstNames.trim(),
    lastName: typed.lastName.trim(),
    messageLanguage: typed.messageLanguage,
    serviceLanguage: typed.messageLanguage,
    ...(identityCode !== null ? { identityCode } : birthOn !== null ? { birthOn } : {}),
    ...(typed.phone.trim() === '' ? {} : { phone: typed.phone.trim() }),
    ...(typed.email.trim() === '' ? {} : { email: typed.email.trim() }),
    ...(hasAddress(typed)
      ? { address: { street: typed.street.trim(), postalCode: typed.postalCode.trim(), postalPlace: typed.postalPlace.trim() } }
      : {}),
    ...(typed.interpreterLanguage === '' ? {} : { interpreterLanguage: typed.interpreterLanguage }),
    ...(typed.nonDisclosure ? { nonDisclosure: true } : {}),
  };
}
