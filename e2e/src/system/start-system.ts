import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** Monday 30 November 2026, nine o'clock in Helsinki: the offices are open, and nothing is within a change of the clock. */
export const START_OF_TIME = '2026-11-30T07:00:00Z';

const READY = 'Vuoro is ready';
/** A fresh clone builds three programs and fills the demo organisation first. */
const READY_WITHIN_MS = 5 * 60_000;
const STOPPED_WITHIN_MS = 30_000;
const NOT_FOR_TESTS = /^(DATABASE_|REDIS_URL$|OIDC_|SMS_|SMTP_|VUORO_|PORT$|npm_config_)/;

export interface RunningSystem {
  /** Where its data are, and the records of its processes. */
  readonly data: string;
  /** Ctrl-C. @returns the launcher's exit code; null when it had to be killed */
  interrupt(): Promise<number | null>;
  /** Ends everything and deletes the data; the logs are kept in the given folder. */
  stop(logs: string): Promise<void>;
}

export interface StartOptions {
  /** A folder of an earlier start, to go on with; a new one unless given. */
  readonly data?: string;
  /** Instant at which the product's clock starts. */
  readonly clock?: string;
}

/**
 * Starts the whole product with `dev`'s launcher on four ports from `port` on, in a data folder of its own.
 * @throws Error with the end of what the launcher printed
 */
export async function startSystem(port: number, { data = newFolder(), clock = START_OF_TIME }: StartOptions = {}): Promise<RunningSystem> {
  // The launcher itself and not its bootstrap: it ends by itself as soon as whoever started it is gone.
  const args = [join(ROOT, 'dev', 'src', 'start.ts'), '--port', String(port), '--data', data, '--clock', clock];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async (logs: string): Promise<void> => {
    await end(child);
    if (existsSync(join(data, 'logs'))) cpSync(join(data, 'logs'), logs, { recursive: true });
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilReady(child);
  } catch (error) {
    await stop(join(ROOT, 'e2e', 'test-results', 'logs'));
    throw error;
  }
  return { data, stop, interrupt: () => end(child, 'SIGINT') };
}

function newFolder(): string {
  const data = mkdtempSync(join(tmpdir(), 'vuoro-e2e-'));
  // PostgreSQL may have to run as another user, who has to get in.
  chmodSync(data, 0o755);
  return data;
}

function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !NOT_FOR_TESTS.test(name));
  // One employee and one citizen open every page under every variation, search on some of them and hold a time on others.
  const limits = {
    VUORO_IDENTITY_CODES_PER_MINUTE: '100000',
    VUORO_IDENTITY_CODES_PER_DAY: '100000',
    VUORO_HOLDS_OF_A_TIME_PER_DAY: '100000',
  };
  return { ...Object.fromEntries(kept), ...limits, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string): void => reject(new Error(`${why}\n\n${output.slice(-5000)}`));
    const limit = setTimeout(() => fail(`The system was not ready after ${READY_WITHIN_MS / 60_000} minutes.`), READY_WITHIN_MS);
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
      if (!output.includes(READY)) return;
      clearTimeout(limit);
      resolve();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => {
      clearTimeout(limit);
      fail(`The system ended with ${code ?? 'a signal'} before it was ready.`);
    });
  });
}

function end(child: ChildProcess, politely: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
    child.once('exit', (code) => {
      clearTimeout(limit);
      resolve(code);
    });
    child.kill(politely);
  });
}
