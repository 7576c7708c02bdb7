import type { Mode } from '../../modules/appointment-types/index.ts';
import type { DemoTypeCode } from '../content/client-types.ts';
import type { ClientCircle } from '../setup/invented-clients.ts';
import type { VisitBooker } from './planned-visit.ts';

/** How people use the times of a type. */
export interface VisitHabit {
  readonly circle: ClientCircle;
  /** Part of the times that somebody books. */
  readonly booked: number;
  /** Who books; the rest is booked by the employee. */
  readonly citizens: number;
  readonly desk: number;
  readonly modes: readonly Mode[];
}

export const VISIT_HABITS: Readonly<Partial<Record<DemoTypeCode, VisitHabit>>> = {
  ERO: { circle: 'FAMILY_LAW', booked: 0.72, citizens: 0.6, desk: 0.3, modes: ['VISIT', 'VISIT', 'REMOTE'] },
  ELJ: { circle: 'FAMILY_LAW', booked: 0.74, citizens: 0.65, desk: 0.25, modes: ['VISIT', 'REMOTE'] },
  ELM: { circle: 'FAMILY_LAW', booked: 0.74, citizens: 0.65, desk: 0.25, modes: ['VISIT', 'REMOTE'] },
  VANH: { circle: 'FAMILY_LAW', booked: 0.62, citizens: 0, desk: 0.6, modes: ['VISIT'] },
  PTA: { circle: 'CHILD_PROTECTION', booked: 0.18, citizens: 0, desk: 0, modes: ['HOME', 'VISIT'] },
  'LS-TAP': { circle: 'CHILD_PROTECTION', booked: 0.16, citizens: 0, desk: 0, modes: ['VISIT', 'HOME'] },
  'OMA-VA': { circle: 'DISABILITY', booked: 0.18, citizens: 0, desk: 0, modes: ['VISIT', 'PHONE', 'HOME'] },
  'HA-INFO': { circle: 'DISABILITY', booked: 1, citizens: 0, desk: 0, modes: ['GROUP'] },
  'VT-INFO': { circle: 'DISABILITY', booked: 0.25, citizens: 0.6, desk: 0, modes: ['VISIT', 'PHONE'] },
  'VK-ASI': { circle: 'DISABILITY', booked: 0.45, citizens: 0.7, desk: 0, modes: ['REMOTE', 'VISIT'] },
  'OMA-TV': { circle: 'EMPLOYMENT', booked: 0.03, citizens: 0, desk: 0, modes: ['VISIT', 'REMOTE'] },
  PUH: { circle: 'EMPLOYMENT', booked: 0.05, citizens: 0.8, desk: 0, modes: ['PHONE'] },
};

/** By a draw from 0 to below 1. */
export function bookerOf(habit: VisitHabit, draw: number): VisitBooker {
  if (draw < habit.citizens) return 'CITIZEN';
  return draw < habit.citizens + habit.desk ? 'DESK' : 'OWN';
}
