import { Injectable } from '@nestjs/common';
import { Clock, formatInstant, Problem, type Instant } from '../../../kernel/index.ts';
import { concernedClientId, type CitizenPrincipal, type EmployeePrincipal, type Principal } from '../../../platform/access/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { IdempotentTransactions } from '../../../platform/http/index.ts';
import { Allocations, OfferedTimes } from '../../calendar/index.ts';
import type { CitizenReservationView } from '../citizen-reservation.dto.ts';
import { CitizenReservationQueries } from '../citizen-reservation-queries.ts';
import { employeeActions } from '../reservation.actions.ts';
import type { CancelReservationRequest, ReservationView } from '../reservation.dto.ts';
import { reservationCancelled } from '../reservation.events.ts';
import { CANCEL_NOT_ALLOWED, STATUS_NOT_ALLOWED, TOO_LATE_TO_CANCEL } from '../reservation.problems.ts';
import { ReservationQueries } from '../reservation-queries.ts';
import { actorOf, ReservationRecord } from '../reservation-record.ts';
import { cancelUntil, mayCitizenCancel } from '../reservation-rules.ts';
import type { ReservationRow } from '../reservation-row.ts';
import { statusAfter } from '../reservation-status.ts';
import { ReservationsInHand, type ReservationInHand } from '../reservation-in-hand.ts';
import { ReservationsRepository } from '../reservations.repository.ts';
import { isOfferedAgain, OfferNoMore } from './offer-no-more.ts';
import { CitizenChangeQuota } from './citizen-change-quota.ts';

/** Cancelling is final: the time becomes free, unless it is withdrawn with it, and who wants it again books anew. */
@Injectable()
export class CancelReservation {
  constructor(
    private readonly clock: Clock,
    private readonly idempotent: IdempotentTransactions,
    private readonly inHand: ReservationsInHand,
    private readonly reservations: ReservationsRepository,
    private readonly allocations: Allocations,
    private readonly offeredTimes: OfferedTimes,
    private readonly offerNoMore: OfferNoMore,
    private readonly record: ReservationRecord,
    private readonly citizenQueries: CitizenReservationQueries,
    private readonly queries: ReservationQueries,
    private readonly quota: CitizenChangeQuota,
  ) {}

  /** By the rules as they stood when it was booked. @throws Problem NOT_FOUND, VERSION_CONFLICT, CANCEL_NOT_ALLOWED, TOO_LATE_TO_CANCEL, STATUS_NOT_ALLOWED */
  byCitizen(citizen: CitizenPrincipal, key: string, id: string, version: number): Promise<CitizenReservationView> {
    return this.idempotent.run(citizen, { key, operation: 'cancelOwnReservation', body: { id, version } }, async (tx) => {
      const now = this.clock.now();
      await this.quota.use(tx, citizen);
      const found = await this.inHand.ofCitizen(tx, citizen, 'ReservationCancel', id);
      const row = await this.inHand.lock(tx, found, version);
      refuseUnlessCancellable(row, found, concernedClientId(citizen), now);
      await this.cancel(tx, citizen, found, row, { reason: 'CLIENT_REQUEST' }, now);
      return this.citizenQueries.view(tx, citizen, id, now);
    });
  }

  /** With a reason, which says whether the time is offered again unless the request does; deadlines do not bind employees. @throws Problem FORBIDDEN, NOT_FOUND, VERSION_CONFLICT, STATUS_NOT_ALLOWED */
  byEmployee(
    employee: EmployeePrincipal,
    key: string,
    id: string,
    version: number,
    request: CancelReservationRequest,
  ): Promise<ReservationView> {
    return this.idempotent.run(employee, { key, operation: 'cancelReservation', body: { id, version, ...request } }, async (tx) => {
      const now = this.clock.now();
      const found = await this.inHand.ofEmployee(tx, employee, employeeActions.RESERVATION_CANCEL, id);
      const offeredAgain = isOfferedAgain(request.reason, request.offerAgain);
      const row = await this.inHand.lock(tx, found, version, offeredAgain ? undefined : await this.offerNoMore.lockedBefore(tx, found));
      await this.cancel(tx, employee, found, row, request, now);
      return this.queries.view(tx, employee, id, now);
    });
  }

  private async cancel(
    tx: Tx,
    principal: Principal,
    found: ReservationInHand,
    row: ReservationRow,
    request: CancelReservationRequest,
    now: Instant,
  ): Promise<void> {
    const { reason } = request;
    const offeredAgain = isOfferedAgain(reason, request.offerAgain);
    if (statusAfter(row.status, 'cancel') === null) throw new Problem(STATUS_NOT_ALLOWED, { params: { status: row.status } });
    const subjectIds = found.subjects.map((subject) => subject.subjectId);
    const cancelled: ReservationRow = {
      ...row,
      status: 'CANCELLED',
      cancelReason: reason,
      version: row.version + 1,
      messageVersion: row.messageVersion + 1,
    };
    await this.reservations.cancel(tx, cancelled, actorOf(principal), now);
    const span = await this.reservations.busySpan(tx, row.id);
    await this.allocations.release(tx, row.id, ['RESERVATION']);
    if (row.offeredTimeId !== null) await this.offeredTimes.giveBack(tx, row.offeredTimeId);
    if (!offeredAgain) await this.offerNoMore.withdrawTime(tx, principal, found);
    if (span !== null) await this.offeredTimes.reopen(tx, { subjectIds, span });
    await this.record.write(
      tx,
      principal,
      {
        reservation: cancelled,
        clientIds: found.clients.map((client) => client.clientId),
        subjectIds,
        history: { kind: 'CANCELLED', details: { reason, offeredAgain } },
        audit: { action: 'ReservationCancel', what: 'cancel', reason },
        event: reservationCancelled(cancelled, actorOf(principal).kind),
      },
      now,
    );
  }
}

function refuseUnlessCancellable(row: ReservationRow, found: ReservationInHand, clientId: string, now: Instant): void {
  const personMayCancel = found.clients.some((client) => client.clientId === clientId && client.mayCancel);
  const verdict = mayCitizenCancel({ ...row, personMayCancel }, now);
  if (verdict.allowed) return;
  switch (verdict.reason) {
    case 'STATUS':
      throw new Problem(STATUS_NOT_ALLOWED, { params: { status: row.status } });
    case 'NOT_ALLOWED':
      throw new Problem(CANCEL_NOT_ALLOWED);
    case 'TOO_LATE':
      throw new Problem(TOO_LATE_TO_CANCEL, { params: { until: formatInstant(cancelUntil(row.startsAt, row.rule)) } });
  }
}
