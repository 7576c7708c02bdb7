import { Injectable } from '@nestjs/common';
import { Clock, Problem, refuseUnless } from '../../../kernel/index.ts';
import type { EmployeePrincipal } from '../../../platform/access/index.ts';
import { IdempotentTransactions } from '../../../platform/http/index.ts';
import { OrganisationReads } from '../../organisation/index.ts';
import { employeeActions } from '../reservation.actions.ts';
import type { ReservationView } from '../reservation.dto.ts';
import { reservationAttendance } from '../reservation.events.ts';
import { ReservationsInHand } from '../reservation-in-hand.ts';
import { CORRECTION_TOO_LATE, NOT_ON_THE_DAY_YET, NOT_STARTED_YET, STATUS_NOT_ALLOWED } from '../reservation.problems.ts';
import { ReservationQueries } from '../reservation-queries.ts';
import { ReservationRecord } from '../reservation-record.ts';
import { statusAfter } from '../reservation-status.ts';
import { ReservationsRepository } from '../reservations.repository.ts';
import { mayMarkAttendance, type AttendanceCommand } from './attendance-rules.ts';

const historyKinds = {
  'check-in': 'CHECKED_IN',
  start: 'STARTED',
  fulfil: 'FULFILLED',
  'no-show': 'NO_SHOW',
  'correct-attendance': 'CORRECTED',
} as const satisfies Record<AttendanceCommand, string>;

/** Arrived, begun, done, did not come, or the last mark was wrong. Messages are not concerned: time, place and people stay. */
@Injectable()
export class MarkAttendance {
  constructor(
    private readonly clock: Clock,
    private readonly idempotent: IdempotentTransactions,
    private readonly inHand: ReservationsInHand,
    private readonly organisation: OrganisationReads,
    private readonly reservations: ReservationsRepository,
    private readonly record: ReservationRecord,
    private readonly queries: ReservationQueries,
  ) {}

  /** @throws Problem FORBIDDEN, NOT_FOUND, VERSION_CONFLICT, STATUS_NOT_ALLOWED, NOT_ON_THE_DAY_YET, NOT_STARTED_YET, CORRECTION_TOO_LATE */
  execute(employee: EmployeePrincipal, key: string, id: string, version: number, command: AttendanceCommand): Promise<ReservationView> {
    return this.idempotent.run(employee, { key, operation: command, body: { id, version } }, async (tx) => {
      const now = this.clock.now();
      const found = await this.inHand.ofEmployee(tx, employee, employeeActions.RESERVATION_ATTENDANCE, id);
      const row = await this.inHand.lock(tx, found, version);
      const status = statusAfter(row.status, command);
      if (status === null) throw new Problem(STATUS_NOT_ALLOWED, { params: { status: row.status } });
      const [unit] = await this.organisation.requireUnits(tx, [row.unitId]);
      if (unit === undefined) throw new Error('A reservation stands in a unit that is not there.');
      refuseUnless(mayMarkAttendance(command, row, unit.timeZone, now), { NOT_ON_THE_DAY_YET, NOT_STARTED_YET, CORRECTION_TOO_LATE });
      const marked = { ...row, status, version: row.version + 1 };
      await this.reservations.setStatus(tx, row.id, status, marked.version, now);
      await this.record.write(
        tx,
        employee,
        {
          reservation: marked,
          clientIds: found.clients.map((client) => client.clientId),
          subjectIds: found.subjects.map((subject) => subject.subjectId),
          history: { kind: historyKinds[command], details: { from: row.status, to: status } },
          audit: { action: 'ReservationAttendance', what: 'update' },
          event: reservationAttendance(marked),
        },
        now,
      );
      return this.queries.view(tx, employee, id, now);
    });
  }
}
