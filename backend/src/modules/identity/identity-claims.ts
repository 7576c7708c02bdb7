import { parseLocalDate, PersonalIdentityCode, type Language } from '../../kernel/index.ts';
import type { SignedInIdentity, SignInClaims } from '../clients/index.ts';
import type { ClaimNames } from './sign-in-settings.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Whether the provider says in so many words that it recognised the person strongly enough. */
export function isStrongEnough(acr: unknown, acceptedLevels: readonly string[]): boolean {
  return acceptedLevels.length === 0 || (typeof acr === 'string' && acceptedLevels.includes(acr));
}

/** The person whom the provider describes; null when an identity or a name is missing, or the code is wrong. */
export function citizenOf(claims: Claims, names: ClaimNames, organisationId: string, language: Language): SignInClaims | null {
  const identity = identityOf(claims, names);
  const firstNames = textOf(claims[names.givenName]);
  const lastName = textOf(claims[names.familyName]);
  if (identity === null || firstNames === null || lastName === null) return null;
  return { organisationId, identity, firstNames, lastName, nonDisclosure: flagOf(claims[names.nonDisclosure]), language };
}

function identityOf(claims: Claims, names: ClaimNames): SignedInIdentity | null {
  const official = textOf(claims[names.identityCode]);
  if (official !== null) {
    const parsed = PersonalIdentityCode.parse(official);
    return parsed.ok ? { kind: 'PERSONAL_IDENTITY_CODE', code: parsed.code } : null;
  }
  const foreign = textOf(claims[names.eidas]);
  if (foreign === null) return null;
  return { kind: 'EIDAS', code: foreign, birthOn: parseLocalDate(textOf(claims[names.birthDate]) ?? '') };
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

function flagOf(value: unknown): boolean | null {
  if (value === true || value === '1' || value === 1 || value === 'true') return true;
  return value === undefined || value === null || value === '' ? null : false;
}
