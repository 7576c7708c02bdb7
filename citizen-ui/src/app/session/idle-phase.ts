import type { CitizenSessionView } from '@vuoro/ui-shared/api';

const WARNING_MS = 2 * 60_000;
/** Asks a moment after the end, when the server surely agrees. */
const AFTER_END_MS = 1000;

export type IdlePhase =
  | { readonly phase: 'ACTIVE' | 'ENDING'; readonly checkInMs: number }
  | { readonly phase: 'ENDED' | 'SIGNED_OUT'; readonly checkInMs: null };

/** How near the end of an idle session is, and when to ask the server again: any request may have prolonged it. */
export function idlePhase(session: CitizenSessionView | null, now: number): IdlePhase {
  if (session?.signedIn !== true || session.idleEndsAt === null) return { phase: 'SIGNED_OUT', checkInMs: null };
  const left = Date.parse(session.idleEndsAt) - now;
  if (left <= 0) return { phase: 'ENDED', checkInMs: null };
  if (left <= WARNING_MS) return { phase: 'ENDING', checkInMs: left + AFTER_END_MS };
  return { phase: 'ACTIVE', checkInMs: left - WARNING_MS };
}

/** False when the session ends in any case at its longest allowed age: asking for more time would be in vain. */
export function canBeExtended(session: CitizenSessionView): boolean {
  return session.idleEndsAt !== null && session.endsAt !== null && Date.parse(session.idleEndsAt) < Date.parse(session.endsAt);
}
