import { Global, Module } from '@nestjs/common';
import { Config } from '../config/index.ts';
import { JobWorkers } from './job-workers.ts';
import { Jobs } from './jobs.ts';
import { JobsHealth } from './jobs-health.ts';
import { QueueConnection } from './queue-connection.ts';

/** Adding jobs: in every process. */
@Global()
@Module({
  providers: [
    Jobs,
    JobsHealth,
    {
      provide: QueueConnection,
      inject: [Config],
      useFactory: (config: Config) => QueueConnection.to(config),
    },
  ],
  exports: [Jobs, JobsHealth, QueueConnection],
})
export class JobsModule {}

/** Doing them: in the worker process. */
@Module({ imports: [JobsModule], providers: [JobWorkers], exports: [JobWorkers] })
export class JobWorkersModule {}
