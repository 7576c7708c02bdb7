import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { startPostgres } from './postgres.ts';
import { identify, signal } from './processes.ts';
import { withConnection } from './postgres/roles.ts';
import { startTemporaryPostgres } from './postgres/temporary.ts';

const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vuoro-spec-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

test('a killed server keeps every acknowledged row, and the next start works on the same folder', async () => {
  const folder = await newFolder();
  const first = await startPostgres({ dataDirectory: folder, durable: true });
  await withConnection(first.ownerUrl, async (client) => {
    await client.query('CREATE TABLE kept (n int)');
    for (let n = 0; n < 50; n += 1) await client.query('INSERT INTO kept VALUES ($1)', [n]);
  });
  signal(postmaster(folder), 'SIGKILL');
  await first.crashed;
  const second = await startPostgres({ dataDirectory: folder, durable: true });
  try {
    const { rows } = await withConnection(second.ownerUrl, (client) => client.query<{ n: number }>('SELECT count(*)::int AS n FROM kept'));
    assert.equal(rows[0]?.n, 50);
  } finally {
    await second.stop();
  }
});

test('a server that a killed run left behind is stopped before the next one starts', async () => {
  const folder = await newFolder();
  const forgotten = await startPostgres({ dataDirectory: folder, durable: true });
  const pid = postmaster(folder);
  const next = await startPostgres({ dataDirectory: folder, durable: true });
  try {
    assert.equal(identify(pid), undefined);
    assert.notEqual(next.port, forgotten.port);
  } finally {
    await next.stop();
  }
});

test('the application role is neither superuser nor owner, cannot create tables, and the owner may create the extensions', async () => {
  const server = await startTemporaryPostgres();
  try {
    await withConnection(server.ownerUrl, async (client) => {
      for (const extension of ['btree_gist', 'pg_trgm', 'unaccent', 'pgcrypto']) await client.query(`CREATE EXTENSION ${extension}`);
      const { rows } = await client.query<{ name: string }>(
        `SELECT current_setting('server_encoding') || ' ' || datcollate AS name FROM pg_database WHERE datname = 'vuoro'`,
      );
      assert.equal(rows[0]?.name, 'UTF8 C.UTF-8');
    });
    await withConnection(server.appUrl, async (client) => {
      const { rows } = await client.query<{ any: boolean }>(
        `SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole AS any FROM pg_roles WHERE rolname = current_user`,
      );
      assert.equal(rows[0]?.any, false);
      await assert.rejects(client.query('CREATE TABLE intruder (n int)'), /permission denied/);
    });
  } finally {
    await server.stop();
  }
});

test('a database can be copied for each test worker and dropped again', async () => {
  const server = await startTemporaryPostgres();
  try {
    await server.createDatabase('template_one');
    const template = await server.createDatabase('template_one');
    await withConnection(template.ownerUrl, (client) => client.query('CREATE TABLE copied AS SELECT 7 AS n'));
    const copy = await server.createDatabase('worker_1', 'template_one');
    const { rows } = await withConnection(copy.ownerUrl, (client) => client.query<{ n: number }>('SELECT n FROM copied'));
    assert.equal(rows[0]?.n, 7);
    await server.dropDatabase('worker_1');
    await assert.rejects(
      withConnection(copy.ownerUrl, (client) => client.query('SELECT 1')),
      /does not exist/,
    );
  } finally {
    await server.stop();
  }
});
