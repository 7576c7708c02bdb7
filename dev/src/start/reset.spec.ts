import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { PlainError } from '../plain-error.ts';
import { readOptions } from './options.ts';
import { resetData } from './reset.ts';

const folder = mkdtempSync(join(tmpdir(), 'vuoro-spec-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A data folder as a start leaves it, with something in it that no start has made. */
function aDataFolder(): string {
  const data = mkdtempSync(join(folder, 'data-'));
  for (const name of ['postgres', 'keys', 'mailbox', 'run', 'pictures']) {
    mkdirSync(join(data, name));
    writeFileSync(join(data, name, 'file'), 'kept?');
  }
  writeFileSync(join(data, 'first-day'), '2026-11-24\n');
  return data;
}

const optionsFor = (data: string, ...more: string[]) => readOptions(['--reset', '--data', data, ...more], {}, '/project');

test('nothing is deleted when nobody can be asked', async () => {
  const data = aDataFolder();
  // No terminal belongs to a test.
  const before = process.stdin.isTTY;
  process.stdin.isTTY = false;
  await assert.rejects(
    resetData(optionsFor(data), false),
    (error) => error instanceof PlainError && error.message.includes('add --yes if you are sure'),
  );
  process.stdin.isTTY = before;
  assert.deepEqual(readdirSync(data).sort(), ['first-day', 'keys', 'mailbox', 'pictures', 'postgres', 'run']);
});

test('with --yes what earlier starts made is gone, and what somebody else keeps in the folder is not', async () => {
  const data = aDataFolder();
  assert.equal(await resetData(optionsFor(data, '--yes'), false), true);
  assert.deepEqual(readdirSync(data), ['pictures']);
});

test('the database of somebody else is never emptied', async () => {
  const data = aDataFolder();
  await assert.rejects(
    resetData(optionsFor(data, '--yes'), true),
    (error) => error instanceof PlainError && error.message.includes('is yours'),
  );
  assert.ok(existsSync(join(data, 'keys', 'file')));
});
