import { Injectable, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Surface } from '../../platform/access/index.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { journeyFrom, preferredLanguage } from './journey-from.ts';
import { homeOf, ProviderSignIn, type Journey } from './provider-sign-in.ts';
import { SignInCitizen } from './sign-in-citizen.ts';
import { SignInEmployee } from './sign-in-employee.ts';
import { isSharedDesk } from './shared-desk.ts';
import { failureOf } from './sign-in-failure.ts';
import { sendSignInPage } from './sign-in-page.ts';

/** The way of a browser through the sign-in; every end of it is a page or a redirect, never a bare error. */
@Injectable()
export class SignInFlow {
  private readonly logger = new Logger(SignInFlow.name);

  constructor(
    private readonly provider: ProviderSignIn,
    private readonly citizen: SignInCitizen,
    private readonly employee: SignInEmployee,
    private readonly browsers: BrowserSessions,
  ) {}

  async begin(surface: Surface, request: Request, response: Response): Promise<void> {
    const asked = journeyFrom(surface, request);
    const mayBeAnother = hidesWhoWasHere(surface, request) || (await this.browsers.wasLeft(surface, request, response));
    const isNew = asked.recognition === 'ANY' && mayBeAnother;
    const leftBy = surface === 'EMPLOYEE' ? await this.browsers.employeeIn(request, response) : null;
    const journey: Journey = { ...asked, leftBy, recognition: isNew ? 'NEW' : asked.recognition };
    try {
      await this.provider.begin(surface, journey, request, response);
    } catch (error) {
      this.refuse(surface, error, journey, response);
    }
  }

  async finish(surface: Surface, request: Request, response: Response): Promise<void> {
    const remembered = await this.provider.journeyOf(surface, request, response);
    const journey: Journey = remembered ?? {
      returnTo: homeOf[surface],
      language: preferredLanguage(request),
      recognition: 'ANY',
      leftBy: null,
    };
    try {
      if (surface === 'CITIZEN') await this.citizen.execute(request, response, journey.language);
      const employeeId = surface === 'EMPLOYEE' ? await this.employee.execute(request, response) : null;
      // Where somebody else was at this desk is no business of who comes next.
      const isAnother = journey.leftBy !== null && journey.leftBy !== employeeId;
      response.redirect(303, isAnother ? homeOf[surface] : journey.returnTo);
    } catch (error) {
      this.refuse(surface, error, journey, response);
    }
  }

  private refuse(surface: Surface, error: unknown, journey: Journey, response: Response): void {
    const failure = failureOf(error);
    // The cause may quote what the provider sent about a person: only its kind is logged.
    const cause = failure.cause instanceof Error ? failure.cause.name : 'none';
    this.logger.warn(`${surface} sign-in: ${failure.reason} (${cause})`);
    sendSignInPage(surface, failure.reason, journey, response);
  }
}

/**
 * Whether a left session may stand behind the request unseen, while the provider knows its person still. The employees' cookie is strict:
 * a link on a foreign page does not bring it along. And at a shared desk whoever comes next may have deleted it.
 */
function hidesWhoWasHere(surface: Surface, request: Request): boolean {
  if (surface === 'CITIZEN') return false;
  const site = request.headers['sec-fetch-site'];
  return isSharedDesk(request) || site === 'cross-site' || site === 'same-site';
}
