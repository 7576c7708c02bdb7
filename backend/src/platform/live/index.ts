export { LiveListener, type LiveSignal } from './live-listener.ts';
export { LiveModule } from './live.module.ts';
export { LivePublisher } from './live-publisher.ts';
export { LiveStreams, type LiveStreamOptions } from './live-streams.ts';
export { LiveStreamsModule } from './live-streams.module.ts';
