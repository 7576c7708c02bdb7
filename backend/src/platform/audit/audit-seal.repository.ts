import { Injectable } from '@nestjs/common';
import { toDate, toInstant, type Tx } from '../database/index.ts';
import type { Seal } from './seal-hash.ts';

interface SealRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly sealed_at: Date;
  readonly from_xid: string;
  readonly up_to_xid: string;
  readonly row_count: number;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Count and digest of the log rows of a range of transactions. */
export interface RangeDigest {
  readonly rowCount: number;
  /** Hexadecimal SHA-256. */
  readonly digest: string;
}

// Every column of the row, in a form that does not depend on any setting of the session.
const rowDigest = `sha256(convert_to(jsonb_build_array(
  id, organisation_id, extract(epoch from at), xid::text, actor_kind, actor_id, actor_name, actor_roles, actor_unit_id, on_behalf_of_client_id, action, what,
  object_type, object_ids, client_ids, service_task_id, purpose, reason, session_id, request_id, ip_hash, result, details)::text, 'UTF8'))`;

@Injectable()
export class AuditSealRepository {
  /** One writer of a chain at a time; the constraint `audit_seal_chain` would refuse the second anyway. */
  async lockChain(tx: Tx, organisationId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('audit_seal|' || $1, 0))`, [organisationId]);
  }

  /** Every transaction below this id has ended, so no row can appear there any more. Row times and ids come in another order than commits. */
  async settledBelow(tx: Tx): Promise<string> {
    const [row]: { xmin: string }[] = await tx.query('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin');
    return row?.xmin ?? '0';
  }

  async organisations(tx: Tx): Promise<string[]> {
    const rows: { id: string }[] = await tx.query('SELECT id FROM organisation ORDER BY id');
    return rows.map((row) => row.id);
  }

  async last(tx: Tx, organisationId: string): Promise<Seal | undefined> {
    const rows: SealRow[] = await tx.query('SELECT * FROM audit_seal WHERE organisation_id = $1 ORDER BY up_to_xid DESC LIMIT 1', [
      organisationId,
    ]);
    return rows.map(toSeal)[0];
  }

  async chain(tx: Tx, organisationId: string): Promise<Seal[]> {
    const rows: SealRow[] = await tx.query('SELECT * FROM audit_seal WHERE organisation_id = $1 ORDER BY up_to_xid, from_xid, id', [
      organisationId,
    ]);
    return rows.map(toSeal);
  }

  /** The transaction id at which about so many rows of the range have been counted; undefined when there are fewer. */
  async endOfBatch(tx: Tx, organisationId: string, from: string, below: string, rows: number): Promise<string | undefined> {
    const [row]: { xid: string }[] = await tx.query(
      `SELECT xid::text AS xid FROM audit_event WHERE organisation_id = $1 AND xid > $2::xid8 AND xid < $3::xid8 ORDER BY audit_event.xid OFFSET $4 LIMIT 1`,
      [organisationId, from, below, rows],
    );
    return row?.xid;
  }

  async digest(tx: Tx, organisationId: string, from: string, upTo: string): Promise<RangeDigest> {
    const [row]: { rows: number; digest: string }[] = await tx.query(
      `SELECT count(*)::int AS rows, encode(sha256(coalesce(string_agg(${rowDigest}, ''::bytea ORDER BY audit_event.xid, id), ''::bytea)), 'hex') AS digest
         FROM audit_event WHERE organisation_id = $1 AND xid >= $2::xid8 AND xid < $3::xid8`,
      [organisationId, from, upTo],
    );
    return { rowCount: row?.rows ?? 0, digest: row?.digest ?? '' };
  }

  async unsealed(tx: Tx, organisationId: string, from: string): Promise<number> {
    const [row]: { rows: number }[] = await tx.query(
      'SELECT count(*)::int AS rows FROM audit_event WHERE organisation_id = $1 AND xid >= $2::xid8',
      [organisationId, from],
    );
    return row?.rows ?? 0;
  }

  async insert(tx: Tx, seal: Seal): Promise<void> {
    await tx.query(
      `INSERT INTO audit_seal (id, organisation_id, sealed_at, from_xid, up_to_xid, row_count, previous_hash, hash)
       VALUES ($1, $2, $3, $4::xid8, $5::xid8, $6, $7, $8)`,
      [seal.id, seal.organisationId, toDate(seal.sealedAt), seal.fromXid, seal.upToXid, seal.rowCount, seal.previousHash, seal.hash],
    );
  }
}

function toSeal(row: SealRow): Seal {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    sealedAt: toInstant(row.sealed_at),
    fromXid: row.from_xid,
    upToXid: row.up_to_xid,
    rowCount: row.row_count,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
