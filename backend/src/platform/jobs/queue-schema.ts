import { runMigrations } from 'bullmq';
import pg from 'pg';
import { queueNames, queueSchema } from './queue-connection.ts';

/**
 * Brings the queue's own schema to the version that this program needs, and lets the application's role use it. Run by main.migrate
 * with the owner's connection; the other processes never change the schema.
 */
export async function migrateQueueSchema(ownerUrl: string, applicationUrl: string = ownerUrl): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'vuoro-migrate' });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
    await makeSequences(client);
    const role = userOf(applicationUrl);
    if (role !== userOf(ownerUrl)) await grant(client, client.escapeIdentifier(role));
  } finally {
    await client.end();
  }
}

/** BullMQ would make them at the first job of a queue, for which the application's role has no right. */
async function makeSequences(client: pg.Client): Promise<void> {
  for (const queue of queueNames) {
    const { rows } = await client.query<{ name: string }>(`SELECT ${queueSchema}.job_id_seq_name($1) AS name`, [queue]);
    for (const { name } of rows) await client.query(`CREATE SEQUENCE IF NOT EXISTS ${queueSchema}.${client.escapeIdentifier(name)}`);
  }
}

async function grant(client: pg.Client, role: string): Promise<void> {
  await client.query(`
    GRANT USAGE ON SCHEMA ${queueSchema} TO ${role};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${role};
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${queueSchema} TO ${role};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${role};
    REVOKE INSERT, UPDATE, DELETE ON ${queueSchema}.migration FROM ${role};`);
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
