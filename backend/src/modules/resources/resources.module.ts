import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateEquipment } from './create-equipment.ts';
import { CreateRoom } from './create-room.ts';
import { resourcesEntities } from './entities.ts';
import { ResourceReads } from './resource-reads.ts';
import { ResourcesRepository } from './resources.repository.ts';

@Module({
  imports: [TypeOrmModule.forFeature([...resourcesEntities])],
  providers: [ResourcesRepository, ResourceReads, CreateRoom, CreateEquipment],
  exports: [ResourceReads, CreateRoom, CreateEquipment],
})
export class ResourcesModule {}
