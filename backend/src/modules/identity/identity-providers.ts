import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { JsonWebKey } from 'node:crypto';
import type { Surface } from '../../platform/access/index.ts';
import { Config, type IdentityProviderConfig } from '../../platform/config/index.ts';
import { readClientKey, signingKeyOf, type ClientKey } from './client-key.ts';

const patienceSeconds = 5;

/** The identity provider cannot be reached, or does not say what it must; a later attempt may succeed. */
export class IdentityProviderUnavailable extends Error {
  constructor(surface: Surface, cause?: unknown) {
    super(`The identity provider of ${surface} is not available.`, { cause });
    this.name = 'IdentityProviderUnavailable';
  }
}

/** The two identity providers, discovered when somebody first wants to sign in: their outage never stops a start. */
@Injectable()
export class IdentityProviders {
  private readonly discovered = new Map<Surface, Promise<oidc.Configuration>>();
  private readonly keys = new Map<Surface, ClientKey>();

  constructor(private readonly config: Config) {}

  /** null: this installation has no sign-in for the surface. */
  settingsOf(surface: Surface): IdentityProviderConfig | null {
    return surface === 'CITIZEN' ? this.config.citizenIdentityProvider : this.config.employeeIdentityProvider;
  }

  /** Issuers whose sessions this installation knows. */
  issuers(): readonly string[] {
    return (['CITIZEN', 'EMPLOYEE'] as const).flatMap((surface) => this.settingsOf(surface)?.issuer ?? []);
  }

  /** Keys by which a provider checks that we are its client. */
  publicKeys(): readonly JsonWebKey[] {
    const keys = (['CITIZEN', 'EMPLOYEE'] as const).map((surface) => this.keyOf(surface)?.publicJwk).filter((key) => key !== undefined);
    return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
  }

  /** @throws IdentityProviderUnavailable; the next call tries again */
  async configurationOf(surface: Surface): Promise<oidc.Configuration> {
    const known = this.discovered.get(surface) ?? this.discover(surface);
    this.discovered.set(surface, known);
    try {
      return await known;
    } catch (error) {
      this.discovered.delete(surface);
      throw new IdentityProviderUnavailable(surface, error);
    }
  }

  private async discover(surface: Surface): Promise<oidc.Configuration> {
    const settings = this.settingsOf(surface);
    if (settings === null) throw new Error('No issuer is configured.');
    const key = this.keyOf(surface);
    if (key === null) throw new Error('No client key is configured.');
    const issuer = new URL(settings.issuer);
    const authentication = oidc.PrivateKeyJwt({ key: await signingKeyOf(key), kid: key.kid });
    // Production refuses to start with an http issuer; the development identity provider has no certificate.
    const execute = this.config.production || issuer.protocol === 'https:' ? [] : [oidc.allowInsecureRequests];
    return oidc.discovery(issuer, settings.clientId, {}, authentication, { execute, timeout: patienceSeconds });
  }

  private keyOf(surface: Surface): ClientKey | null {
    const known = this.keys.get(surface);
    if (known !== undefined) return known;
    const file = this.settingsOf(surface)?.clientKeyFile ?? null;
    if (file === null) return null;
    const key = readClientKey(file);
    this.keys.set(surface, key);
    return key;
  }
}
