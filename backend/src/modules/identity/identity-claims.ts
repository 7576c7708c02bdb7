import { parseLocalDate, PersonalIdentityCode, type Instant, type Language } from '../../kernel/index.ts';
import type { SignedInIdentity, SignInClaims } from '../clients/index.ts';
import type { ClaimNames, SurfaceSignIn } from './sign-in-settings.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** Whether the provider says in so many words that it recognised the person strongly enough. */
export function isStrongEnough(
  claims: Claims,
  { acceptedLevels, acceptedMethods }: Pick<SurfaceSignIn, 'acceptedLevels' | 'acceptedMethods'>,
): boolean {
  const { acr, amr } = claims;
  if (acceptedLevels.length === 0 || (typeof acr === 'string' && acceptedLevels.includes(acr))) return true;
  return Array.isArray(amr) && amr.some((method) => acceptedMethods.includes(String(method)));
}

/**
 * When the provider recognised the person, on our own clock: its two times, of the recognition and of the token made just now, are both
 * by its clock and tell how long ago that was. What is missing counts as long ago.
 */
export function authenticatedAt({ auth_time: recognised, iat: issued }: Claims, now: Instant): Instant {
  if (typeof recognised !== 'number' || typeof issued !== 'number') return now.minus({ days: 1 });
  return now.minus({ seconds: Math.max(0, issued - recognised) });
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

/** "1" and "0" at Suomi.fi, true and false elsewhere. What is neither says nothing: an unknown word must not pass for "no". */
function flagOf(value: unknown): boolean | null {
  if (value === true || value === '1' || value === 1 || value === 'true') return true;
  return value === false || value === '0' || value === 0 || value === 'false' ? false : null;
}

/** Whether the provider tells of a non-disclosure in words that nobody here understands: a setting is wrong, and people are at risk. */
export function isNonDisclosureUnclear(claims: Claims, names: ClaimNames): boolean {
  const value = claims[names.nonDisclosure];
  return value !== undefined && value !== null && value !== '' && flagOf(value) === null;
}
