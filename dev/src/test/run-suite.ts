import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { signal } from '../processes.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { SERVERS, type Suite } from './suites.ts';

export interface SuiteResult extends Outcome {
  readonly suite: Suite;
  readonly seconds: number;
  readonly output: string;
  readonly logFile: string;
}

const LONGEST_MS = 20 * 60_000;
// The tests start their own servers; they never touch the data of `npm start` or a database that somebody has set for it.
const NOT_FOR_TESTS = /^(DATABASE_|REDIS_URL$|OIDC_|SMS_|SMTP_|VUORO_|PORT$|npm_config_)/;

const running = new Set<ChildProcess>();

/** Ends the suites that run. */
export function stopSuites(): void {
  for (const child of running) if (child.pid !== undefined) signal(-child.pid, 'SIGTERM');
}

/** Runs one suite to its end. Never rejects: what goes wrong is a failure of the suite. */
export async function runSuite(root: string, suite: Suite): Promise<SuiteResult> {
  const began = performance.now();
  const { output, exitCode } = await run(root, suite);
  const logFile = join(root, 'test-results', `${suite.name}.log`);
  mkdirSync(dirname(logFile), { recursive: true });
  writeFileSync(logFile, output);
  return { suite, output, logFile, seconds: (performance.now() - began) / 1000, ...outcomeOf(suite.summary, output, exitCode) };
}

function run(root: string, suite: Suite): Promise<{ output: string; exitCode: number }> {
  const problem = missing(root, suite);
  if (problem !== undefined) return Promise.resolve({ output: problem, exitCode: 1 });
  return new Promise((resolve) => {
    const workspace = suite.workspace === undefined ? [] : ['--workspace', suite.workspace];
    const child = spawn('npm', ['run', '--silent', suite.script, ...workspace], {
      cwd: root,
      env: environment(suite),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const limit = setTimeout(() => {
      output += `\nStopped after ${LONGEST_MS / 60_000} minutes.\n`;
      if (child.pid !== undefined) signal(-child.pid, 'SIGKILL');
    }, LONGEST_MS);
    const end = (exitCode: number, more = ''): void => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ output: output + more, exitCode });
    };
    child.on('error', (error) => end(1, error.message));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** A suite that has lost its script must not pass by not running. */
function missing(root: string, { name, script, workspace }: Suite): string | undefined {
  const manifest = join(root, workspace ?? '.', 'package.json');
  const { scripts } = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, 'utf8')) as { scripts?: Record<string, string> }) : {};
  if (scripts?.[script] === undefined) return `There is no script "${script}" in ${manifest}.`;
  const server = SERVERS[name];
  return server !== undefined && (process.env[server] ?? '') === ''
    ? `${server} is not set: this suite runs on a server that you name.`
    : undefined;
}

function environment(suite: Suite): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !NOT_FOR_TESTS.test(name) || name === SERVERS[suite.name]);
  return { ...Object.fromEntries(kept), CI: '1', NO_COLOR: '1', FORCE_COLOR: undefined, NG_CLI_ANALYTICS: 'false' };
}
