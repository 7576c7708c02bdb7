import { Injectable } from '@nestjs/common';
import { interval, newId, type Instant, type Interval } from '../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import { ReservationClientEntity } from './reservation-client.entity.ts';
import { ReservationEventEntity } from './reservation-event.entity.ts';
import { ReservationSubjectEntity } from './reservation-subject.entity.ts';
import { ReservationEntity } from './reservation.entity.ts';
import { reservationColumns, toReservationRow, type ActorKind, type ReservationColumns, type ReservationRow } from './reservation-row.ts';
import type { ReservationStatus } from './reservation-status.ts';

export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
  readonly name: string | null;
}

export interface NewReservation extends ReservationRow {
  readonly noteToClientEncrypted: string | null;
  readonly internalNoteEncrypted: string | null;
  readonly lateEntry: boolean;
  readonly actor: Actor;
}

export type SubjectRole = 'LEAD' | 'EMPLOYEE' | 'ROOM' | 'EQUIPMENT';

export interface ReservationSubject {
  readonly subjectId: string;
  readonly role: SubjectRole;
}

export interface NewReservationClient {
  readonly clientId: string;
  readonly booker: boolean;
  readonly interpreterLanguage: string | null;
  readonly eligibilityConfirmedAt: Instant | null;
}

export interface HistoryEntry {
  readonly kind: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** All SQL that writes reservations. The reads of lists and views are in `reservation-queries.ts`. */
@Injectable()
export class ReservationsRepository {
  async insert(tx: Tx, reservation: NewReservation, at: Instant): Promise<void> {
    await tx.insert(ReservationEntity, {
      id: reservation.id,
      organisationId: reservation.organisationId,
      appointmentTypeId: reservation.appointmentTypeId,
      appointmentTypeVersionId: reservation.appointmentTypeVersionId,
      serviceId: reservation.serviceId,
      serviceTaskId: reservation.serviceTaskId,
      unitId: reservation.unitId,
      employeeId: reservation.employeeId,
      offeredTimeId: reservation.offeredTimeId,
      startsAt: toDate(reservation.startsAt),
      endsAt: toDate(reservation.endsAt),
      mode: reservation.mode,
      status: reservation.status,
      channel: reservation.channel,
      ruleSnapshot: { ...reservation.rule },
      citizenVisibility: reservation.citizenVisibility,
      messages: reservation.messages,
      noteToClientEncrypted: reservation.noteToClientEncrypted,
      internalNoteEncrypted: reservation.internalNoteEncrypted,
      bookedByKind: reservation.actor.kind,
      bookedBy: reservation.actor.id,
      lateEntry: reservation.lateEntry,
      messageVersion: reservation.messageVersion,
      version: reservation.version,
      createdAt: toDate(at),
      updatedAt: toDate(at),
    });
  }

  async replaceSubjects(tx: Tx, reservation: ReservationRow, subjects: readonly ReservationSubject[]): Promise<void> {
    await tx.query('DELETE FROM reservation_subject WHERE reservation_id = $1', [reservation.id]);
    await tx.insert(
      ReservationSubjectEntity,
      subjects.map((subject) => ({ ...subject, reservationId: reservation.id, organisationId: reservation.organisationId })),
    );
  }

  async addClient(tx: Tx, reservation: ReservationRow, client: NewReservationClient): Promise<void> {
    await tx.insert(ReservationClientEntity, {
      id: newId(),
      organisationId: reservation.organisationId,
      reservationId: reservation.id,
      clientId: client.clientId,
      role: 'CLIENT',
      booker: client.booker,
      notify: true,
      mayCancel: true,
      interpreterLanguage: client.interpreterLanguage,
      eligibilityConfirmedAt: client.eligibilityConfirmedAt === null ? null : toDate(client.eligibilityConfirmedAt),
    });
  }

  async addHistory(tx: Tx, reservation: ReservationRow, entry: HistoryEntry): Promise<void> {
    await tx.insert(ReservationEventEntity, {
      id: newId(),
      organisationId: reservation.organisationId,
      reservationId: reservation.id,
      kind: entry.kind,
      at: toDate(entry.at),
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      actorName: entry.actor.name,
      version: reservation.version,
      details: entry.details ?? {},
    });
  }

  /** Without a lock; null when it does not exist in this organisation. */
  async find(tx: Tx, id: string): Promise<ReservationRow | null> {
    const rows: ReservationColumns[] = await tx.query(`SELECT ${reservationColumns} FROM reservation r WHERE r.id = $1`, [id]);
    return rows[0] === undefined ? null : toReservationRow(rows[0]);
  }

  /** Locks the row until the end of the transaction. Subjects are locked before it, never after (`data-model`: locks). */
  async lock(tx: Tx, id: string): Promise<ReservationRow | null> {
    const rows: ReservationColumns[] = await tx.query(`SELECT ${reservationColumns} FROM reservation r WHERE r.id = $1 FOR NO KEY UPDATE`, [
      id,
    ]);
    return rows[0] === undefined ? null : toReservationRow(rows[0]);
  }

  /** By last name; ids of nobody are left out. */
  async employeeNames(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    return tx.query(`SELECT id, first_name || ' ' || last_name AS name FROM employee WHERE id = ANY ($1::uuid[]) ORDER BY last_name, id`, [
      ids,
    ]);
  }

  async subjectsOf(tx: Tx, id: string): Promise<ReservationSubject[]> {
    const rows: { subject_id: string; role: SubjectRole }[] = await tx.query(
      'SELECT subject_id, role FROM reservation_subject WHERE reservation_id = $1 ORDER BY subject_id',
      [id],
    );
    return rows.map((row) => ({ subjectId: row.subject_id, role: row.role }));
  }

  async clientsOf(tx: Tx, id: string): Promise<{ clientId: string; booker: boolean; mayCancel: boolean }[]> {
    const rows: { client_id: string; booker: boolean; may_cancel: boolean }[] = await tx.query(
      'SELECT client_id, booker, may_cancel FROM reservation_client WHERE reservation_id = $1 ORDER BY client_id',
      [id],
    );
    return rows.map((row) => ({ clientId: row.client_id, booker: row.booker, mayCancel: row.may_cancel }));
  }

  /** Time, place or person changes: the version that messages are planned by goes up too. */
  async move(tx: Tx, to: ReservationRow, at: Instant): Promise<void> {
    await tx.query(
      `UPDATE reservation
          SET offered_time_id = $2, employee_id = $3, unit_id = $4, starts_at = $5, ends_at = $6, mode = $7,
              appointment_type_version_id = $8, rule_snapshot = $9, version = $10, message_version = $11, updated_at = $12
        WHERE id = $1`,
      [
        to.id,
        to.offeredTimeId,
        to.employeeId,
        to.unitId,
        toDate(to.startsAt),
        toDate(to.endsAt),
        to.mode,
        to.appointmentTypeVersionId,
        JSON.stringify(to.rule),
        to.version,
        to.messageVersion,
        toDate(at),
      ],
    );
  }

  async cancel(tx: Tx, to: ReservationRow, actor: Actor, at: Instant): Promise<void> {
    await tx.query(
      `UPDATE reservation
          SET status = 'CANCELLED', cancel_reason = $2, cancelled_by_kind = $3, cancelled_by = $4, version = $5, message_version = $6,
              updated_at = $7
        WHERE id = $1`,
      [to.id, to.cancelReason, actor.kind, actor.id, to.version, to.messageVersion, toDate(at)],
    );
  }

  async setStatus(tx: Tx, id: string, status: ReservationStatus, version: number, at: Instant): Promise<void> {
    await tx.query('UPDATE reservation SET status = $2, version = $3, updated_at = $4 WHERE id = $1', [id, status, version, toDate(at)]);
  }

  /** The version that messages are planned by stays: nothing that a client is told has changed. */
  async setInternalNote(tx: Tx, to: ReservationRow, encrypted: string | null, at: Instant): Promise<void> {
    await tx.query('UPDATE reservation SET internal_note_encrypted = $2, version = $3, updated_at = $4 WHERE id = $1', [
      to.id,
      encrypted,
      to.version,
      toDate(at),
    ]);
  }

  /**
   * How many coming reservations of the type the client booked and may see. A hidden one never counts, so that its existence
   * changes no answer; of a joint one only the booker's counts.
   */
  async countActive(tx: Tx, clientId: string, appointmentTypeId: string, now: Instant): Promise<number> {
    const rows: { count: number }[] = await tx.query(
      `SELECT count(*)::int AS count
         FROM reservation_client rc JOIN reservation r ON r.id = rc.reservation_id
        WHERE rc.client_id = $1 AND rc.booker AND r.appointment_type_id = $2 AND r.status = 'BOOKED' AND r.starts_at > $3
          AND r.citizen_visibility <> 'HIDDEN'`,
      [clientId, appointmentTypeId, toDate(now)],
    );
    return rows[0]?.count ?? 0;
  }

  /** The client's other reservations at that time, hidden ones too: the caller must treat them differently. */
  async overlapping(tx: Tx, clientId: string, startsAt: Instant, endsAt: Instant, exceptId: string | null): Promise<ReservationRow[]> {
    const rows: ReservationColumns[] = await tx.query(
      `SELECT ${reservationColumns}
         FROM reservation_client rc JOIN reservation r ON r.id = rc.reservation_id
        WHERE rc.client_id = $1 AND r.status IN ('BOOKED','CHECKED_IN','STARTED')
          AND r.starts_at < $3 AND r.ends_at > $2 AND r.id IS DISTINCT FROM $4::uuid`,
      [clientId, toDate(startsAt), toDate(endsAt), exceptId],
    );
    return rows.map(toReservationRow);
  }

  /** The span that it keeps its people busy for, buffers included; null for a place in a group, and after cancelling. */
  async busySpan(tx: Tx, id: string): Promise<Interval | null> {
    const rows: { starts_at: Date | null; ends_at: Date | null }[] = await tx.query(
      `SELECT min(starts_at) AS starts_at, max(ends_at) AS ends_at FROM allocation WHERE source_id = $1 AND kind = 'RESERVATION'`,
      [id],
    );
    const [row] = rows;
    if (row === undefined || row.starts_at === null || row.ends_at === null) return null;
    return interval(toInstant(row.starts_at), toInstant(row.ends_at));
  }
}
