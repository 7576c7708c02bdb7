import type { ReservationView } from '@vuoro/ui-shared/api';
import type { AttendanceAction } from './reservation-commands';

export interface AvailableActions {
  readonly move: boolean;
  readonly cancel: boolean;
  /** In the order of a visit; the first is what usually comes next. */
  readonly attendance: readonly AttendanceAction[];
}

const IN_ORDER: readonly AttendanceAction[] = ['check-in', 'start', 'fulfil', 'no-show', 'correct-attendance'];

/** The server alone decides what may be done; here it is only put in order. */
export function availableActions({ actions }: Pick<ReservationView, 'actions'>): AvailableActions {
  return {
    move: actions.includes('move'),
    cancel: actions.includes('cancel'),
    attendance: IN_ORDER.filter((action) => actions.includes(action)),
  };
}

export interface ToldClients {
  readonly told: readonly string[];
  readonly untold: readonly string[];
}

/** Names of those who get a message of a change, and of those who do not and must be told in another way. */
export function toldOf({ clients }: Pick<ReservationView, 'clients'>): ToldClients {
  return {
    told: clients.filter(({ toldBy }) => toldBy.length > 0).map(({ name }) => name),
    untold: clients.filter(({ toldBy }) => toldBy.length === 0).map(({ name }) => name),
  };
}
