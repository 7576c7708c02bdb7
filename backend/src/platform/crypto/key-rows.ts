import type { Instant } from '../../kernel/index.ts';
import { toInstant, type Tx } from '../database/index.ts';

/** What a key of the ring is for; the first part of its id. */
export type KeyPurpose = 'data' | 'audit' | 'index';

/** Four readings of half a minute: a process that failed at one or two of them still knows a key before anybody writes with it. */
const settlesAfter = { seconds: 120 };

/** A key that is written with from an instant on; until then every process has had time to read it. */
export interface KeyInUse {
  readonly id: string;
  readonly settledAt: Instant;
}

/** A row of `encryption_key`. */
export interface KeyRow extends KeyInUse {
  readonly wrapped: string;
  readonly retired: boolean;
}

/** All keys, the oldest first. */
export async function readKeyRows(tx: Pick<Tx, 'query'>): Promise<readonly KeyRow[]> {
  const rows: { id: string; wrapped_key: string; created_at: Date; retired_at: Date | null }[] = await tx.query(
    'SELECT id, wrapped_key, created_at, retired_at FROM encryption_key ORDER BY created_at, id',
  );
  return rows.map((row) => ({
    id: row.id,
    wrapped: row.wrapped_key,
    settledAt: toInstant(row.created_at).plus(settlesAfter),
    retired: row.retired_at !== null,
  }));
}
