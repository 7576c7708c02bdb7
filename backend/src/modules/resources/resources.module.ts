import { Module } from '@nestjs/common';
import { CreateEquipment } from './create-equipment.ts';
import { CreateRoom } from './create-room.ts';
import { ResourceReads } from './resource-reads.ts';
import { ResourcesRepository } from './resources.repository.ts';

@Module({
  providers: [ResourcesRepository, ResourceReads, CreateRoom, CreateEquipment],
  exports: [ResourceReads, CreateRoom, CreateEquipment],
})
export class ResourcesModule {}
