import { Injectable } from '@nestjs/common';
import { Clock, Problem, type Instant } from '../../../kernel/index.ts';
import { concernedClientId, type CitizenPrincipal } from '../../../platform/access/index.ts';
import { Audit, type AuditEntry } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { IdempotentTransactions } from '../../../platform/http/index.ts';
import { CitizenReservationQueries } from '../citizen-reservation-queries.ts';
import type { CitizenReservationView } from '../citizen-reservation.dto.ts';
import { reservationCannotCome } from '../reservation.events.ts';
import { ReservationsInHand, type ReservationInHand } from '../reservation-in-hand.ts';
import { CANNOT_COME_NOT_NEEDED } from '../reservation.problems.ts';
import { ReservationRecord } from '../reservation-record.ts';
import type { ReservationRow } from '../reservation-row.ts';
import { mayReportCannotCome } from '../reservation-rules.ts';
import { EmployeeTasksRepository } from '../tasks/employee-tasks.repository.ts';

/** "En pääse tulemaan": after the deadline an employee is told. It frees nothing by itself and tells no other participant (domain §5.6). */
@Injectable()
export class ReportCannotCome {
  constructor(
    private readonly clock: Clock,
    private readonly idempotent: IdempotentTransactions,
    private readonly inHand: ReservationsInHand,
    private readonly tasks: EmployeeTasksRepository,
    private readonly record: ReservationRecord,
    private readonly audit: Audit,
    private readonly queries: CitizenReservationQueries,
  ) {}

  /** Telling it again, as long as nobody has seen to it, makes neither another task nor another line of the history. @throws Problem NOT_FOUND, CANNOT_COME_NOT_NEEDED */
  execute(citizen: CitizenPrincipal, key: string, id: string): Promise<CitizenReservationView> {
    return this.idempotent.run(citizen, { key, operation: 'reportCannotCome', body: { id } }, async (tx) => {
      const now = this.clock.now();
      const clientId = concernedClientId(citizen);
      const found = await this.inHand.ofCitizen(tx, citizen, 'ReservationCannotCome', id);
      const personMayCancel = found.clients.some((client) => client.clientId === clientId && client.mayCancel);
      if (!mayReportCannotCome({ ...found.row, personMayCancel }, now)) throw new Problem(CANNOT_COME_NOT_NEEDED);
      const isNew = await this.tasks.open(tx, 'CANNOT_COME', found.row, clientId, now);
      if (isNew) await this.tell(tx, citizen, found, now);
      else await this.audit.record(tx, citizen, sameAgain(found.row, clientId));
      return this.queries.view(tx, citizen, id, now);
    });
  }

  private tell(tx: Tx, citizen: CitizenPrincipal, { row, subjects }: ReservationInHand, now: Instant): Promise<void> {
    return this.record.write(
      tx,
      citizen,
      {
        reservation: row,
        clientIds: [concernedClientId(citizen)],
        subjectIds: subjects.map((subject) => subject.subjectId),
        history: { kind: 'CANNOT_COME' },
        audit: { action: 'ReservationCannotCome', what: 'update' },
        event: reservationCannotCome(row),
      },
      now,
    );
  }
}

/** Nothing has changed; the answer shows the reservation all the same. */
function sameAgain(row: ReservationRow, clientId: string): AuditEntry {
  return {
    action: 'ReservationCannotCome',
    what: 'view',
    objectType: 'reservation',
    objectIds: [row.id],
    clientIds: [clientId],
    serviceTaskId: row.serviceTaskId,
    purpose: 'OWN_MATTER',
  };
}
