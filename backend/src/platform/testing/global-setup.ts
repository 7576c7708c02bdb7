import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { borrowPostgres, startPostgres, type PostgresServer } from '../../../../dev/src/postgres.ts';
import { stopLeftover } from '../../../../dev/src/postgres/cluster.ts';
import { migrateToHead } from '../database/data-source.ts';
import { grantApplicationRole } from '../database/grant-application-role.ts';
import { migrateQueueSchema } from '../jobs/queue-schema.ts';
import { rememberForTeardown } from './running-server.ts';
import { givenAdminUrl, publishTestEnvironment } from './test-environment.ts';

// Node runs this file and what it imports as they are, so nothing here may use decorators.

const prefix = 'vuoro-test-';

/** Starts one PostgreSQL for the whole run and makes the database that every test file copies. */
export default async function setUp(): Promise<void> {
  await removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // PostgreSQL's user must get through to its data.
  chmodSync(folder, 0o755);
  const server = await start(join(folder, 'postgres'));
  const template = `vuoro_template_${process.pid}`;
  rememberForTeardown({ server, template, folder });
  const urls = await server.createDatabase(template);
  await migrateToHead(urls.ownerUrl);
  await migrateQueueSchema(urls.ownerUrl, urls.appUrl);
  await grantApplicationRole(urls.ownerUrl, urls.appUrl);
  publishTestEnvironment({ ...urls, template, keysDirectory: keysIn(join(folder, 'keys')) });
}

function start(dataDirectory: string): Promise<PostgresServer> {
  const adminUrl = givenAdminUrl();
  return adminUrl === undefined ? startPostgres({ dataDirectory, durable: false }) : borrowPostgres(adminUrl, dataDirectory);
}

function keysIn(directory: string): string {
  mkdirSync(directory, { recursive: true });
  for (const name of ['kek', 'index-key']) writeFileSync(join(directory, name), randomBytes(32).toString('base64'), { mode: 0o600 });
  return directory;
}

/** A run that was killed leaves its server behind; the next one stops it. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    await stopLeftover(join(tmpdir(), name, 'postgres', 'cluster'));
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
