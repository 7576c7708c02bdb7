import { setTimeout as sleep } from 'node:timers/promises';
import type { KillablePostgres } from './killable-postgres.ts';

export interface SealHead {
  readonly id: string;
  readonly hash: string;
  readonly row_count: number;
  /** How many rows its range has, and a digest of everything in them. */
  readonly rows: number;
  readonly content: string;
}

// The product seals every minute.
const PATIENCE_MS = 90_000;
const SEALS = `
  SELECT s.id, s.hash, s.row_count, r.rows, r.content
    FROM audit_seal s CROSS JOIN LATERAL (
         SELECT count(*)::int AS rows, coalesce(md5(string_agg(e::text, '' ORDER BY e.xid, e.id)), '') AS content
           FROM audit_event e WHERE e.organisation_id = s.organisation_id AND e.xid >= s.from_xid AND e.xid < s.up_to_xid) r
   ORDER BY s.up_to_xid`;

export function sealHeads(postgres: KillablePostgres): Promise<SealHead[]> {
  return postgres.rows<SealHead>(SEALS);
}

/** Waits until the usage log has more seals than these; what there is after a minute and a half otherwise. */
export async function sealsBeyond(postgres: KillablePostgres, count: number): Promise<SealHead[]> {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS; await sleep(1000)) {
    const seals = await sealHeads(postgres);
    if (seals.length > count) return seals;
  }
  return sealHeads(postgres);
}

/** Seals that a restored database lacks, or that vouch for something else there; and the transaction counter where it is behind the last one. */
export async function unfaithfulSeals(postgres: KillablePostgres, before: readonly SealHead[]): Promise<unknown[]> {
  const now = new Map((await sealHeads(postgres)).map((seal) => [seal.id, seal]));
  const changed = before.filter((seal) => JSON.stringify(now.get(seal.id)) !== JSON.stringify(seal) || seal.rows !== seal.row_count);
  const behind = await postgres.rows('SELECT id FROM audit_seal WHERE up_to_xid > pg_snapshot_xmin(pg_current_snapshot())');
  return [...changed, ...behind];
}
