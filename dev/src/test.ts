import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { messageOf } from './plain-error.ts';
import { runSuite, stopSuites, type SuiteResult } from './test/run-suite.ts';
import { SUITES, type Suite } from './test/suites.ts';

// `npm test`, run by dev/test.mjs under Node 24. `npm test -- --only backend-unit,dev` runs some of it.

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LINES_OF_A_FAILURE = 80;
// Two at a time, since the smallest machine that this is for has two cores.
const LANES = 2;

function chosen(): readonly Suite[] {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  if (only === undefined) return SUITES.filter((suite) => suite.onRequest !== true);
  const names = only.split(',');
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no suite ${unknown.join(', ')}; there are ${SUITES.map((suite) => suite.name).join(', ')}.`);
  return SUITES.filter((suite) => names.includes(suite.name));
}

async function runAll(suites: readonly Suite[]): Promise<SuiteResult[]> {
  const results: SuiteResult[] = [];
  const one = async (suite: Suite): Promise<void> => {
    print(`  … ${suite.name}`);
    const result = await runSuite(root, suite);
    print(
      `  ${result.failed === 0 ? '✓' : '✗'} ${suite.name}: ${result.passed} passed, ${result.failed} failed (${result.seconds.toFixed(1)} s)`,
    );
    results.push(result);
  };
  const together = suites.filter((suite) => suite.alone !== true);
  const lane = async (): Promise<void> => {
    for (let suite = together.shift(); suite !== undefined; suite = together.shift()) await one(suite);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  for (const suite of suites.filter((each) => each.alone === true)) await one(suite);
  return suites.flatMap((suite) => results.filter((result) => result.suite === suite));
}

function report(results: readonly SuiteResult[]): void {
  for (const result of results.filter((each) => each.failed > 0)) {
    const lines = result.output.trimEnd().split('\n');
    print(
      `\n━━ ${result.suite.name} ${lines.length > LINES_OF_A_FAILURE ? `(the end; all of it in ${relative(root, result.logFile)})` : ''}`,
    );
    print(lines.slice(-LINES_OF_A_FAILURE).join('\n'));
  }
  print(`\n${'Suite'.padEnd(24)}${'Passed'.padStart(8)}${'Failed'.padStart(8)}${'Skipped'.padStart(9)}${'Seconds'.padStart(9)}`);
  for (const { suite, passed, failed, skipped, seconds } of results) {
    print(
      `${suite.name.padEnd(24)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}${seconds.toFixed(1).padStart(9)}`,
    );
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(name, () => {
    stopSuites();
    process.exit(130);
  });
}

try {
  const results = await runAll(chosen());
  report(results);
  const total = (of: 'passed' | 'failed'): number => results.reduce((sum, result) => sum + result[of], 0);
  print(`\n${total('passed')} passed, ${total('failed')} failed`);
  if (total('failed') > 0 || total('passed') === 0) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
