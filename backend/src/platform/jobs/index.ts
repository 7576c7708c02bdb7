export { Jobs, type AddOptions, type JobHandler, type Rhythm } from './jobs.ts';
export { JobsHealth, type JobsState } from './jobs-health.ts';
export { JobsModule, JobWorkersModule } from './jobs.module.ts';
export { QueueConnection, type QueueName } from './queue-connection.ts';
export { migrateQueueSchema } from './queue-schema.ts';
