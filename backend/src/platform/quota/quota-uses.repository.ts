import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.ts';
import { toDate, type Tx } from '../database/index.ts';

export interface QuotaUse {
  readonly quota: string;
  readonly subject: string;
  readonly begins: Instant;
  readonly ends: Instant;
}

const expiredAtOnce = 20;

/** The only reader and writer of `quota_use`. */
@Injectable()
export class QuotaUses {
  /** The rows of ended windows go a few at a time. Those that somebody else deletes are passed over. */
  async forgetEnded(tx: Tx, now: Instant): Promise<void> {
    await tx.query(
      `DELETE FROM quota_use WHERE id IN (SELECT id FROM quota_use WHERE expires_at <= $1 ORDER BY expires_at LIMIT ${expiredAtOnce} FOR UPDATE SKIP LOCKED)`,
      [toDate(now)],
    );
  }

  /** Counts one more; waits for an uncommitted one of the same subject. @returns how many there are in the window */
  async add(tx: Tx, { quota, subject, begins, ends }: QuotaUse): Promise<number> {
    const [row]: { used: number }[] = await tx.query(
      `INSERT INTO quota_use (id, organisation_id, quota, subject, begins_at, expires_at, used)
       VALUES (gen_random_uuid(), current_setting('app.organisation_id')::uuid, $1, $2, $3, $4, 1)
       ON CONFLICT ON CONSTRAINT quota_use_once DO UPDATE SET used = quota_use.used + 1 RETURNING used`,
      [quota, subject, toDate(begins), toDate(ends)],
    );
    return row?.used ?? 0;
  }
}
