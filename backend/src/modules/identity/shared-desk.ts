import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem } from '../../kernel/index.ts';
import { SESSION_LOCKED } from '../../platform/access/index.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { cookieAttributes, cookiesOf } from './session-cookies.ts';
import { requestedOrganisation } from './session-store.ts';
import { Sessions } from './sessions.ts';

const cookie = { name: '__Host-tyo-shared-desk', sameSite: 'lax' } as const;
/** As long as browsers keep a cookie at all. */
const keptMillis = 400 * 24 * 3_600_000;

/** Whether somebody has marked this browser as one that several people use. */
export function isSharedDesk(request: Request): boolean {
  return cookie.name in cookiesOf(request);
}

/** A desk that several people use, marked before or after signing in: the browser remembers it, the server enforces it. */
@Injectable()
export class SharedDesk {
  constructor(
    private readonly browsers: BrowserSessions,
    private readonly sessions: Sessions,
  ) {}

  /** Holds for the session at hand at once, and for each that begins in this browser. @throws Problem SESSION_LOCKED */
  async mark(isShared: boolean, request: Request, response: Response): Promise<void> {
    const id = await this.browsers.idIn('EMPLOYEE', request, response);
    if (id !== null) {
      const organisationId = requestedOrganisation();
      // Whoever finds a locked screen does not unlock it by saying that it is not shared.
      if ((await this.sessions.current(organisationId, 'EMPLOYEE', id, 'LOOK')) === 'LOCKED') throw new Problem(SESSION_LOCKED);
      await this.sessions.markDesk(organisationId, id, isShared);
    }
    const { name, sameSite } = cookie;
    if (isShared) response.cookie(name, '1', { ...cookieAttributes, sameSite, maxAge: keptMillis });
    else response.clearCookie(name, { ...cookieAttributes, sameSite });
  }
}
