import { Injectable } from '@nestjs/common';
import { newId, type Instant } from '../../kernel/index.ts';
import type { Surface } from '../../platform/access/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { LoginSurface, SessionSurface, SessionTimes } from './session-rules.ts';

/** Whose session it is. */
export interface SessionPerson {
  readonly clientId: string | null;
  readonly representedClientId: string | null;
  readonly employeeId: string | null;
}

export interface NewSession extends SessionPerson, SessionTimes {
  readonly idHash: string;
  readonly organisationId: string;
  readonly surface: Surface;
  readonly issuer: string;
  readonly authenticatedAt: Instant;
}

export interface SessionRecord extends SessionPerson, SessionTimes {
  readonly idHash: string;
  readonly organisationId: string;
  readonly issuer: string | null;
  readonly authenticatedAt: Instant;
  readonly createdAt: Instant;
}

interface SessionRow extends SessionPerson {
  readonly idHash: string;
  readonly organisationId: string;
  readonly issuer: string | null;
  readonly authenticatedAt: Date;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly sharedDesk: boolean;
}

const columns = `id_hash AS "idHash", organisation_id AS "organisationId", client_id AS "clientId", represented_client_id AS "representedClientId",
  employee_id AS "employeeId", issuer, authenticated_at AS "authenticatedAt", created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt", shared_desk AS "sharedDesk"`;

function recordOf(row: SessionRow): SessionRecord {
  return {
    ...row,
    authenticatedAt: toInstant(row.authenticatedAt),
    createdAt: toInstant(row.createdAt),
    lastSeenAt: toInstant(row.lastSeenAt),
    expiresAt: toInstant(row.expiresAt),
  };
}

/** All SQL on sessions. */
@Injectable()
export class SessionsRepository {
  /** @returns false when the session is there already: it is saved again at the end of the answer */
  async insert(tx: Tx, session: NewSession): Promise<boolean> {
    const inserted: unknown[] = await tx.query(
      `INSERT INTO session (id_hash, organisation_id, surface, client_id, employee_id, represented_client_id, issuer, authenticated_at, created_at, last_seen_at, expires_at, shared_desk)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11) ON CONFLICT (id_hash) DO NOTHING RETURNING 1`,
      [
        session.idHash,
        session.organisationId,
        session.surface,
        session.clientId,
        session.employeeId,
        session.representedClientId,
        session.issuer,
        toDate(session.authenticatedAt),
        toDate(session.lastSeenAt),
        toDate(session.expiresAt),
        session.sharedDesk,
      ],
    );
    return inserted.length === 1;
  }

  /** Serialises the sign-ins of one person, so that two at once do not both see room for one more. */
  async lockPerson(tx: Tx, personId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`session|${personId}`]);
  }

  /** Ends all of a person's sessions of a surface but the latest few, the named one among them even when others began in the same instant. */
  async endOldest(tx: Tx, surface: Surface, personId: string, keep: number, latestIdHash: string): Promise<void> {
    await tx.query(
      `DELETE FROM session WHERE id_hash IN (
         SELECT id_hash FROM session WHERE surface = $1 AND COALESCE(client_id, employee_id) = $2
          ORDER BY id_hash = $4 DESC, created_at DESC, id_hash OFFSET $3)`,
      [surface, personId, keep, latestIdHash],
    );
  }

  async find(tx: Tx, surface: Surface, idHash: string): Promise<SessionRecord | null> {
    const [row]: SessionRow[] = await tx.query(`SELECT ${columns} FROM session WHERE id_hash = $1 AND surface = $2`, [idHash, surface]);
    return row === undefined ? null : recordOf(row);
  }

  /** A citizen's sessions, ended ones that nobody has cleared away among them, the latest seen first. */
  async ofClient(tx: Tx, clientId: string): Promise<SessionRecord[]> {
    const rows: SessionRow[] = await tx.query(
      `SELECT ${columns} FROM session WHERE surface = 'CITIZEN' AND client_id = $1 ORDER BY last_seen_at DESC, id_hash`,
      [clientId],
    );
    return rows.map(recordOf);
  }

  async touch(tx: Tx, idHash: string, now: Instant): Promise<void> {
    await tx.query('UPDATE session SET last_seen_at = $2 WHERE id_hash = $1 AND last_seen_at < $2', [idHash, toDate(now)]);
  }

  async markDesk(tx: Tx, idHash: string, sharedDesk: boolean): Promise<void> {
    await tx.query('UPDATE session SET shared_desk = $2 WHERE id_hash = $1', [idHash, sharedDesk]);
  }

  async remove(tx: Tx, idHash: string): Promise<void> {
    await tx.query('DELETE FROM session WHERE id_hash = $1', [idHash]);
  }

  /** @returns how many ended */
  async removeOf(tx: Tx, surface: Surface, personId: string): Promise<number> {
    const [, count]: [unknown[], number] = await tx.query(
      'DELETE FROM session WHERE surface = $1 AND COALESCE(client_id, employee_id) = $2',
      [surface, personId],
    );
    return count;
  }

  /** Sessions of identity providers that this installation does not have. @returns how many ended */
  async removeForeign(tx: Tx, issuers: readonly string[]): Promise<number> {
    const [, count]: [unknown[], number] = await tx.query(
      `DELETE FROM session WHERE surface IN ('CITIZEN', 'EMPLOYEE') AND (issuer IS NULL OR NOT issuer = ANY ($1::text[]))`,
      [issuers],
    );
    return count;
  }

  async removeEnded(tx: Tx, before: Instant): Promise<void> {
    await tx.query('DELETE FROM session WHERE expires_at <= $1', [toDate(before)]);
  }

  async saveLogin(
    tx: Tx,
    surface: LoginSurface,
    idHash: string,
    organisationId: string,
    state: object,
    now: Instant,
    expiresAt: Instant,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO session (id_hash, organisation_id, surface, login_state, created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $4, $5, $5, $6)
           ON CONFLICT (id_hash) DO UPDATE SET login_state = EXCLUDED.login_state, last_seen_at = EXCLUDED.last_seen_at`,
      [idHash, organisationId, surface, JSON.stringify(state), toDate(now), toDate(expiresAt)],
    );
  }

  async findLogin(tx: Tx, surface: SessionSurface, idHash: string, now: Instant): Promise<object | null> {
    const [row]: { state: object }[] = await tx.query(
      'SELECT login_state AS state FROM session WHERE id_hash = $1 AND surface = $2 AND expires_at > $3',
      [idHash, surface, toDate(now)],
    );
    return row?.state ?? null;
  }

  /** @returns the binding's id */
  async bindEmployee(tx: Tx, organisationId: string, employeeId: string, issuer: string, subject: string): Promise<string> {
    const id = newId();
    await tx.query('INSERT INTO employee_sign_in (id, organisation_id, employee_id, issuer, subject) VALUES ($1, $2, $3, $4, $5)', [
      id,
      organisationId,
      employeeId,
      issuer,
      subject,
    ]);
    return id;
  }

  async boundEmployee(tx: Tx, issuer: string, subject: string): Promise<string | null> {
    const [row]: { employeeId: string }[] = await tx.query(
      'SELECT employee_id AS "employeeId" FROM employee_sign_in WHERE issuer = $1 AND subject = $2',
      [issuer, subject],
    );
    return row?.employeeId ?? null;
  }
}
