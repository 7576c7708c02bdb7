/** The warning stands this long before the session ends; WCAG 2.2.1 asks for at least twenty seconds. */
export const WARNING_MS = 2 * 60_000;
/** And this long before a shared desk is locked, whose whole limit is ten minutes. */
export const LOCK_WARNING_MS = 60_000;

export type IdleStep =
  /** Nothing to do for so many milliseconds. */
  | { readonly what: 'wait'; readonly ms: number }
  /** Ask the server again: work in this or another tab may have moved the limit. */
  | { readonly what: 'ask' }
  | { readonly what: 'warn'; readonly secondsLeft: number; readonly extendable: boolean }
  | { readonly what: 'over' }
  /** As `over` or `ask`, at a shared desk: nothing may be seen until the server has said that somebody is there. */
  | { readonly what: 'lock' };

export interface IdleLimits {
  /** Milliseconds since 1970. */
  readonly idleEnd: number;
  readonly absoluteEnd: number;
  readonly sharedDesk: boolean;
}

/**
 * What to do about a session now. Each request of the application moves the limit on the server without telling, so
 * the limit known here is the earliest possible: near it the server is asked once before anybody is disturbed.
 * @param askedAt when the limits were read, milliseconds since 1970
 */
export function idleStep({ idleEnd, absoluteEnd, sharedDesk }: IdleLimits, askedAt: number, now: number): IdleStep {
  const end = Math.min(idleEnd, absoluteEnd);
  const warnFrom = end - (sharedDesk ? LOCK_WARNING_MS : WARNING_MS);
  if (now < warnFrom) return { what: 'wait', ms: warnFrom - now };
  if (now >= end && sharedDesk) return { what: 'lock' };
  if (askedAt < warnFrom) return { what: 'ask' };
  if (now >= end) return { what: 'over' };
  return { what: 'warn', secondsLeft: Math.ceil((end - now) / 1000), extendable: idleEnd < absoluteEnd };
}
