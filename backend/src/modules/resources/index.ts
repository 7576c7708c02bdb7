export { CreateRoom } from './create-room.ts';
export { ResourceReads } from './resource-reads.ts';
export { ResourcesModule } from './resources.module.ts';
