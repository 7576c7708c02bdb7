import { EquipmentEntity } from './equipment.entity.ts';
import { RoomEntity } from './room.entity.ts';

/** Entities of the tables that this module owns. */
export const resourcesEntities = [RoomEntity, EquipmentEntity] as const;
