import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { identify } from '../processes.ts';
import { RunRecords } from './run-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'vuoro-spec-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function sleeper(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  return child.pid ?? assert.fail('not started');
}

test('a process that an earlier run left behind is found and stopped', async () => {
  const pid = sleeper();
  new RunRecords(folder).write('worker', pid);
  assert.equal(await new RunRecords(folder).stopLeftovers(), 1);
  assert.equal(identify(pid), undefined);
});

test('a stranger that has got the same process number is left alone', async () => {
  const pid = sleeper();
  const records = new RunRecords(folder);
  records.write('api', pid);
  writeFileSync(join(folder, 'run', 'api.json'), JSON.stringify({ pid, startedAt: 'an earlier boot:1' }));
  assert.equal(await records.stopLeftovers(), 0);
  assert.notEqual(identify(pid), undefined);
  process.kill(pid, 'SIGKILL');
});
