import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PlainError } from '../plain-error.ts';
import { UNPRIVILEGED } from '../postgres/places.ts';
import { checkDatabase, checkDataDirectory, checkPorts, checkRedis, diskFull } from './checks.ts';

const folder = mkdtempSync(join(tmpdir(), 'vuoro-spec-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function sentenceOf(work: () => Promise<void> | void): Promise<string> {
  try {
    await work();
  } catch (error) {
    assert.ok(error instanceof PlainError, String(error));
    return error.message;
  }
  return assert.fail('nothing was refused');
}

test('a file where the data folder should be is refused with another way', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  assert.match(await sentenceOf(() => checkDataDirectory(file)), /is not a folder.*--data/);
  assert.match(await sentenceOf(() => checkDataDirectory(join(file, 'data'))), /is not a folder.*--data/);
});

test('a folder in which one may not write is named, with the right to give', async () => {
  const locked = join(folder, 'locked');
  mkdirSync(locked, { mode: 0o555 });
  chmodSync(folder, 0o755);
  // Root may write anywhere.
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(UNPRIVILEGED);
  try {
    const sentence = await sentenceOf(() => checkDataDirectory(join(locked, 'data')));
    assert.equal(
      sentence,
      `Vuoro may not write to ${locked} (EACCES). Give your user the right to it, for example: sudo chown "$USER" "${locked}", or keep the data elsewhere: npm start -- --data <folder>`,
    );
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});

test('what is not the address of a PostgreSQL database is told apart from one that does not answer', async () => {
  for (const url of ['nonsense', 'mysql://user@localhost/vuoro']) {
    assert.match(await sentenceOf(() => checkDatabase('DATABASE_URL', url)), /^DATABASE_URL is not the address of a PostgreSQL database/);
  }
  const refused = await sentenceOf(() => checkDatabase('DATABASE_URL', 'postgres://user:secret@127.0.0.1:9/vuoro'));
  assert.match(refused, /127\.0\.0\.1:9\/vuoro\) does not answer: the connection was refused\./);
  assert.doesNotMatch(refused, /secret/);
});

test('a Redis that does not answer is named without its password, with how to do without', async () => {
  assert.match(await sentenceOf(() => checkRedis('localhost:6379')), /^REDIS_URL is not the address of a Redis/);
  const refused = await sentenceOf(() => checkRedis('redis://:secret@127.0.0.1:9'));
  assert.match(
    refused,
    /^The Redis of REDIS_URL \(127\.0\.0\.1:9\) does not answer: the connection was refused\. .*unset REDIS_URL to keep the queue in PostgreSQL\.$/,
  );
  assert.doesNotMatch(refused, /secret/);
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await checkRedis(`redis://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/1`);
  server.close();
});

test('a taken port is named, with another to start on', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : assert.fail('no port');
  const sentence = await sentenceOf(() => checkPorts([{ port, what: 'the application' }], 3000));
  const withData = await sentenceOf(() => checkPorts([{ port, what: 'the application' }], 3000, ['--data', '/srv/vuoro']));
  server.close();
  assert.match(withData, /npm start -- --port 4000 --data \/srv\/vuoro$/);
  assert.match(sentence, new RegExp(`^Port ${port} \\(the application\\) is taken.*--port 4000$`));
});

test('a disk that is nearly full is not called full', () => {
  assert.match(diskFull('/data', 314).message, /nearly full \(314 MB free\)/);
  assert.match(diskFull('/data', 0).message, /is full\./);
});
