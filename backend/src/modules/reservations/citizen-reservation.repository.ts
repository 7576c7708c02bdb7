import { Injectable } from '@nestjs/common';
import type { Instant, LocalizedText } from '../../kernel/index.ts';
import { toDate, type Tx } from '../../platform/database/index.ts';
import { reservationColumns, toReservationRow, type ReservationColumns, type ReservationRow } from './reservation-row.ts';
import { movedSince } from './tasks/employee-tasks.repository.ts';

/** A reservation with what its client may be shown, before the visibility is applied. */
export interface CitizenReservationRecord {
  readonly row: ReservationRow;
  readonly mayCancel: boolean;
  readonly typeSlug: string;
  readonly typeName: LocalizedText;
  readonly serviceName: LocalizedText;
  readonly leaveQuickly: boolean;
  readonly employeeName: string;
  readonly roomName: LocalizedText | null;
  readonly roomArrivalInfo: LocalizedText | null;
  readonly noteToClientEncrypted: string | null;
  readonly cannotComeReported: boolean;
}

interface Columns extends ReservationColumns {
  readonly may_cancel: boolean;
  readonly type_slug: string;
  readonly type_name: LocalizedText;
  readonly service_name: LocalizedText;
  readonly leave_quickly: boolean;
  readonly employee_name: string;
  readonly room_name: LocalizedText | null;
  readonly room_arrival_info: LocalizedText | null;
  readonly note_to_client_encrypted: string | null;
  readonly cannot_come_reported: boolean;
}

// Hidden reservations are in no answer for a citizen, whatever the list (domain §4.1).
const ofClient = `
  SELECT ${reservationColumns}, rc.may_cancel, t.slug AS type_slug, v.name AS type_name, s.name AS service_name, s.leave_quickly,
         e.first_name || ' ' || e.last_name AS employee_name, room.name AS room_name, room.arrival_info AS room_arrival_info,
         r.note_to_client_encrypted,
         EXISTS (SELECT 1 FROM employee_task k
                  WHERE k.reservation_id = r.id AND k.client_id = rc.client_id AND k.kind = 'CANNOT_COME' AND NOT ${movedSince('k')}) AS cannot_come_reported
    FROM reservation_client rc
    JOIN reservation r ON r.id = rc.reservation_id
    JOIN appointment_type t ON t.id = r.appointment_type_id
    JOIN appointment_type_version v ON v.id = r.appointment_type_version_id
    JOIN service s ON s.id = r.service_id
    JOIN employee e ON e.id = r.employee_id
    LEFT JOIN LATERAL (SELECT m.name, m.arrival_info FROM reservation_subject rs JOIN room m ON m.id = rs.subject_id
                        WHERE rs.reservation_id = r.id AND rs.role = 'ROOM' LIMIT 1) room ON true
   WHERE rc.client_id = $1 AND r.citizen_visibility <> 'HIDDEN' AND r.status <> 'ENTERED_IN_ERROR'`;

const upcoming = `r.status IN ('BOOKED','CHECKED_IN','STARTED') AND r.ends_at > $2`;

@Injectable()
export class CitizenReservationRepository {
  async find(tx: Tx, clientId: string, id: string): Promise<CitizenReservationRecord | null> {
    const rows: Columns[] = await tx.query(`${ofClient} AND r.id = $2`, [clientId, id]);
    return rows[0] === undefined ? null : toRecord(rows[0]);
  }

  /** Soonest first, after the cursor. */
  async upcoming(
    tx: Tx,
    clientId: string,
    now: Instant,
    after: readonly [string, string] | null,
    limit: number,
  ): Promise<CitizenReservationRecord[]> {
    const rows: Columns[] = await tx.query(
      `${ofClient} AND ${upcoming} AND ($3::timestamptz IS NULL OR (r.starts_at, r.id) > ($3::timestamptz, $4::uuid))
        ORDER BY r.starts_at, r.id LIMIT $5`,
      [clientId, toDate(now), after?.[0] ?? null, after?.[1] ?? null, limit],
    );
    return rows.map(toRecord);
  }

  /** Latest first, before the cursor; cancelled ones too, also those whose time lies ahead. */
  async past(
    tx: Tx,
    clientId: string,
    now: Instant,
    before: readonly [string, string] | null,
    limit: number,
  ): Promise<CitizenReservationRecord[]> {
    const rows: Columns[] = await tx.query(
      `${ofClient} AND NOT (${upcoming}) AND ($3::timestamptz IS NULL OR (r.starts_at, r.id) < ($3::timestamptz, $4::uuid))
        ORDER BY r.starts_at DESC, r.id DESC LIMIT $5`,
      [clientId, toDate(now), before?.[0] ?? null, before?.[1] ?? null, limit],
    );
    return rows.map(toRecord);
  }
}

function toRecord(columns: Columns): CitizenReservationRecord {
  return {
    row: toReservationRow(columns),
    mayCancel: columns.may_cancel,
    typeSlug: columns.type_slug,
    typeName: columns.type_name,
    serviceName: columns.service_name,
    leaveQuickly: columns.leave_quickly,
    employeeName: columns.employee_name,
    roomName: columns.room_name,
    roomArrivalInfo: columns.room_arrival_info,
    noteToClientEncrypted: columns.note_to_client_encrypted,
    cannotComeReported: columns.cannot_come_reported,
  };
}
