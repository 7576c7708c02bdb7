import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Steps } from '../start/steps.ts';
import { runCrash } from './crash.ts';
import { readCrashOptions, readRaceOptions } from './options.ts';
import { runRaces } from './races.ts';
import type { Report } from './report.ts';
import { World } from './world.ts';

// The campaigns of docs/developer-guide/campaigns.md, small. A backend that is built already is named by CAMPAIGN_BACKEND.

let world: World | undefined;
let failed = false;

before(async () => {
  world = await World.start(process.env['CAMPAIGN_BACKEND'], new Steps(() => undefined));
  await world.open();
});

after(() => world?.stop(failed));

async function passes(run: (world: World) => Promise<Report>): Promise<void> {
  failed = true;
  assert.ok(world);
  const report = await run(world);
  assert.deepEqual(report.failures, [], `${report.text}\nLogs and data: ${world.folder}`);
  failed = false;
}

test('of many rivals for one time exactly one wins, whatever it is that they have in common', () =>
  passes((started) => runRaces(started, readRaceOptions(['--rounds', '6', '--rivals', '8']))));

test('whatever is killed, what was promised is kept, and every message comes once', () =>
  passes((started) => runCrash(started, readCrashOptions(['--seconds', '15', '--kills', '3', '--citizens', '8', '--hurry']))));

// Without an emptied queue: what was in it is found again after two minutes only.
test('of many bookings, moves and cancellations every message comes', async () => {
  const script = fileURLToPath(new URL('../../../backend/scripts/campaign-messages.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--messages', '60', '--kills', '0', '--flushes', '0']);
  assert.match(stdout, /^lost +0$/m);
});
