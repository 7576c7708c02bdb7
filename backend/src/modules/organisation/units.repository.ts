import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { SqlPredicate } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { RolloutState } from './organisation-records.ts';
import { UnitEntity } from './unit.entity.ts';

@Injectable()
export class UnitsRepository {
  insert(tx: Tx, unit: UnitEntity): Promise<unknown> {
    return tx.insert(UnitEntity, unit);
  }

  all(tx: Tx): Promise<UnitEntity[]> {
    return tx.find(UnitEntity, { order: { code: 'ASC' } });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<UnitEntity[]> {
    return tx.find(UnitEntity, { where: { id: In([...ids]) }, order: { code: 'ASC' } });
  }

  /** Units of which the predicate over `u.id` holds. */
  async idsWhere(tx: Tx, predicate: SqlPredicate): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(`SELECT u.id FROM unit u WHERE ${predicate.sql}`, [...predicate.parameters]);
    return rows.map((row) => row.id);
  }

  async subtree(tx: Tx, unitId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `WITH RECURSIVE below AS (
         SELECT id FROM unit WHERE id = $1
          UNION
         SELECT unit.id FROM unit JOIN below ON unit.parent_id = below.id)
       SELECT id FROM below`,
      [unitId],
    );
    return rows.map((row) => row.id);
  }

  async setRolloutState(tx: Tx, unitId: string, from: RolloutState, to: RolloutState, at: Date): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE unit SET rollout_state = $3, version = version + 1, updated_at = $4 WHERE id = $1 AND rollout_state = $2`,
      [unitId, from, to, at],
    );
    return count === 1;
  }
}
