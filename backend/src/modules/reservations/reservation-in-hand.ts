import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, concernedClientId, NOT_FOUND, type CitizenPrincipal, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { VERSION_CONFLICT } from '../../platform/http/index.ts';
import { AppointmentTypes } from '../appointment-types/index.ts';
import { Allocations } from '../calendar/index.ts';
import { employeeActions } from './reservation.actions.ts';
import { purposeOf } from './reservation-record.ts';
import type { ReservationRow } from './reservation-row.ts';
import { ReservationsRepository, type ReservationSubject } from './reservations.repository.ts';

export interface ReservationInHand {
  readonly row: ReservationRow;
  readonly subjects: readonly ReservationSubject[];
  readonly clients: readonly { readonly clientId: string; readonly booker: boolean; readonly mayCancel: boolean }[];
}

/** What a change will touch besides the reservation's own subjects. */
export interface LockedWithIt {
  readonly subjectIds: readonly string[];
  /** Offices any of whose rooms may be touched. */
  readonly officesWithRooms: readonly string[];
}

type EmployeeAction =
  'RESERVATION_READ' | 'RESERVATION_MOVE' | 'RESERVATION_CANCEL' | 'RESERVATION_ATTENDANCE' | 'RESERVATION_INTERNAL_NOTE';

/** As the usage log calls them. */
const triedBy: Readonly<Record<EmployeeAction, string>> = {
  RESERVATION_READ: 'ReservationRead',
  RESERVATION_MOVE: 'ReservationMove',
  RESERVATION_CANCEL: 'ReservationCancel',
  RESERVATION_ATTENDANCE: 'ReservationAttendance',
  RESERVATION_INTERNAL_NOTE: 'ReservationInternalNoteChange',
};

/** How every change begins: find what one may know of, then lock it at the version that one has seen. */
@Injectable()
export class ReservationsInHand {
  constructor(
    private readonly reservations: ReservationsRepository,
    private readonly allocations: Allocations,
    private readonly types: AppointmentTypes,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** `tried` is the use case, for the usage log. @throws Problem NOT_FOUND unless it is the client's own and shown to citizens */
  async ofCitizen(tx: Tx, citizen: CitizenPrincipal, tried: string, id: string): Promise<ReservationInHand> {
    const found = await this.read(tx, id);
    const isOwn = found.clients.some((client) => client.clientId === concernedClientId(citizen));
    if (!isOwn || found.row.citizenVisibility === 'HIDDEN') throw this.denied(tx, citizen, tried, found);
    return found;
  }

  /**
   * What somebody sees as busy time only is not there to be changed either, whatever the unit.
   * @throws Problem FORBIDDEN, NOT_FOUND by the rule of the action
   */
  async ofEmployee(tx: Tx, principal: Principal, action: EmployeeAction, id: string): Promise<ReservationInHand> {
    this.access.requireAction(principal, action);
    const found = await this.read(tx, id);
    const isAllowed = this.access.allows(principal, action, objectOf(found)) && (await this.mayKnowType(tx, principal, found));
    if (!isAllowed) throw this.denied(tx, principal, triedBy[action], found);
    return found;
  }

  /** NOT_FOUND, to be thrown; the try at something that there is stays in the usage log. */
  denied(tx: Tx, principal: Principal, tried: string, { row, clients }: ReservationInHand): Problem {
    return this.audit.denied(tx, principal, {
      action: tried,
      objectType: 'reservation',
      objectIds: [row.id],
      clientIds: clients.map((client) => client.clientId),
      serviceTaskId: row.serviceTaskId,
      purpose: purposeOf(principal, row),
    });
  }

  private async mayKnowType(tx: Tx, principal: Principal, found: ReservationInHand): Promise<boolean> {
    if (this.access.allows(principal, employeeActions.RESERVATION_READ, objectOf(found))) return true;
    const version = await this.types.version(tx, found.row.appointmentTypeVersionId);
    return version !== null && version.calendarVisibility !== 'BUSY';
  }

  /**
   * Subjects first, in id order, then the reservation: two moves that swap their times would deadlock otherwise.
   * @throws Problem VERSION_CONFLICT when it has changed since the caller read it
   */
  async lock(
    tx: Tx,
    found: ReservationInHand,
    version: number,
    wanted: LockedWithIt = { subjectIds: [], officesWithRooms: [] },
  ): Promise<ReservationRow> {
    const subjectIds = [...found.subjects.map((subject) => subject.subjectId), ...wanted.subjectIds];
    await this.allocations.lockSubjects(tx, [...new Set(subjectIds)], wanted.officesWithRooms);
    const row = await this.reservations.lock(tx, found.row.id);
    if (row === null) throw new Problem(NOT_FOUND);
    // Every change of time, place or people raises the version: so the subjects read before the lock are still right.
    if (row.version !== version) throw new Problem(VERSION_CONFLICT);
    return row;
  }

  /** Without any check; for whoever has made one. @throws Problem NOT_FOUND */
  async read(tx: Tx, id: string): Promise<ReservationInHand> {
    const row = await this.reservations.find(tx, id);
    if (row === null) throw new Problem(NOT_FOUND);
    return { row, subjects: await this.reservations.subjectsOf(tx, id), clients: await this.reservations.clientsOf(tx, id) };
  }
}

/** What decides who may do something with it. */
export function objectOf({ row, subjects }: ReservationInHand) {
  return { unitId: row.unitId, serviceId: row.serviceId, employeeIds: subjects.filter(isPerson).map((subject) => subject.subjectId) };
}

export function isPerson(subject: ReservationSubject): boolean {
  return subject.role === 'LEAD' || subject.role === 'EMPLOYEE';
}
