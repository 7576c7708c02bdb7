import { Injectable } from '@nestjs/common';
import type { SqlPredicate } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { EquipmentEntity } from './equipment.entity.ts';
import type { EquipmentRecord, RoomRecord } from './resource-records.ts';
import { RoomEntity } from './room.entity.ts';

@Injectable()
export class ResourcesRepository {
  insertRoom(tx: Tx, room: RoomEntity): Promise<unknown> {
    return tx.insert(RoomEntity, room);
  }

  insertEquipment(tx: Tx, equipment: EquipmentEntity): Promise<unknown> {
    return tx.insert(EquipmentEntity, equipment);
  }

  /** Bookable rooms for which the predicate over `r.id` and `r.unit_id` holds, the smallest first within a unit. */
  rooms(tx: Tx, where: SqlPredicate): Promise<RoomRecord[]> {
    return tx.query(
      `SELECT r.id, r.unit_id AS "unitId", r.code, r.name, r.capacity, r.features, r.arrival_info AS "arrivalInfo", r.version
         FROM room r JOIN bookable_subject s ON s.id = r.id
        WHERE s.active AND ${where.sql}
        ORDER BY r.unit_id, r.capacity, r.code`,
      [...where.parameters],
    );
  }

  equipment(tx: Tx, unitIds: readonly string[]): Promise<EquipmentRecord[]> {
    return tx.query(
      `SELECT q.id, q.unit_id AS "unitId", q.code, q.name, q.version
         FROM equipment q JOIN bookable_subject s ON s.id = q.id
        WHERE s.active AND q.unit_id = ANY ($1::uuid[])
        ORDER BY q.unit_id, q.code`,
      [unitIds],
    );
  }
}
