import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem } from '../../kernel/index.ts';
import { Authentication, SESSION_LOCKED, type Principal, type Surface } from '../../platform/access/index.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { requestedOrganisation } from './session-store.ts';
import { Sessions, type SessionState, type SessionUse } from './sessions.ts';

/** Recognises people by the session cookie of the surface that a route belongs to. */
@Injectable()
export class SessionAuthentication extends Authentication {
  constructor(
    private readonly browsers: BrowserSessions,
    private readonly sessions: Sessions,
  ) {
    super();
  }

  override async principalOf(request: Request, surface: Surface): Promise<Principal | null> {
    const session = await this.currentOf(request, surface, isUnattended(request) ? 'LOOK' : 'REQUEST');
    if (session === 'LOCKED') throw new Problem(SESSION_LOCKED);
    return session?.principal ?? null;
  }

  /** The whole session, for the routes that are about it. */
  async currentOf(request: Request, surface: Surface, use: SessionUse): Promise<SessionState> {
    // Who shows a token is a program: its cookies, if any, are not its own.
    if (request.headers.authorization !== undefined) return null;
    const id = await this.browsers.idIn(surface, request, request.res as Response);
    return id === null ? null : this.sessions.current(requestedOrganisation(), surface, id, use);
  }
}

/** An open stream, or a page that reads again what others have changed, is no sign that anybody sits there. */
function isUnattended({ headers }: Request): boolean {
  return headers.accept === 'text/event-stream' || headers['x-unattended'] !== undefined;
}
