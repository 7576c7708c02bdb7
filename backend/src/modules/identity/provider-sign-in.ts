import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import passport from 'passport';
import type { Request, Response } from 'express';
import { isLanguage, type Language } from '../../kernel/index.ts';
import { FRESH_SIGN_IN, type Surface } from '../../platform/access/index.ts';
import { Config } from '../../platform/config/index.ts';
import { BrowserSessions, renewed, type RequestWithSession } from './browser-sessions.ts';
import { IdentityProviders } from './identity-providers.ts';
import { OwnAddress } from './own-address.ts';
import { safeReturnTo } from './return-to.ts';
import { SESSION_LIMITS } from './session-rules.ts';
import { failureOf, SignInFailure } from './sign-in-failure.ts';
import { SignInSettings } from './sign-in-settings.ts';
import { SignInStrategy, type ProviderAnswer, type SignInOptions } from './sign-in-strategy.ts';

/** What is remembered on the way to the provider and back. */
export interface Journey {
  readonly returnTo: string;
  readonly language: Language;
  /** NEW: the provider must recognise the person now, whomever it knows already. FRESH: so does a person who is signed in, before a step that needs it. */
  readonly recognition: Recognition;
  /** Employee whose session, alive or locked, the browser had when it left: its strict cookie does not come along on the way back. */
  readonly leftBy: string | null;
}

export type Recognition = 'ANY' | 'NEW' | 'FRESH';

export const homeOf: Readonly<Record<Surface, string>> = { CITIZEN: '/', EMPLOYEE: '/employee/' };

const authenticator = new passport.Authenticator();
const secondsAnHour = 3600;
const secondsAMinute = 60;

/** The two halves of a sign-in at an identity provider, by passport. */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly settings: SignInSettings,
    private readonly browsers: BrowserSessions,
    private readonly address: OwnAddress,
    private readonly config: Config,
  ) {}

  /** Sends the browser to the provider. @throws SignInFailure UNAVAILABLE */
  async begin(surface: Surface, journey: Journey, request: Request, response: Response): Promise<void> {
    const strategy = await this.strategyOf(surface);
    const own = await this.browsers.load(`${surface}_LOGIN`, request, response);
    await renewed(own);
    own.session['journey'] = journey;
    await this.authenticate(strategy, await this.optionsOf(surface, journey, request), own, response);
  }

  /** What was remembered when the browser left; null: too long ago, or in another browser. */
  async journeyOf(surface: Surface, request: Request, response: Response): Promise<Journey | null> {
    const own = await this.browsers.load(`${surface}_LOGIN`, request, response);
    return journeyIn(own, surface);
  }

  /** Takes the provider's answer. The way back is open once: afterwards its session is gone. @throws SignInFailure */
  async finish(surface: Surface, request: Request, response: Response): Promise<ProviderAnswer> {
    const own = await this.browsers.load(`${surface}_LOGIN`, request, response);
    const journey = journeyIn(own, surface);
    if (journey === null) throw new SignInFailure('EXPIRED');
    const strategy = await this.strategyOf(surface);
    try {
      const answer = await this.authenticate(strategy, await this.optionsOf(surface, journey, request), own, response);
      if (answer === null) throw new SignInFailure('FAILED');
      return answer;
    } catch (error) {
      throw failureOf(error);
    } finally {
      await new Promise<void>((resolve) => own.session.destroy(() => resolve()));
      this.browsers.forgetCookie(`${surface}_LOGIN`, response);
    }
  }

  /** Claims that stand only in the provider's user info. @throws SignInFailure UNAVAILABLE */
  async furtherClaims(surface: Surface, answer: ProviderAnswer): Promise<Readonly<Record<string, unknown>>> {
    const config = await this.providers.configurationOf(surface);
    if (config.serverMetadata().userinfo_endpoint === undefined) return answer.claims;
    try {
      return { ...(await oidc.fetchUserInfo(config, answer.accessToken, answer.subject)), ...answer.claims };
    } catch (error) {
      throw failureOf(error);
    }
  }

  private async strategyOf(surface: Surface): Promise<SignInStrategy> {
    try {
      return new SignInStrategy(await this.providers.configurationOf(surface), this.settings.of(surface).scope, this.config.production);
    } catch (error) {
      throw failureOf(error);
    }
  }

  private async optionsOf(surface: Surface, journey: Journey, request: Request): Promise<SignInOptions> {
    return {
      // From the organisation's host in the database, never from a header.
      callbackURL: `${await this.address.originOf(surface, request)}/auth/${surface.toLowerCase()}/callback`,
      acceptedLevels: this.settings.of(surface).acceptedLevels,
      language: journey.language,
      ...(journey.recognition === 'ANY'
        ? { maxAge: SESSION_LIMITS[surface].absolute.hours * secondsAnHour }
        : // Who is known by single sign-on is asked all the same.
          { maxAge: FRESH_SIGN_IN.minutes * secondsAMinute, prompt: 'login' }),
    };
  }

  /** null: the browser has been sent to the provider. */
  private authenticate(
    strategy: SignInStrategy,
    options: SignInOptions,
    own: RequestWithSession,
    response: Response,
  ): Promise<ProviderAnswer | null> {
    return new Promise((resolve, reject) => {
      response.once('finish', () => resolve(null));
      const done = (error: unknown, answer?: unknown): void => {
        if (error !== null && error !== undefined) return reject(error as Error);
        // Passport calls a sign-in that was broken off, or whose state is missing, a failure without an error.
        return answer === false || answer === undefined ? reject(new SignInFailure('CANCELLED')) : resolve(answer as ProviderAnswer);
      };
      authenticator.authenticate(strategy, options, done)(own, response, reject);
    });
  }
}

function journeyIn(own: RequestWithSession, surface: Surface): Journey | null {
  const { returnTo, language, recognition, leftBy = null } = (own.session['journey'] ?? {}) as Partial<Journey>;
  if (returnTo === undefined || recognition === undefined || !isLanguage(language)) return null;
  return { returnTo: safeReturnTo(returnTo, homeOf[surface]), language, recognition, leftBy };
}
