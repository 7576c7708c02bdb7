// The parts of two libraries without types of their own that this module uses.

declare module 'express-session' {
  import type { NextFunction, Request, Response } from 'express';

  type Done = (error?: unknown) => void;

  interface SessionData {
    cookie: object;
    [key: string]: unknown;
  }

  interface Session extends SessionData {
    readonly id: string;
    regenerate(callback: Done): void;
    save(callback: Done): void;
    destroy(callback: Done): void;
  }

  interface CookieOptions {
    readonly path: string;
    readonly httpOnly: boolean;
    readonly secure: boolean;
    readonly sameSite: 'lax' | 'strict';
    readonly maxAge?: number;
  }

  interface SessionOptions {
    readonly name: string;
    readonly secret: string | string[];
    readonly store: Store;
    readonly genid: () => string;
    readonly resave: false;
    readonly saveUninitialized: false;
    readonly cookie: CookieOptions;
  }

  abstract class Store {
    abstract get(id: string, callback: (error: unknown, session?: SessionData | null) => void): void;
    abstract set(id: string, session: SessionData, callback: Done): void;
    abstract destroy(id: string, callback: Done): void;
    /** Gives the request a session under a new id; the old one stays where it is. Put there by the library when the store is taken into use. */
    readonly generate: (request: Request) => void;
  }

  function session(options: SessionOptions): (request: Request, response: Response, next: (error?: unknown) => void) => void;
  namespace session {
    export { Session, SessionData, Store, CookieOptions };
  }
  export default session;
}

declare module 'passport' {
  import type { Request, Response } from 'express';

  type AuthenticateCallback = (error: unknown, user?: unknown, info?: unknown) => void;

  class Authenticator {
    authenticate(
      strategy: object,
      options: object,
      callback: AuthenticateCallback,
    ): (request: Request, response: Response, next: (error?: unknown) => void) => void;
  }
  const passport: { readonly Authenticator: typeof Authenticator };
  export default passport;
}
