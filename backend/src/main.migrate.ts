import { processDatabaseConfig } from './platform/config/index.ts';
import { grantApplicationRole, migrateToHead } from './platform/database/index.ts';
import { migrateQueueSchema } from './platform/jobs/index.ts';
import { startProcess, storesReady } from './platform/start-process.ts';

/** Brings the schema to head and gives the application's role its rights. Runs before API and worker of a new version; twice does no harm. */
await startProcess(async () => {
  const config = processDatabaseConfig();
  const ownerUrl = config.databaseOwnerUrl ?? config.databaseUrl;
  await storesReady({ ...config, databaseUrl: ownerUrl });
  const applied = await migrateToHead(ownerUrl);
  await grantApplicationRole(ownerUrl, config.databaseUrl);
  if (config.redisUrl === null) await migrateQueueSchema(ownerUrl, config.databaseUrl);
  process.stdout.write(applied.length === 0 ? 'The schema is at head.\n' : `Applied: ${applied.join(', ')}\n`);
});
