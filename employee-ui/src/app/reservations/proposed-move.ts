import type { AppointmentTypeView, FreeTimeView, ReservationView } from '@vuoro/ui-shared/api';

/** Where somebody has dropped a reservation: whose calendar, when, and what is on offer there. */
export interface ProposedMove {
  readonly startsAt: string;
  readonly subject: { readonly id: string; readonly name: string };
  /** Nearest first. */
  readonly offered: readonly {
    readonly offeredTimeId: string;
    readonly appointmentTypeId: string;
    readonly startsAt: string;
    readonly endsAt: string;
  }[];
}

/** A time to move to; of a list or of a place in the calendar. */
export type TimeToMoveTo = Pick<FreeTimeView, 'id' | 'startsAt' | 'endsAt' | 'modes'>;

/** The offered time at that place that is of the reservation's own type; a move changes the time, never the type. */
export function timeProposed(
  proposed: ProposedMove | null,
  { appointmentType, mode }: Pick<ReservationView, 'appointmentType' | 'mode'>,
  type: Pick<AppointmentTypeView, 'modes'> | null,
): TimeToMoveTo | null {
  const found = proposed?.offered.find(({ appointmentTypeId }) => appointmentTypeId === appointmentType.id);
  if (!found) return null;
  return { id: found.offeredTimeId, startsAt: found.startsAt, endsAt: found.endsAt, modes: type?.modes ?? [mode] };
}

/** Names of who meets the client now, and who would: null where it stays the same. */
export function changeOfPeople(
  proposed: ProposedMove | null,
  { employees }: Pick<ReservationView, 'employees'>,
): { readonly from: string; readonly to: string } | null {
  if (proposed === null || employees.some(({ id }) => id === proposed.subject.id)) return null;
  return { from: employees.map(({ name }) => name).join(', '), to: proposed.subject.name };
}

/** What the navigation has brought along; whatever is not a proposal is left out. */
export function proposedMoveOf(state: Readonly<Record<string, unknown>> | undefined): ProposedMove | null {
  const moveTo = state?.['moveTo'];
  const isProposal = typeof moveTo === 'object' && moveTo !== null && 'startsAt' in moveTo && 'subject' in moveTo && 'offered' in moveTo;
  return isProposal ? (moveTo as ProposedMove) : null;
}
