import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/index.ts';
import type { EmployeePrincipal } from '../../../platform/access/index.ts';
import { FieldCipher } from '../../../platform/crypto/index.ts';
import { IdempotentTransactions } from '../../../platform/http/index.ts';
import { employeeActions } from '../reservation.actions.ts';
import type { ReservationView } from '../reservation.dto.ts';
import { reservationInternalNoteChanged } from '../reservation.events.ts';
import { ReservationsInHand } from '../reservation-in-hand.ts';
import { ReservationQueries } from '../reservation-queries.ts';
import { ReservationRecord } from '../reservation-record.ts';
import { ReservationsRepository } from '../reservations.repository.ts';
import { internalNotePlace, writtenNote } from './internal-note.ts';
import type { ChangeInternalNoteRequest } from './internal-note.dto.ts';

/** One of its employees writes, corrects or takes away the internal note; also of what is over or cancelled, since a wrong word must be mendable. */
@Injectable()
export class ChangeInternalNote {
  constructor(
    private readonly clock: Clock,
    private readonly idempotent: IdempotentTransactions,
    private readonly inHand: ReservationsInHand,
    private readonly reservations: ReservationsRepository,
    private readonly cipher: FieldCipher,
    private readonly record: ReservationRecord,
    private readonly queries: ReservationQueries,
  ) {}

  /** @throws Problem FORBIDDEN, NOT_FOUND (also for whoever may read the reservation but is not one of its employees), VERSION_CONFLICT */
  execute(
    employee: EmployeePrincipal,
    key: string,
    id: string,
    version: number,
    request: ChangeInternalNoteRequest,
  ): Promise<ReservationView> {
    return this.idempotent.run(employee, { key, operation: 'changeInternalNote', body: { id, version, ...request } }, async (tx) => {
      const now = this.clock.now();
      const found = await this.inHand.ofEmployee(tx, employee, employeeActions.RESERVATION_INTERNAL_NOTE, id);
      const row = await this.inHand.lock(tx, found, version);
      const note = writtenNote(request.internalNote);
      const changed = { ...row, version: row.version + 1 };
      await this.reservations.setInternalNote(tx, changed, note === null ? null : this.cipher.encrypt(note, internalNotePlace(id)), now);
      await this.record.write(
        tx,
        employee,
        {
          reservation: changed,
          clientIds: found.clients.map((client) => client.clientId),
          subjectIds: found.subjects.map((subject) => subject.subjectId),
          history: { kind: 'CHANGED', details: { what: 'INTERNAL_NOTE' } },
          audit: { action: 'ReservationInternalNoteChange', what: 'update' },
          event: reservationInternalNoteChanged(changed),
        },
        now,
      );
      return this.queries.view(tx, employee, id, now);
    });
  }
}
