export type HoldPhase = 'HELD' | 'ENDING' | 'ENDED';

/** More time is offered this long before the end. */
export const WARNING_MS = 2 * 60_000;

/** How far a held time is from its end; at the end itself it is over. Both in milliseconds since 1970, by the server's clock. */
export function holdPhase(expiresAt: number, now: number): HoldPhase {
  const left = expiresAt - now;
  if (left <= 0) return 'ENDED';
  return left <= WARNING_MS ? 'ENDING' : 'HELD';
}

/** `9.05`-like minutes and seconds for the eye; never below zero. */
export function timeLeft(expiresAt: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((expiresAt - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
