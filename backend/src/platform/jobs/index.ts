export { Jobs } from './jobs.ts';
export { JobsHealth } from './jobs-health.ts';
export { JobsModule, JobWorkersModule } from './jobs.module.ts';
export { QueueConnection } from './queue-connection.ts';
export { migrateQueueSchema } from './queue-schema.ts';
