import { Global, Module } from '@nestjs/common';
import { LivePublisher } from './live-publisher.ts';

/** Publishing: in every process. */
@Global()
@Module({ providers: [LivePublisher], exports: [LivePublisher] })
export class LiveModule {}
