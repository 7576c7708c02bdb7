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

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A time to move to, of a list or of a place in the calendar, with who would meet the client there. */
export interface TimeToMoveTo extends Pick<FreeTimeView, 'id' | 'startsAt' | 'endsAt' | 'modes'> {
  readonly employees: readonly Person[];
}

/** The offered time at that place that is of the reservation's own type; a move changes the time, never the type. */
export function timeProposed(
  proposed: ProposedMove | null,
  { appointmentType, mode, employees }: Pick<ReservationView, 'appointmentType' | 'mode' | 'employees'>,
  type: Pick<AppointmentTypeView, 'modes'> | null,
): TimeToMoveTo | null {
  const found = proposed?.offered.find(({ appointmentTypeId }) => appointmentTypeId === appointmentType.id);
  if (proposed === null || !found) return null;
  const isOwn = employees.some(({ id }) => id === proposed.subject.id);
  return {
    id: found.offeredTimeId,
    startsAt: found.startsAt,
    endsAt: found.endsAt,
    modes: type?.modes ?? [mode],
    employees: isOwn ? employees : [proposed.subject],
  };
}

/** Names of who meets the client now, and who would: null where it stays the same. */
export function changeOfPeople(
  { employees }: Pick<ReservationView, 'employees'>,
  next: Pick<TimeToMoveTo, 'employees'> | null,
): { readonly from: string; readonly to: string } | null {
  if (next === null || isSamePeople(employees, next.employees)) return null;
  return { from: namesOf(employees), to: namesOf(next.employees) };
}

export function isSamePeople(some: readonly Pick<Person, 'id'>[], others: readonly Pick<Person, 'id'>[]): boolean {
  return some.length === others.length && some.every(({ id }) => others.some((other) => other.id === id));
}

export function namesOf(people: readonly Person[]): string {
  return people.map(({ name }) => name).join(', ');
}

/** What the navigation has brought along; whatever is not a proposal is left out. */
export function proposedMoveOf(state: Readonly<Record<string, unknown>> | undefined): ProposedMove | null {
  const moveTo = state?.['moveTo'];
  const isProposal = typeof moveTo === 'object' && moveTo !== null && 'startsAt' in moveTo && 'subject' in moveTo && 'offered' in moveTo;
  return isProposal ? (moveTo as ProposedMove) : null;
}
