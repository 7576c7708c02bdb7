export { CreateEquipment, type NewEquipment } from './create-equipment.ts';
export { CreateRoom, type NewRoom } from './create-room.ts';
export { resourcesEntities } from './entities.ts';
export { ResourceReads } from './resource-reads.ts';
export type { EquipmentRecord, RoomFeature, RoomRecord } from './resource-records.ts';
export { ResourcesModule } from './resources.module.ts';
