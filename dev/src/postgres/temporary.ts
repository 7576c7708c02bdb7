import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type PostgresServer } from '../postgres.ts';
import { identify, isRunning, type ProcessIdentity } from '../processes.ts';
import { stopLeftover } from './cluster.ts';

const PREFIX = 'vuoro-postgres-';

/**
 * Starts a throw-away server for tests: no fsync, a free port, and its folder is deleted when it stops.
 * Also ends and deletes those whose test run was killed before it could.
 */
export async function startTemporaryPostgres(): Promise<PostgresServer> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  // mkdtemp closes the folder to others, among them the user that PostgreSQL runs as.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identify(process.pid) ?? null));
  const server = await startPostgres({ dataDirectory: folder, durable: false });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    const record = join(folder, 'owner.json');
    if (!existsSync(record)) continue;
    try {
      const owner = JSON.parse(readFileSync(record, 'utf8')) as ProcessIdentity | null;
      if (owner === null || isRunning(owner)) continue;
      await stopLeftover(join(folder, 'cluster'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or just being made: not ours to tidy up.
    }
  }
}
