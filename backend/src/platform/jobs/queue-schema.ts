import { runMigrations } from 'bullmq';
import pg from 'pg';
import { queueSchema } from './queue-connection.ts';

/**
 * Brings the queue's own schema to the version that this program needs, and lets the application's role use it. Run by main.migrate
 * with the owner's connection; the other processes never change the schema.
 */
export async function migrateQueueSchema(ownerUrl: string, applicationUrl: string = ownerUrl): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'vuoro-migrate' });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
    const role = userOf(applicationUrl);
    if (role !== userOf(ownerUrl)) await grant(client, client.escapeIdentifier(role));
  } finally {
    await client.end();
  }
}

async function grant(client: pg.Client, role: string): Promise<void> {
  await client.query(`
    GRANT USAGE ON SCHEMA ${queueSchema} TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${queueSchema} TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${role};
    REVOKE INSERT, UPDATE, DELETE ON ${queueSchema}.migration FROM ${role};`);
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
