import type { Request } from 'express';
import type { Surface } from './actions.ts';
import type { Principal } from './principal.ts';

/** Finds out who makes a request; the identity module knows sessions. */
export abstract class Authentication {
  /** null: nobody is signed in on this surface, or the session has ended. @throws Problem SESSION_LOCKED at a shared desk that was left */
  abstract principalOf(request: Request, surface: Surface): Promise<Principal | null>;
}
