import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/index.ts';
import type { Mode } from '../../appointment-types/index.ts';
import { toDate, toInstant, type Tx } from '../../../platform/database/index.ts';

/** A time kept for one session while its form is filled in. */
export interface Hold {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly clientId: string | null;
  readonly offeredTimeId: string;
  readonly appointmentTypeVersionId: string;
  readonly mode: Mode;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly expiresAt: Instant;
  readonly extended: boolean;
}

interface HoldColumns {
  readonly id: string;
  readonly organisation_id: string;
  readonly session_id: string;
  readonly client_id: string | null;
  readonly offered_time_id: string;
  readonly appointment_type_version_id: string;
  readonly mode: Mode;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly expires_at: Date;
  readonly extended: boolean;
}

const columns = `h.id, h.organisation_id, h.session_id, h.client_id, h.offered_time_id, h.appointment_type_version_id, h.mode,
  h.starts_at, h.ends_at, h.expires_at, h.extended`;

function toHold(row: HoldColumns): Hold {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    sessionId: row.session_id,
    clientId: row.client_id,
    offeredTimeId: row.offered_time_id,
    appointmentTypeVersionId: row.appointment_type_version_id,
    mode: row.mode,
    startsAt: toInstant(row.starts_at),
    endsAt: toInstant(row.ends_at),
    expiresAt: toInstant(row.expires_at),
    extended: row.extended,
  };
}

@Injectable()
export class HoldsRepository {
  /** False when the session or the client has one already: a second tab or browser was quicker. */
  async insert(tx: Tx, hold: Hold, now: Instant): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `INSERT INTO hold (id, organisation_id, session_id, client_id, offered_time_id, appointment_type_version_id, mode, starts_at, ends_at,
                         expires_at, extended, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        hold.id,
        hold.organisationId,
        hold.sessionId,
        hold.clientId,
        hold.offeredTimeId,
        hold.appointmentTypeVersionId,
        hold.mode,
        toDate(hold.startsAt),
        toDate(hold.endsAt),
        toDate(hold.expiresAt),
        hold.extended,
        toDate(now),
      ],
    );
    return rows.length === 1;
  }

  /** Locked; in whichever session it was made. */
  async ofClient(tx: Tx, clientId: string): Promise<Hold | null> {
    const rows: HoldColumns[] = await tx.query(`SELECT ${columns} FROM hold h WHERE h.client_id = $1 FOR UPDATE`, [clientId]);
    return rows[0] === undefined ? null : toHold(rows[0]);
  }

  /** Locked. */
  async ofSession(tx: Tx, sessionId: string): Promise<Hold | null> {
    const rows: HoldColumns[] = await tx.query(`SELECT ${columns} FROM hold h WHERE h.session_id = $1 FOR UPDATE`, [sessionId]);
    return rows[0] === undefined ? null : toHold(rows[0]);
  }

  async find(tx: Tx, id: string): Promise<Hold | null> {
    const rows: HoldColumns[] = await tx.query(`SELECT ${columns} FROM hold h WHERE h.id = $1`, [id]);
    return rows[0] === undefined ? null : toHold(rows[0]);
  }

  async lock(tx: Tx, id: string): Promise<Hold | null> {
    const rows: HoldColumns[] = await tx.query(`SELECT ${columns} FROM hold h WHERE h.id = $1 FOR UPDATE`, [id]);
    return rows[0] === undefined ? null : toHold(rows[0]);
  }

  async extend(tx: Tx, id: string, expiresAt: Instant): Promise<void> {
    await tx.query('UPDATE hold SET expires_at = $2, extended = true WHERE id = $1', [id, toDate(expiresAt)]);
  }

  async moveToSession(tx: Tx, from: string, to: string): Promise<void> {
    await tx.query('UPDATE hold SET session_id = $2 WHERE session_id = $1', [from, to]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM hold WHERE id = $1', [id]);
  }

  /** Those whose time is over or whose session is gone, however it went; the oldest first, at most so many; unlocked. */
  async over(tx: Tx, now: Instant, limit: number): Promise<Hold[]> {
    const rows: HoldColumns[] = await tx.query(
      `SELECT ${columns} FROM hold h WHERE h.expires_at <= $1 OR NOT EXISTS (SELECT FROM session s WHERE s.id_hash = h.session_id AND s.expires_at > $1) ORDER BY h.expires_at LIMIT $2`,
      [toDate(now), limit],
    );
    return rows.map(toHold);
  }
}
