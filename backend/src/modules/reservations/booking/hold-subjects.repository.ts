import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.ts';

/** Whom a hold keeps busy, as the allocations have it. */
@Injectable()
export class HoldSubjects {
  async of(tx: Tx, holdId: string): Promise<string[]> {
    const rows: { subject_id: string }[] = await tx.query(
      `SELECT subject_id FROM allocation WHERE source_id = $1 AND kind = 'HOLD' ORDER BY subject_id`,
      [holdId],
    );
    return rows.map((row) => row.subject_id);
  }
}
