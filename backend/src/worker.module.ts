import { Module } from '@nestjs/common';
import { JobWorkersModule } from './platform/jobs/index.ts';
import { OutboxRelayModule } from './platform/outbox/index.ts';
import { PlatformModule } from './platform/platform.module.ts';

/** What the worker process is made of: every module that handles jobs or outbox events. It answers no requests. */
@Module({ imports: [PlatformModule, JobWorkersModule, OutboxRelayModule] })
export class WorkerModule {}
