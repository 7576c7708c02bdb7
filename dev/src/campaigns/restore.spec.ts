import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { binariesIn, installedPostgres } from '../postgres/installed.ts';
import { Steps } from '../start/steps.ts';
import { readRestoreOptions } from './options.ts';
import { runRestore } from './restore.ts';
import { World } from './world.ts';

// `npm run campaign:restore`, small. It needs a PostgreSQL with its client programs, and age.

let world: World | undefined;
let failed = true;

before(async () => {
  world = await World.start(process.env['CAMPAIGN_BACKEND'], new Steps(() => undefined), binariesIn(installedPostgres()));
  await world.open();
});

after(() => world?.stop(failed));

test('a lost data directory loses nothing that was acknowledged, any second can be returned to, and damage is refused', async () => {
  assert.ok(world);
  const report = await runRestore(world, readRestoreOptions(['--seconds', '5', '--citizens', '6']));
  assert.deepEqual(report.failures, [], `${report.text}\nLogs and data: ${world.folder}`);
  failed = false;
});
