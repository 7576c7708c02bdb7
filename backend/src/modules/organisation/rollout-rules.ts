import { ALLOWED, refused, type Verdict } from '../../kernel/index.ts';
import type { RolloutState } from './organisation-records.ts';

// A rollout may step back when it was too early; what was closed starts again from planning.
const NEXT: Readonly<Record<RolloutState, readonly RolloutState[]>> = {
  PLANNING: ['TEST', 'CLOSED'],
  TEST: ['PLANNING', 'PILOT', 'CLOSED'],
  PILOT: ['TEST', 'PRODUCTION', 'CLOSED'],
  PRODUCTION: ['PILOT', 'CLOSED'],
  CLOSED: ['PLANNING'],
};

/** Whether a unit's rollout may go from one state to the other. Citizens see units in production only. */
export function mayRollOut(from: RolloutState, to: RolloutState): Verdict<'NOT_NEXT'> {
  return NEXT[from].includes(to) ? ALLOWED : refused('NOT_NEXT', { from, to });
}
