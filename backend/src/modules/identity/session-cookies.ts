import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Surface } from '../../platform/access/index.ts';
import { BlindIndex } from '../../platform/crypto/index.ts';
import { LOGIN_LIMIT, SESSION_LIMITS, type SessionSurface } from './session-rules.ts';

export interface SessionCookie {
  readonly name: string;
  readonly sameSite: 'lax' | 'strict';
  /** Milliseconds; undefined: until the browser is closed. */
  readonly maxAge?: number;
}

const loginMillis = LOGIN_LIMIT.minutes * 60_000;

/** The return from the identity provider is a cross-site navigation: only Lax cookies come along. */
export const SESSION_COOKIES: Readonly<Record<SessionSurface, SessionCookie>> = {
  CITIZEN: { name: '__Host-asiointi', sameSite: 'lax' },
  EMPLOYEE: { name: '__Host-tyo', sameSite: 'strict' },
  CITIZEN_LOGIN: { name: '__Host-asiointi-login', sameSite: 'lax', maxAge: loginMillis },
  EMPLOYEE_LOGIN: { name: '__Host-tyo-login', sameSite: 'lax', maxAge: loginMillis },
};

const hourMillis = 3_600_000;

/**
 * Says that somebody has signed out here, not who. It stays as long as the provider's own memory of a person would be accepted: what is
 * older than that is refused in any case.
 */
export const LEFT_COOKIES: Readonly<Record<Surface, SessionCookie & { readonly maxAge: number }>> = {
  CITIZEN: { name: '__Host-asiointi-left', sameSite: 'lax', maxAge: SESSION_LIMITS.CITIZEN.absolute.hours * hourMillis },
  EMPLOYEE: { name: '__Host-tyo-left', sameSite: 'lax', maxAge: SESSION_LIMITS.EMPLOYEE.absolute.hours * hourMillis },
};

/** Names and raw values of the cookies that the browser shows. */
export function cookiesOf(request: Request): Readonly<Record<string, string>> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=') as [string, string?]);
  return Object.fromEntries(pairs.map(([name, value]) => [name, value ?? '']));
}

/** What every cookie of ours has; `__Host-` demands it. */
export const cookieAttributes = { path: '/', httpOnly: true, secure: true } as const;

/** Cookies are signed, so that a guessed id never reaches the database. The key comes from the index key: one secret less to keep. */
@Injectable()
export class SessionCookies {
  constructor(private readonly blindIndex: BlindIndex) {}

  /** The first signs; a cookie that any of them has signed is taken, so that nobody is signed out when the index key is exchanged. */
  secretsOf(surface: SessionSurface): readonly string[] {
    return this.blindIndex.fingerprints(`session-cookie|${surface}`, '', 'v1');
  }

  /** `name=value` as a browser would send it: for tests and tools that hold a session without a browser. */
  headerOf(surface: SessionSurface, id: string): string {
    const signature = createHmac('sha256', this.secretsOf(surface)[0] ?? '')
      .update(id)
      .digest('base64')
      .replace(/=+$/, '');
    return `${SESSION_COOKIES[surface].name}=${encodeURIComponent(`s:${id}.${signature}`)}`;
  }
}
