import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateEquipment } from './create-equipment.ts';
import { CreateRoom } from './create-room.ts';
import { resourcesEntities } from './entities.ts';
import { ListRooms } from './list-rooms.ts';
import { ResourceReads } from './resource-reads.ts';
import { ResourcesRepository } from './resources.repository.ts';
import { RoomsController } from './rooms.controller.ts';

@Module({
  imports: [TypeOrmModule.forFeature([...resourcesEntities])],
  controllers: [RoomsController],
  providers: [ResourcesRepository, ListRooms, ResourceReads, CreateRoom, CreateEquipment],
  exports: [ResourceReads, CreateRoom],
})
export class ResourcesModule {}
