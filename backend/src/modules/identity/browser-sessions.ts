import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import session from 'express-session';
import type { Request, Response } from 'express';
import { Clock } from '../../kernel/index.ts';
import type { Surface } from '../../platform/access/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { cookieAttributes, cookiesOf, LEFT_COOKIES, SESSION_COOKIES, SessionCookies, type SessionCookie } from './session-cookies.ts';
import { newSessionId } from './session-id.ts';
import type { SessionSurface } from './session-rules.ts';
import { LoginSessionStore, PersonSessionStore, requestedOrganisation, type SignedInSession } from './session-store.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { Sessions, type SignedIn } from './sessions.ts';

/** A request as one surface sees it. */
export interface RequestWithSession extends Request {
  session: SignedInSession;
  sessionID: string;
  sessionStore: session.Store;
}

type Middleware = (request: Request, response: Response, next: (error?: unknown) => void) => void;

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * One express-session a surface, and one a way to its identity provider. Chosen by the surface that a route declares, never by
 * matching paths: a path written in an unforeseen way meets no session at all.
 */
@Injectable()
export class BrowserSessions {
  private readonly middleware: Readonly<Record<SessionSurface, Middleware>>;

  constructor(
    private readonly cookies: SessionCookies,
    private readonly config: Config,
    private readonly sessions: Sessions,
    transactions: Transactions,
    repository: SessionsRepository,
    clock: Clock,
  ) {
    const person = (surface: Surface): Middleware =>
      this.instance(surface, new PersonSessionStore(surface, this.cookieOf(surface), sessions));
    const login = (surface: `${Surface}_LOGIN`): Middleware =>
      this.instance(surface, new LoginSessionStore(surface, this.cookieOf(surface), transactions, repository, clock));
    this.middleware = {
      CITIZEN: person('CITIZEN'),
      EMPLOYEE: person('EMPLOYEE'),
      CITIZEN_LOGIN: login('CITIZEN_LOGIN'),
      EMPLOYEE_LOGIN: login('EMPLOYEE_LOGIN'),
    };
  }

  /**
   * The request with the session of one surface. A view of its own on the same request: two surfaces' sessions in one answer
   * (the sign-in's and the one that it opens) must not take each other for their own.
   */
  load(surface: SessionSurface, request: Request, response: Response): Promise<RequestWithSession> {
    const own = Object.create(request) as RequestWithSession;
    // Who shows a token is a program: its cookies, if any, are not its own.
    if (isProgram(request)) Object.defineProperty(own, 'headers', { value: { ...request.headers, cookie: undefined } });
    // A cookie that only goes over https could not be tried on one's own machine. Never in production, never for another machine.
    if (!this.config.production && loopback.has(request.socket.remoteAddress ?? '')) Object.defineProperty(own, 'secure', { value: true });
    return new Promise((resolve, reject) => {
      this.middleware[surface](own, response, (error) => (error === undefined ? resolve(own) : reject(error as Error)));
    });
  }

  /** Id of the session that the browser shows and that there is; null for none. */
  async idIn(surface: Surface, request: Request, response: Response): Promise<string | null> {
    const own = await this.load(surface, request, response);
    return own.session.exists === true ? own.sessionID : null;
  }

  /** Opens the surface's session under a new id, whatever id the browser came with; from now on the next sign-in need not be a new one. */
  async open(signedIn: SignedIn, request: Request, response: Response): Promise<void> {
    const own = await this.load(signedIn.surface, request, response);
    const replacedId = own.session.exists === true ? own.sessionID : null;
    // Not regenerated: that would end the old session before the new one can take over what it keeps.
    own.sessionStore.generate(own);
    own.session.signedIn = signedIn;
    own.session.replacedId = replacedId;
    await promisify((done: (error?: unknown) => void) => own.session.save(done))();
    if (LEFT_COOKIES[signedIn.surface].name in cookiesOf(request)) this.clear(LEFT_COOKIES[signedIn.surface], response);
  }

  /**
   * Whether somebody was signed in here before and is not any more: signed out, gone for too long, or ended from elsewhere. The identity
   * provider may know that person still, and whoever sits here now may be another.
   */
  async wasLeft(surface: Surface, request: Request, response: Response): Promise<boolean> {
    const cookies = cookiesOf(request);
    if (LEFT_COOKIES[surface].name in cookies) return true;
    if (!(SESSION_COOKIES[surface].name in cookies)) return false;
    const id = await this.idIn(surface, request, response);
    if (id === null) return true;
    const state = await this.sessions.current(requestedOrganisation(), surface, id, 'LOOK');
    return state === null || state === 'LOCKED';
  }

  /** Whose session the employees' part of the browser has, alive, locked or ended; null for none. */
  async employeeIn(request: Request, response: Response): Promise<string | null> {
    const id = await this.idIn('EMPLOYEE', request, response);
    return id === null ? null : this.sessions.employeeOf(requestedOrganisation(), id);
  }

  /** Ends the surface's session, lets its cookie expire and remembers that somebody has left. @returns whether there was a session */
  async close(surface: Surface, organisationId: string, request: Request, response: Response): Promise<boolean> {
    if (isProgram(request)) return false;
    const id = await this.idIn(surface, request, response);
    this.forgetCookie(surface, response);
    if (id !== null) {
      const { name, maxAge, sameSite } = LEFT_COOKIES[surface];
      response.cookie(name, '1', { ...cookieAttributes, sameSite, maxAge });
    }
    return id !== null && this.sessions.close(organisationId, surface, id);
  }

  forgetCookie(surface: SessionSurface, response: Response): void {
    this.clear(SESSION_COOKIES[surface], response);
  }

  private clear({ name, sameSite }: SessionCookie, response: Response): void {
    response.clearCookie(name, { ...cookieAttributes, sameSite });
  }

  private cookieOf(surface: SessionSurface): session.CookieOptions {
    const { sameSite, maxAge } = SESSION_COOKIES[surface];
    return { ...cookieAttributes, sameSite, ...(maxAge === undefined ? {} : { maxAge }) };
  }

  /** With the secrets of the moment: they change when the index key is exchanged. */
  private instance(surface: SessionSurface, store: session.Store): Middleware {
    let made: { readonly secrets: string; readonly middleware: Middleware } | undefined;
    return (request, response, next) => {
      const secrets = this.cookies.secretsOf(surface);
      if (made?.secrets !== secrets.join()) made = { secrets: secrets.join(), middleware: this.signedBy(secrets, surface, store) };
      made.middleware(request, response, next);
    };
  }

  private signedBy(secrets: readonly string[], surface: SessionSurface, store: session.Store): Middleware {
    return session({
      name: SESSION_COOKIES[surface].name,
      secret: [...secrets],
      store,
      genid: newSessionId,
      resave: false,
      saveUninitialized: false,
      cookie: this.cookieOf(surface),
    });
  }
}

function isProgram(request: Request): boolean {
  return request.headers.authorization !== undefined;
}

/** Gives the request a new session id; the old one is forgotten. */
export function renewed(request: RequestWithSession): Promise<void> {
  return promisify((done: (error?: unknown) => void) => request.session.regenerate(done))();
}
