import { Injectable } from '@nestjs/common';
import { type Instant, type LocalizedText } from '../../kernel/index.ts';
import { toInstant, type Tx } from '../../platform/database/index.ts';

export interface ReservationDetail {
  readonly typeCode: string;
  readonly typeName: LocalizedText;
  readonly typeVersionNo: number;
  readonly unitName: LocalizedText;
  readonly unitTimeZone: string;
  readonly noteToClientEncrypted: string | null;
  readonly internalNoteEncrypted: string | null;
  readonly employees: readonly { readonly id: string; readonly name: string; readonly lead: boolean }[];
  readonly room: { readonly id: string; readonly name: LocalizedText } | null;
  readonly clients: readonly { readonly id: string; readonly notify: boolean; readonly interpreterLanguage: string | null }[];
  readonly history: readonly {
    readonly kind: string;
    readonly at: Instant;
    readonly actorKind: string;
    readonly actorName: string | null;
    readonly details: Record<string, unknown>;
  }[];
}

/** What the drawer shows of one reservation besides its own row: one statement a list. */
@Injectable()
export class ReservationDetailRepository {
  async read(tx: Tx, id: string): Promise<ReservationDetail | null> {
    const heads: {
      type_code: string;
      type_name: LocalizedText;
      version_no: number;
      unit_name: LocalizedText;
      time_zone: string;
      note_to_client_encrypted: string | null;
      internal_note_encrypted: string | null;
    }[] = await tx.query(
      `SELECT t.code AS type_code, v.name AS type_name, v.version_no, u.name AS unit_name, u.time_zone, r.note_to_client_encrypted,
              r.internal_note_encrypted
         FROM reservation r
         JOIN appointment_type t ON t.id = r.appointment_type_id
         JOIN appointment_type_version v ON v.id = r.appointment_type_version_id
         JOIN unit u ON u.id = r.unit_id
        WHERE r.id = $1`,
      [id],
    );
    const [head] = heads;
    if (head === undefined) return null;
    return {
      typeCode: head.type_code,
      typeName: head.type_name,
      typeVersionNo: head.version_no,
      unitName: head.unit_name,
      unitTimeZone: head.time_zone,
      noteToClientEncrypted: head.note_to_client_encrypted,
      internalNoteEncrypted: head.internal_note_encrypted,
      employees: await this.employees(tx, id),
      room: await this.room(tx, id),
      clients: await this.clients(tx, id),
      history: await this.history(tx, id),
    };
  }

  private async employees(tx: Tx, id: string): Promise<ReservationDetail['employees']> {
    return tx.query(
      `SELECT e.id, e.first_name || ' ' || e.last_name AS name, s.role = 'LEAD' AS lead
         FROM reservation_subject s JOIN employee e ON e.id = s.subject_id
        WHERE s.reservation_id = $1 AND s.role IN ('LEAD','EMPLOYEE')
        ORDER BY s.role = 'LEAD' DESC, e.last_name, e.id`,
      [id],
    );
  }

  private async room(tx: Tx, id: string): Promise<ReservationDetail['room']> {
    const rows: { id: string; name: LocalizedText }[] = await tx.query(
      `SELECT m.id, m.name FROM reservation_subject s JOIN room m ON m.id = s.subject_id WHERE s.reservation_id = $1 AND s.role = 'ROOM' LIMIT 1`,
      [id],
    );
    return rows[0] ?? null;
  }

  private async clients(tx: Tx, id: string): Promise<ReservationDetail['clients']> {
    return tx.query(
      `SELECT client_id AS id, notify, interpreter_language AS "interpreterLanguage"
         FROM reservation_client WHERE reservation_id = $1 ORDER BY booker DESC, client_id`,
      [id],
    );
  }

  private async history(tx: Tx, id: string): Promise<ReservationDetail['history']> {
    const rows: { kind: string; at: Date; actor_kind: string; actor_name: string | null; details: Record<string, unknown> }[] =
      await tx.query(
        `SELECT kind, at, actor_kind, actor_name, details FROM reservation_event WHERE reservation_id = $1 ORDER BY at, version, id`,
        [id],
      );
    return rows.map((row) => ({
      kind: row.kind,
      at: toInstant(row.at),
      actorKind: row.actor_kind,
      actorName: row.actor_name,
      details: row.details,
    }));
  }
}
