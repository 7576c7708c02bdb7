import { Injectable } from '@nestjs/common';
import { Access, type Principal } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { EquipmentRecord, RoomRecord } from './resource-records.ts';
import { ROOM_LIST } from './resources.actions.ts';
import { ResourcesRepository } from './resources.repository.ts';

/** What other modules read of rooms and equipment, within the rows of the transaction's organisation only. */
@Injectable()
export class ResourceReads {
  constructor(
    private readonly resources: ResourcesRepository,
    private readonly access: Access,
  ) {}

  /** Bookable rooms of the units; within a unit the smallest first, so that a search takes no larger room than it needs. */
  rooms(tx: Tx, unitIds: readonly string[]): Promise<RoomRecord[]> {
    return this.resources.rooms(tx, { sql: 'r.unit_id = ANY ($1::uuid[])', parameters: [unitIds] });
  }

  /** Bookable rooms by id; unknown ones are left out. */
  roomsByIds(tx: Tx, ids: readonly string[]): Promise<RoomRecord[]> {
    return this.resources.rooms(tx, { sql: 'r.id = ANY ($1::uuid[])', parameters: [ids] });
  }

  /** Bookable equipment of the units. */
  equipment(tx: Tx, unitIds: readonly string[]): Promise<EquipmentRecord[]> {
    return this.resources.equipment(tx, unitIds);
  }

  /** Rooms of which the principal may know, of one unit or of all. */
  visibleRooms(tx: Tx, principal: Principal, unitId?: string): Promise<RoomRecord[]> {
    const visible = this.access.predicate(principal, ROOM_LIST, { unit: 'r.unit_id' }, 1);
    if (unitId === undefined) return this.resources.rooms(tx, visible);
    const parameters = [...visible.parameters, unitId];
    return this.resources.rooms(tx, { sql: `${visible.sql} AND r.unit_id = $${parameters.length}`, parameters });
  }
}
