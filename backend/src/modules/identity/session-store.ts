import session from 'express-session';
import { Clock } from '../../kernel/index.ts';
import type { Surface } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { RequestContext } from '../../platform/http/index.ts';
import { sessionHash } from './session-id.ts';
import { LOGIN_LIMIT, type LoginSurface } from './session-rules.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { Sessions, type SignedIn } from './sessions.ts';

type Done = (error?: unknown) => void;

/** What a session of a signed-in person holds besides its cookie; set once, at sign-in. */
export interface SignedInSession extends session.Session {
  signedIn?: SignedIn;
  /** Id of the session in whose place it comes. */
  replacedId?: string | null;
  exists?: true;
}

/** The organisation of the host that was asked: a cookie carried to another one opens nothing there. */
export function requestedOrganisation(): string {
  return RequestContext.current()?.organisationId ?? '';
}

/** Sessions of signed-in people for express-session. What the session says is read from its row by `Sessions`, not from here. */
export class PersonSessionStore extends session.Store {
  constructor(
    private readonly surface: Surface,
    private readonly cookie: session.CookieOptions,
    private readonly sessions: Sessions,
  ) {
    super();
  }

  override get(id: string, callback: (error: unknown, data?: session.SessionData | null) => void): void {
    this.sessions
      .exists(requestedOrganisation(), this.surface, id)
      .then((exists) => callback(null, exists ? { cookie: { ...this.cookie }, exists } : null), callback);
  }

  override set(id: string, data: session.SessionData, callback: Done): void {
    const { signedIn, replacedId } = data as Partial<SignedInSession>;
    const saved = signedIn === undefined ? Promise.resolve() : this.sessions.open(id, signedIn, replacedId);
    saved.then(() => callback(), callback);
  }

  override destroy(id: string, callback: Done): void {
    this.sessions.drop(requestedOrganisation(), id).then(() => callback(), callback);
  }
}

/** State, nonce and verifier of a sign-in that is under way, for express-session and passport. */
export class LoginSessionStore extends session.Store {
  constructor(
    private readonly surface: LoginSurface,
    private readonly cookie: session.CookieOptions,
    private readonly transactions: Transactions,
    private readonly repository: SessionsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override get(id: string, callback: (error: unknown, data?: session.SessionData | null) => void): void {
    this.transactions
      .run(scope(), (tx) => this.repository.findLogin(tx, this.surface, sessionHash(id), this.clock.now()))
      .then(
        (state) =>
          callback(null, state === null ? null : { ...state, cookie: { ...this.cookie, originalMaxAge: this.cookie.maxAge ?? null } }),
        callback,
      );
  }

  override set(id: string, data: session.SessionData, callback: Done): void {
    const { cookie: _cookie, ...state } = data;
    const now = this.clock.now();
    this.transactions
      .run(scope(), (tx) =>
        this.repository.saveLogin(tx, this.surface, sessionHash(id), requestedOrganisation(), state, now, now.plus(LOGIN_LIMIT)),
      )
      .then(() => callback(), callback);
  }

  override destroy(id: string, callback: Done): void {
    this.transactions.run(scope(), (tx) => this.repository.remove(tx, sessionHash(id))).then(() => callback(), callback);
  }
}

function scope(): { organisationId: string } {
  return { organisationId: requestedOrganisation() };
}
