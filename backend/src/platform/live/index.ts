export { LiveModule } from './live.module.ts';
export { LivePublisher } from './live-publisher.ts';
export { LiveStreams } from './live-streams.ts';
export { LiveStreamsModule } from './live-streams.module.ts';
