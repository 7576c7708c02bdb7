import { describe, expect, it } from '@jest/globals';
import type { Config } from '../../platform/config/index.ts';
import { citizenOf, isNonDisclosureUnclear, isStrongEnough } from './identity-claims.ts';
import { SignInSettings } from './sign-in-settings.ts';

const settingsOf = (employee: object | null): SignInSettings =>
  new SignInSettings({ citizenIdentityProvider: null, employeeIdentityProvider: employee } as unknown as Config);
const { claims: names } = settingsOf(null);
const aino = { 'urn:oid:1.2.246.21': '010195-9930', given_name: 'Aino', family_name: 'Virtanen' };
const told = (value: unknown) => ({ ...aino, [names.nonDisclosure]: value });

describe('what the provider tells of a non-disclosure', () => {
  it.each([
    ['1', true],
    [1, true],
    ['true', true],
    [true, true],
    ['0', false],
    [0, false],
    ['false', false],
    [false, false],
    [undefined, null],
    [null, null],
    ['', null],
    ['K', null],
    ['yes', null],
    ['Turvakielto', null],
    [2, null],
    [[], null],
    [{}, null],
  ])('%j is read as %j, and an unknown word never as "no"', (value, expected) => {
    expect(citizenOf(told(value), names, 'organisation', 'fi')?.nonDisclosure).toBe(expected);
  });

  it('is an error for the operator when nobody understands it', () => {
    expect(['K', 2, {}].map((value) => isNonDisclosureUnclear(told(value), names))).toEqual([true, true, true]);
    expect(['1', '0', true, false, '', null, undefined].map((value) => isNonDisclosureUnclear(told(value), names))).not.toContain(true);
  });
});

describe('an employee', () => {
  const usual = settingsOf({}).of('EMPLOYEE');

  it.each([
    ['REFEDS says several factors', { acr: 'https://refeds.org/profile/mfa' }, true],
    ['the method is said to be several factors', { acr: '1', amr: ['pwd', 'mfa'] }, true],
    ['there was a password only', { acr: 'https://refeds.org/profile/sfa', amr: ['pwd'] }, false],
    ['nothing is said', {}, false],
    ['the method is no list', { amr: 'mfa' }, false],
  ])('is let in or not when %s', (_what, claims, expected) => {
    expect(isStrongEnough(claims, usual)).toBe(expected);
  });

  it('is held to the levels that an installation names, and to nothing else', () => {
    const own = settingsOf({ acceptedLevels: ['urn:own'] }).of('EMPLOYEE');
    expect([isStrongEnough({ acr: 'urn:own' }, own), isStrongEnough({ acr: 'https://refeds.org/profile/mfa', amr: ['mfa'] }, own)]).toEqual(
      [true, false],
    );
  });
});
