import { Global, Module } from '@nestjs/common';
import { LiveListener } from './live-listener.ts';
import { LiveStreams } from './live-streams.ts';

/** Listening and streaming: in the API process only. */
@Global()
@Module({ providers: [LiveListener, LiveStreams], exports: [LiveListener, LiveStreams] })
export class LiveStreamsModule {}
