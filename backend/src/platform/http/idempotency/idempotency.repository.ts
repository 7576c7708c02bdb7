import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/index.ts';
import { toDate, type Tx } from '../../database/index.ts';

export interface KeyOwner {
  readonly organisationId: string;
  readonly principal: string;
  readonly key: string;
}

export interface NewKeyRow extends KeyOwner {
  readonly id: string;
  readonly operation: string;
  readonly requestHash: string;
  /** That one, and what it was under the index keys before. */
  readonly requestHashes: readonly string[];
  readonly now: Instant;
  readonly expiresAt: Instant;
}

export interface StoredAnswer {
  readonly id: string;
  readonly requestHash: string;
  readonly status: number | null;
  readonly responseEncrypted: string | null;
  readonly expired: boolean;
}

/** `claimed`: the key is ours. `free`: it is not, but nobody is working on it. `busy`: somebody is. */
export type ClaimOutcome = 'claimed' | 'free' | 'busy';

interface AnswerRow {
  readonly id: string;
  readonly request_hash: string;
  readonly status: number | null;
  readonly response_encrypted: string | null;
  readonly expired: boolean;
}

const columns = '(id, organisation_id, principal, key, operation, request_hash, created_at, expires_at)';

@Injectable()
export class IdempotencyRepository {
  /**
   * Inserts the key's row. A rival's uncommitted row would make the INSERT wait for as long as the rival works; the lock, which is free
   * again when the rival's transaction ends in any way, is asked first and says so at once.
   */
  async claim(tx: Tx, row: NewKeyRow): Promise<ClaimOutcome> {
    const [outcome]: { locked: boolean; claimed: boolean }[] = await tx.query(
      `WITH lock AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(hashtextextended(concat_ws('|', $2::uuid::text, $3::text, $4::text), 727003)) AS locked),
            claim AS (INSERT INTO idempotency_key ${columns}
                      SELECT $1::uuid, $2::uuid, $3, $4, $5, $6, $7::timestamptz, $8::timestamptz FROM lock WHERE locked
                          ON CONFLICT ON CONSTRAINT idempotency_key_once DO NOTHING RETURNING id)
       SELECT locked, EXISTS (SELECT FROM claim) AS claimed FROM lock`,
      [row.id, row.organisationId, row.principal, row.key, row.operation, row.requestHash, toDate(row.now), toDate(row.expiresAt)],
    );
    if (outcome?.claimed === true) return 'claimed';
    return outcome?.locked === true ? 'free' : 'busy';
  }

  async find(tx: Tx, owner: KeyOwner, now: Instant): Promise<StoredAnswer | undefined> {
    const rows: AnswerRow[] = await tx.query(
      `SELECT id, request_hash, status, response_encrypted, expires_at <= $4 AS expired
         FROM idempotency_key WHERE organisation_id = $1 AND principal = $2 AND key = $3`,
      [owner.organisationId, owner.principal, owner.key, toDate(now)],
    );
    return rows.map((row) => ({
      id: row.id,
      requestHash: row.request_hash,
      status: row.status,
      responseEncrypted: row.response_encrypted,
      expired: row.expired,
    }))[0];
  }

  /** Makes the row of an expired key ours; only for whoever holds the key's lock. */
  async takeOver(tx: Tx, expiredId: string, row: NewKeyRow): Promise<void> {
    await tx.query(
      `UPDATE idempotency_key SET id = $2, operation = $3, request_hash = $4, status = NULL, response_encrypted = NULL, created_at = $5, expires_at = $6 WHERE id = $1`,
      [expiredId, row.id, row.operation, row.requestHash, toDate(row.now), toDate(row.expiresAt)],
    );
  }

  async store(tx: Tx, id: string, status: number, responseEncrypted: string): Promise<void> {
    await tx.query('UPDATE idempotency_key SET status = $2, response_encrypted = $3 WHERE id = $1', [id, status, responseEncrypted]);
  }

  /** Deletes some of the expired rows; returns how many. */
  async deleteExpired(tx: Tx, now: Instant, atMost: number): Promise<number> {
    const [row]: { deleted: number }[] = await tx.query(
      `WITH expired AS (SELECT id FROM idempotency_key WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED),
            gone AS (DELETE FROM idempotency_key USING expired WHERE idempotency_key.id = expired.id RETURNING 1)
       SELECT count(*)::int AS deleted FROM gone`,
      [toDate(now), atMost],
    );
    return row?.deleted ?? 0;
  }
}
