import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.ts';
import type { SubjectKind } from './organisation-records.ts';

@Injectable()
export class SubjectsRepository {
  /** In the organisation of the transaction. */
  async insert(tx: Tx, id: string, kind: SubjectKind): Promise<void> {
    await tx.query(
      `INSERT INTO bookable_subject (id, organisation_id, kind) VALUES ($1, current_setting('app.organisation_id')::uuid, $2)`,
      [id, kind],
    );
  }
}
