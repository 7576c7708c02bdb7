import { Injectable } from '@nestjs/common';
import { newId, type Instant } from '../../../kernel/index.ts';
import type { Principal } from '../../../platform/access/index.ts';
import { FieldCipher } from '../../../platform/crypto/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { ruleSnapshotOf, type EmployeeWish, type Mode } from '../../appointment-types/index.ts';
import { OfferedTimes } from '../../calendar/index.ts';
import { internalNotePlace } from '../internal-note/internal-note.ts';
import { reservationBooked } from '../reservation.events.ts';
import { actorOf, ReservationRecord } from '../reservation-record.ts';
import type { Channel, ReservationRow } from '../reservation-row.ts';
import { ReservationsRepository, type NewReservationClient } from '../reservations.repository.ts';
import { ClaimTime, seekerOf } from './claim-time.ts';
import type { OfferedToBook } from './offered-to-book.ts';

export interface ReservationToMake extends OfferedToBook {
  readonly mode: Mode;
  readonly channel: Channel;
  readonly client: NewReservationClient;
  /** From the client or to the client; encrypted here. */
  readonly note: string | null;
  /** From one of its employees, for them; encrypted here. */
  readonly internalNote: string | null;
  readonly lateEntry: boolean;
  /** By which it was searched; the alternatives keep it. */
  readonly wish?: EmployeeWish;
}

/** Steps 4 to 7 of booking, whoever books: claim, take, hint, write, tell. The rules were decided before. */
@Injectable()
export class MakeReservation {
  constructor(
    private readonly claimTime: ClaimTime,
    private readonly offeredTimes: OfferedTimes,
    private readonly reservations: ReservationsRepository,
    private readonly record: ReservationRecord,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws Problem TIME_TAKEN with alternatives */
  async execute(tx: Tx, principal: Principal, wanted: ReservationToMake, now: Instant): Promise<ReservationRow> {
    const row = newRow(principal, wanted);
    // Claiming comes before any lock on an offered time; the other order deadlocks.
    const search = { ...wanted.wish, seeker: seekerOf(principal) };
    const claimed = await this.claimTime.execute(tx, { ...wanted, kind: 'RESERVATION', search, sourceId: row.id }, now);
    await this.claimTime.take(tx, wanted.offered, search, now);
    const subjectIds = claimed.subjects.map((subject) => subject.subjectId);
    // A group's people and room were taken when it was published; hinting now would close the group to its next participant.
    if (wanted.offered.capacity === 1) await this.offeredTimes.blockOverlapping(tx, { subjectIds, span: claimed.span });
    const place = { table: 'reservation', column: 'note_to_client_encrypted', rowId: row.id };
    await this.reservations.insert(
      tx,
      {
        ...row,
        noteToClientEncrypted: wanted.note === null ? null : this.cipher.encrypt(wanted.note, place),
        internalNoteEncrypted: wanted.internalNote === null ? null : this.cipher.encrypt(wanted.internalNote, internalNotePlace(row.id)),
        lateEntry: wanted.lateEntry,
        actor: actorOf(principal),
      },
      now,
    );
    await this.reservations.replaceSubjects(tx, row, claimed.subjects);
    await this.reservations.addClient(tx, row, wanted.client);
    await this.record.write(
      tx,
      principal,
      {
        reservation: row,
        clientIds: [wanted.client.clientId],
        subjectIds,
        history: { kind: 'BOOKED' },
        audit: { action: 'ReservationBook', what: 'create' },
        event: reservationBooked(row, actorOf(principal).kind),
      },
      now,
    );
    return row;
  }
}

function newRow(principal: Principal, wanted: ReservationToMake): ReservationRow {
  const { offered, version } = wanted;
  return {
    id: newId(),
    organisationId: principal.organisationId,
    appointmentTypeId: version.appointmentTypeId,
    appointmentTypeVersionId: version.id,
    serviceId: offered.serviceId,
    serviceTaskId: version.serviceTaskId,
    unitId: offered.unitId,
    employeeId: offered.employeeId,
    offeredTimeId: offered.id,
    startsAt: offered.startsAt,
    endsAt: offered.endsAt,
    mode: wanted.mode,
    status: 'BOOKED',
    channel: wanted.channel,
    rule: ruleSnapshotOf(version),
    citizenVisibility: version.citizenVisibility,
    messages: version.messages,
    cancelReason: null,
    messageVersion: 1,
    version: 1,
  };
}
