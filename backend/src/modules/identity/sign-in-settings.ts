import { Injectable } from '@nestjs/common';
import type { Surface } from '../../platform/access/index.ts';
import { Config } from '../../platform/config/index.ts';

/** Names of claims that a provider may call otherwise. */
export interface ClaimNames {
  readonly identityCode: string;
  readonly nonDisclosure: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  /** Identifier of a person from another European country, who may have no Finnish code. */
  readonly eidas: string;
}

export interface SurfaceSignIn {
  readonly scope: string;
  /** Levels of assurance (`acr`) that suffice, the strongest wish first. Empty, never in production: none is asked for or checked. */
  readonly acceptedLevels: readonly string[];
  /** Ways of signing in (`amr`) one of which suffices as well; not asked for. */
  readonly acceptedMethods: readonly string[];
}

const suomiFi: ClaimNames = {
  identityCode: 'urn:oid:1.2.246.21',
  nonDisclosure: 'urn:oid:1.2.246.517.2002.2.27',
  givenName: 'given_name',
  familyName: 'family_name',
  birthDate: 'birthdate',
  eidas: 'urn:oid:1.2.246.22',
};

/** Substantial or high, in the Finnish trust network and in eIDAS. A level that is not listed is refused, however strong its name sounds. */
const strong = [
  'http://ftn.ficora.fi/2017/loa2',
  'http://ftn.ficora.fi/2017/loa3',
  'http://eidas.europa.eu/LoA/substantial',
  'http://eidas.europa.eu/LoA/high',
];

/** Several factors, as REFEDS and Entra ID call it. */
const severalFactors = ['https://refeds.org/profile/mfa', 'http://schemas.microsoft.com/claims/multipleauthn'];

/** Of RFC 8176: Entra ID, AD FS and Keycloak tell of several factors by the method only, unless they are set up otherwise. */
const severalFactorMethods = ['mfa'];

/** What is asked of the identity providers and expected from them. */
@Injectable()
export class SignInSettings {
  readonly claims: ClaimNames;
  private readonly bySurface: Readonly<Record<Surface, SurfaceSignIn>>;

  constructor(config: Config) {
    const { citizenIdentityProvider: citizen, employeeIdentityProvider: employee } = config;
    this.claims = { ...suomiFi, ...citizen?.claimNames };
    this.bySurface = {
      CITIZEN: { scope: citizen?.scope ?? 'openid profile', acceptedLevels: citizen?.acceptedLevels ?? strong, acceptedMethods: [] },
      EMPLOYEE: {
        scope: employee?.scope ?? 'openid profile',
        acceptedLevels: employee?.acceptedLevels ?? severalFactors,
        acceptedMethods: employee?.acceptedLevels === undefined ? severalFactorMethods : [],
      },
    };
  }

  of(surface: Surface): SurfaceSignIn {
    return this.bySurface[surface];
  }
}
