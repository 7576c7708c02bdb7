import { Injectable } from '@nestjs/common';
import { Clock, formatInstant, Problem, refuseUnless, type Instant } from '../../../kernel/index.ts';
import { concernedClientId, type CitizenPrincipal, type EmployeePrincipal, type Principal } from '../../../platform/access/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { IdempotentTransactions } from '../../../platform/http/index.ts';
import { Clients } from '../../clients/index.ts';
import { mayWish, wishOf, type EmployeeWish, type Mode } from '../../appointment-types/index.ts';
import { EMPLOYEE_NOT_TO_CHOOSE } from '../../availability/index.ts';
import { Allocations, OfferedTimes } from '../../calendar/index.ts';
import type { CitizenReservationView, MoveOwnReservationRequest, MoveReservationRequest } from '../citizen-reservation.dto.ts';
import { CitizenReservationQueries } from '../citizen-reservation-queries.ts';
import { employeeActions } from '../reservation.actions.ts';
import type { ReservationView } from '../reservation.dto.ts';
import { reservationMoved } from '../reservation.events.ts';
import * as problems from '../reservation.problems.ts';
import { ReservationQueries } from '../reservation-queries.ts';
import { actorOf, ReservationRecord } from '../reservation-record.ts';
import { mayCitizenHold, mayCitizenMove, moveUntil } from '../reservation-rules.ts';
import type { ReservationRow } from '../reservation-row.ts';
import { statusAfter } from '../reservation-status.ts';
import { ReservationsInHand, type ReservationInHand } from '../reservation-in-hand.ts';
import { ReservationsRepository } from '../reservations.repository.ts';
import { EmployeeTasksRepository } from '../tasks/employee-tasks.repository.ts';
import { CitizenChangeQuota } from './citizen-change-quota.ts';
import { ClaimTime, seekerOf } from './claim-time.ts';
import { HealHint } from './heal-hint.ts';
import { OfferedToBookReader, type OfferedToBook } from './offered-to-book.ts';
import { MoveHistory } from './move-history.ts';
import { ReleaseOwnHold } from './release-own-hold.ts';

/** Moves a reservation to another offered time of its type: the same reservation, with a new time and perhaps another employee. */
@Injectable()
export class MoveReservation {
  constructor(
    private readonly clock: Clock,
    private readonly idempotent: IdempotentTransactions,
    private readonly clients: Clients,
    private readonly reader: OfferedToBookReader,
    private readonly inHand: ReservationsInHand,
    private readonly reservations: ReservationsRepository,
    private readonly releaseOwnHold: ReleaseOwnHold,
    private readonly allocations: Allocations,
    private readonly claimTime: ClaimTime,
    private readonly offeredTimes: OfferedTimes,
    private readonly history: MoveHistory,
    private readonly record: ReservationRecord,
    private readonly citizenQueries: CitizenReservationQueries,
    private readonly queries: ReservationQueries,
    private readonly quota: CitizenChangeQuota,
    private readonly tasks: EmployeeTasksRepository,
    private readonly healHint: HealHint,
  ) {}

  /**
   * By the rules as they stood when it was booked, onto a time that the type's present rules allow.
   * @throws Problem NOT_FOUND, VERSION_CONFLICT, MOVE_NOT_ALLOWED, TOO_LATE_TO_MOVE, STATUS_NOT_ALLOWED, TIME_TAKEN, TIME_NOT_OFFERED,
   * OWN_OVERLAP, TOO_MANY_CHANGES_TODAY, and those of notice, horizon and mode. The old time is kept whatever is refused.
   */
  byCitizen(
    citizen: CitizenPrincipal,
    key: string,
    id: string,
    version: number,
    request: MoveOwnReservationRequest,
  ): Promise<CitizenReservationView> {
    return this.healHint.whenTaken(citizen, request.offeredTimeId, this.moveByCitizen(citizen, key, id, version, request));
  }

  private moveByCitizen(
    citizen: CitizenPrincipal,
    key: string,
    id: string,
    version: number,
    request: MoveOwnReservationRequest,
  ): Promise<CitizenReservationView> {
    return this.idempotent.run(citizen, { key, operation: 'moveOwnReservation', body: { id, version, ...request } }, async (tx) => {
      const now = this.clock.now();
      const clientId = concernedClientId(citizen);
      await this.quota.use(tx, citizen);
      await this.clients.lock(tx, clientId);
      const found = await this.inHand.ofCitizen(tx, citizen, 'ReservationMove', id);
      const time = await this.reader.readForCitizen(tx, request.offeredTimeId, now);
      const ownHold = await this.releaseOwnHold.find(tx, citizen);
      const row = await this.lock(tx, found, time, version, ownHold?.subjectIds);
      await this.releaseOwnHold.release(tx, ownHold);
      refuseUnlessMovable(row, now);
      refuseUnless(mayCitizenHold(time.version, { startsAt: time.offered.startsAt, mode: request.mode }, now), problems);
      refuseUnless(mayWish(time.version, wishOf(request)), { NOT_TO_CHOOSE: EMPLOYEE_NOT_TO_CHOOSE });
      const hidden = await this.refuseOwnOverlap(tx, clientId, time, id);
      await this.move(tx, citizen, found, row, { ...time, mode: request.mode, wish: wishOf(request) }, now);
      for (const other of hidden) await this.tasks.open(tx, 'OVERLAPPING_TIME', other, clientId, now);
      return this.citizenQueries.view(tx, citizen, id, now);
    });
  }

  /** @throws Problem FORBIDDEN, NOT_FOUND, VERSION_CONFLICT, STATUS_NOT_ALLOWED, TIME_TAKEN, TIME_NOT_OFFERED, TIME_IN_THE_PAST, MODE_NOT_OFFERED, CLIENT_DECEASED_CANCEL */
  byEmployee(
    employee: EmployeePrincipal,
    key: string,
    id: string,
    version: number,
    request: MoveReservationRequest,
  ): Promise<ReservationView> {
    return this.healHint.whenTaken(employee, request.offeredTimeId, this.moveByEmployee(employee, key, id, version, request));
  }

  private moveByEmployee(
    employee: EmployeePrincipal,
    key: string,
    id: string,
    version: number,
    request: MoveReservationRequest,
  ): Promise<ReservationView> {
    return this.idempotent.run(employee, { key, operation: 'moveReservation', body: { id, version, ...request } }, async (tx) => {
      const now = this.clock.now();
      const found = await this.inHand.ofEmployee(tx, employee, employeeActions.RESERVATION_MOVE, id);
      const time = await this.reader.readForEmployee(tx, employee, employeeActions.RESERVATION_MOVE, request.offeredTimeId, now);
      if (time.offered.startsAt < now) throw new Problem(problems.TIME_IN_THE_PAST);
      if (!time.version.modes.some((mode) => mode === request.mode)) throw new Problem(problems.MODE_NOT_OFFERED);
      const row = await this.lock(tx, found, time, version);
      await this.refuseForDeceased(tx, found);
      await this.move(tx, employee, found, row, { ...time, mode: request.mode, wish: {} }, now);
      return this.queries.view(tx, employee, id, now);
    });
  }

  private async lock(
    tx: Tx,
    found: ReservationInHand,
    time: OfferedToBook,
    version: number,
    heldIds: readonly string[] = [],
  ): Promise<ReservationRow> {
    if (time.offered.appointmentTypeId !== found.row.appointmentTypeId) throw new Problem(problems.TIME_NOT_OFFERED);
    const { subjectIds, officesWithRooms } = this.claimTime.lockedBefore(time);
    return this.inHand.lock(tx, found, version, { subjectIds: [...subjectIds, ...heldIds], officesWithRooms });
  }

  /** While one of its clients lives, there is somebody to meet at the new time. */
  private async refuseForDeceased(tx: Tx, { clients }: ReservationInHand): Promise<void> {
    const clientIds = clients.map(({ clientId }) => clientId);
    if (await this.clients.areDeceased(tx, clientIds)) throw new Problem(problems.CLIENT_DECEASED_CANCEL);
  }

  /** Gives the hidden reservations at the same time: they refuse nothing, an employee settles them. */
  private async refuseOwnOverlap(tx: Tx, clientId: string, { offered }: OfferedToBook, exceptId: string): Promise<ReservationRow[]> {
    const others = await this.reservations.overlapping(tx, clientId, offered.startsAt, offered.endsAt, exceptId);
    if (others.some((other) => other.citizenVisibility !== 'HIDDEN')) throw new Problem(problems.OWN_OVERLAP);
    return others;
  }

  private async move(
    tx: Tx,
    principal: Principal,
    found: ReservationInHand,
    row: ReservationRow,
    to: OfferedToBook & { readonly mode: Mode; readonly wish: EmployeeWish },
    now: Instant,
  ): Promise<void> {
    const { mode, wish, ...time } = to;
    const search = { ...wish, seeker: seekerOf(principal) };
    if (statusAfter(row.status, 'move') === null) throw new Problem(problems.STATUS_NOT_ALLOWED, { params: { status: row.status } });
    const freed = await this.reservations.busySpan(tx, row.id);
    await this.allocations.release(tx, row.id, ['RESERVATION']);
    // Only its own old span may be what blocks the new time; with that released, it can be had.
    if (time.offered.state === 'BLOCKED') await this.offeredTimes.refresh(tx, [time.offered.id]);
    const claimed = await this.claimTime.execute(tx, { ...time, mode, kind: 'RESERVATION', search, sourceId: row.id }, now);
    await this.claimTime.take(tx, time.offered, search, now);
    const moved = movedRow(row, time, mode);
    await this.reservations.move(tx, moved, now);
    await this.reservations.replaceSubjects(tx, moved, claimed.subjects);
    const oldIds = found.subjects.map((subject) => subject.subjectId);
    const newIds = claimed.subjects.map((subject) => subject.subjectId);
    if (time.offered.capacity === 1) await this.offeredTimes.blockOverlapping(tx, { subjectIds: newIds, span: claimed.span });
    if (row.offeredTimeId !== null) await this.offeredTimes.giveBack(tx, row.offeredTimeId);
    if (freed !== null) await this.offeredTimes.reopen(tx, { subjectIds: oldIds, span: freed });
    const previousStartsAt = formatInstant(row.startsAt);
    await this.record.write(
      tx,
      principal,
      {
        reservation: moved,
        clientIds: found.clients.map((client) => client.clientId),
        subjectIds: [...oldIds, ...newIds],
        history: await this.history.entry(tx, { row, subjects: found.subjects }, { row: moved, subjects: claimed.subjects }),
        audit: { action: 'ReservationMove', what: 'move' },
        event: reservationMoved(moved, actorOf(principal).kind, previousStartsAt),
      },
      now,
    );
  }
}

/** The rules stay those of the booking: a move never makes them stricter. */
function movedRow(row: ReservationRow, { offered, version }: OfferedToBook, mode: Mode): ReservationRow {
  return {
    ...row,
    offeredTimeId: offered.id,
    employeeId: offered.employeeId,
    unitId: offered.unitId,
    startsAt: offered.startsAt,
    endsAt: offered.endsAt,
    mode,
    appointmentTypeVersionId: version.id,
    version: row.version + 1,
    messageVersion: row.messageVersion + 1,
  };
}

function refuseUnlessMovable(row: ReservationRow, now: Instant): void {
  const verdict = mayCitizenMove({ ...row, personMayCancel: true }, now);
  if (verdict.allowed) return;
  switch (verdict.reason) {
    case 'STATUS':
      throw new Problem(problems.STATUS_NOT_ALLOWED, { params: { status: row.status } });
    case 'NOT_ALLOWED':
      throw new Problem(problems.MOVE_NOT_ALLOWED);
    case 'TOO_LATE':
      throw new Problem(problems.TOO_LATE_TO_MOVE, { params: { until: formatInstant(moveUntil(row.startsAt, row.rule)) } });
  }
}
