import type { Instant } from '../../kernel/index.ts';
import type { Surface } from '../../platform/access/index.ts';

export type LoginSurface = `${Surface}_LOGIN`;
export type SessionSurface = Surface | LoginSurface;

/** After so many minutes without a request, and after so many hours whatever happens, one has to sign in again. */
export const SESSION_LIMITS = {
  CITIZEN: { idle: { minutes: 15 }, absolute: { hours: 4 } },
  EMPLOYEE: { idle: { minutes: 30 }, absolute: { hours: 10 } },
} as const satisfies Record<Surface, { idle: object; absolute: object }>;

/** At a desk that several people use the screen is locked after so long without a request. */
export const SHARED_DESK_IDLE = { minutes: 10 } as const;

/** The way to the identity provider and back takes no longer. */
export const LOGIN_LIMIT = { minutes: 10 } as const;

/** More browsers at once than a person uses are somebody else's. */
export const MOST_SESSIONS = 3;

/** Activity is noted no more often than this: a write for every request would cost more than it tells. */
export const TOUCH_INTERVAL = { minutes: 1 } as const;

export interface SessionTimes {
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly sharedDesk: boolean;
}

/** When the session ends unless somebody does something; never later than its absolute limit. */
export function idleEnd(surface: Surface, times: SessionTimes): Instant {
  const idle = times.lastSeenAt.plus(times.sharedDesk ? SHARED_DESK_IDLE : SESSION_LIMITS[surface].idle);
  return idle < times.expiresAt ? idle : times.expiresAt;
}

export function hasEnded(surface: Surface, times: SessionTimes, now: Instant): boolean {
  return now >= idleEnd(surface, times);
}

/** A shared desk that was left: its person has to sign in again, and until the longest allowed age finds everything where it was. */
export function isLocked(surface: Surface, times: SessionTimes, now: Instant): boolean {
  return times.sharedDesk && hasEnded(surface, times, now) && now < times.expiresAt;
}

export function needsTouch(times: SessionTimes, now: Instant): boolean {
  return now >= times.lastSeenAt.plus(TOUCH_INTERVAL);
}
