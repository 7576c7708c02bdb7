import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startPostgres } from '../../dev/src/postgres.ts';
import { makeRows, organisationId } from './keys/rows.ts';
import { built } from './messages/built.ts';
import { migrate } from './messages/workers.ts';

// Plan: a million rows in ten minutes, killed in the middle, none under the old key at the end.
// npm run campaign:keys -- --rows 1000000

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const rows = Number(values.rows);
const mostSeconds = 600;
/** What every process is given to read a new key; no work is done in it. */
const settleSeconds = 120;

const folder = mkdtempSync(join(tmpdir(), 'vuoro-campaign-'));
const postgres = await startPostgres({ dataDirectory: join(folder, 'postgres'), durable: true });
const admin = new pg.Client({ connectionString: postgres.adminUrl });
await admin.connect();
const keys = join(folder, 'keys');
const environment = {
  NODE_ENV: 'development',
  LOG_LEVEL: 'fatal',
  DATABASE_URL: postgres.appUrl,
  DATABASE_OWNER_URL: postgres.ownerUrl,
  VUORO_KEYS_DIRECTORY: keys,
};
mkdirSync(keys);
const putKey = (name: string): void => writeFileSync(join(keys, name), randomBytes(32).toString('base64'), { mode: 0o600 });
for (const name of ['kek', 'index-key']) putKey(name);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failed = false;
try {
  await migrate(environment);
  const began = performance.now();
  await makeRows(admin, keys, rows);
  await admin.query('VACUUM ANALYZE client');
  say(`${rows} clients with three encrypted fields and three indexes made in ${secondsSince(began)} s`);
  putKey('kek.next');
  await exchange('kek', 0);
  for (const step of ['kek', 'kek.next']) renameSync(join(keys, step), join(keys, step === 'kek' ? 'kek.previous' : 'kek'));
  await exchange('data', settleSeconds);
  putKey('index-key.next');
  await exchange('index', settleSeconds);
  for (const column of ['identity_code_encrypted', 'phone_encrypted', 'email_encrypted']) await expectOneKey(column, 2);
  for (const column of ['identity_index', 'phone_index', 'email_index']) await expectOneKey(column, 1);
} finally {
  await admin.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

/** Once with a kill in the middle where there is a middle, until it ends. */
async function exchange(kind: string, waits: number): Promise<void> {
  const began = performance.now();
  let spent = 0;
  if (waits > 0) {
    const child = start(kind);
    await wait((waits + rows / 50_000) * 1000);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    spent = Number(secondsSince(began));
    say(`${kind}: killed after ${spent} s`);
  }
  const child = start(kind);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  const seconds = Math.max(1, Number(secondsSince(began)));
  const working = Math.max(1, seconds - waits);
  const perSecond = waits > 0 ? `, ${Math.round(rows / working)} rows/s without the wait of ${waits} s` : '';
  const load = loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');
  say(`${kind}: ${seconds} s in all${perSecond}; load of the machine ${load}`);
  failed ||= code !== 0 || seconds > mostSeconds;
}

function start(kind: string): ReturnType<typeof spawn> {
  return spawn(process.execPath, [built('main.rotate-keys.js'), kind], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function expectOneKey(column: string, part: number): Promise<void> {
  const found = await admin.query<{ key: string; count: number }>(
    `SELECT split_part(${column}, '.', $1) AS key, count(*)::int AS count FROM client WHERE organisation_id = $2 GROUP BY 1`,
    [part, organisationId],
  );
  const alone = found.rows.length === 1 && found.rows[0]?.count === rows;
  say(`${column}: ${alone ? 'every row is under the new key' : `${found.rows.length} keys`}`);
  failed ||= !alone;
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(0);
}
