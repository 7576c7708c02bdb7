import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../src/system/root.ts';
import { expect, test } from '../src/support/test.ts';

/** What starting the system has built is what is weighed. */
async function weigh(application: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'ui-shared', 'tools', 'check-budget.ts'), application]);
  return stdout.trim();
}

for (const application of ['citizen-ui', 'employee-ui']) {
  test(`the script of the first view of ${application} weighs no more than its budget`, async () => {
    expect(await weigh(application)).toContain(`${application}: first view`);
  });
}
