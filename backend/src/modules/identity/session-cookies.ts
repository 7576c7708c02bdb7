import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/index.ts';
import { LOGIN_LIMIT, type SessionSurface } from './session-rules.ts';

interface SessionCookie {
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

/** What every cookie of ours has; `__Host-` demands it. */
export const cookieAttributes = { path: '/', httpOnly: true, secure: true } as const;

/** Cookies are signed, so that a guessed id never reaches the database. The key comes from the index key: one secret less to keep. */
@Injectable()
export class SessionCookies {
  constructor(private readonly blindIndex: BlindIndex) {}

  secretOf(surface: SessionSurface): string {
    return this.blindIndex.fingerprint(`session-cookie|${surface}`, '', 'v1');
  }

  /** `name=value` as a browser would send it: for tests and tools that hold a session without a browser. */
  headerOf(surface: SessionSurface, id: string): string {
    const signature = createHmac('sha256', this.secretOf(surface)).update(id).digest('base64').replace(/=+$/, '');
    return `${SESSION_COOKIES[surface].name}=${encodeURIComponent(`s:${id}.${signature}`)}`;
  }
}
