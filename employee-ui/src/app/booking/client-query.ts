import type { CalendarDate } from '@vuoro/ui-shared';
import type { ClientSearchRequest } from '@vuoro/ui-shared/api';
import { readBirthDate } from './birth-date';
import { looksLikeIdentityCode, readIdentityCode } from './identity-code';

/** What the clerk has typed: one field takes an identity code or a last name. */
export interface TypedClient {
  readonly who: string;
  readonly birthOn: string;
}

/** What to ask the server for; null while what is typed is not enough, or cannot be right. */
export function clientQuery({ who, birthOn }: TypedClient, today: CalendarDate): ClientSearchRequest | null {
  if (looksLikeIdentityCode(who)) {
    const identityCode = readIdentityCode(who);
    return identityCode === null ? null : { identityCode };
  }
  const lastName = who.trim();
  const born = readBirthDate(birthOn, today);
  return lastName === '' || born === null ? null : { lastName, birthOn: born };
}
