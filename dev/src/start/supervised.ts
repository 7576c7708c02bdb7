import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '../plain-error.ts';
import { logTail } from '../postgres/cluster.ts';
import { identify, stopProcess } from '../processes.ts';
import type { RunRecords } from './run-records.ts';
import type { Steps } from './steps.ts';

const BIGGEST_LOG = 10_000_000;
const LONGEST_PAUSE_MS = 30_000;
const LONG_ENOUGH_MS = 60_000;
const MOST_FAILURES_BEFORE_READY = 3;

export interface SupervisedOptions {
  readonly name: string;
  /** How people call it. */
  readonly what: string;
  readonly script: string;
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/** Opens a log for appending; one that has grown too big is put aside first. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > BIGGEST_LOG) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** A process that is started again whenever it ends by itself, after a pause that grows while it keeps failing. */
export class Supervised {
  /** Rejects when the process keeps ending before it was ever ready: then something is wrong that no restart cures. */
  readonly hopeless: Promise<never>;
  private giveUp: (reason: PlainError) => void = () => undefined;
  private child: ChildProcess | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private wasReady = false;
  private stopping = false;
  private readonly options: SupervisedOptions;
  private readonly records: RunRecords;
  private readonly steps: Steps;

  constructor(options: SupervisedOptions, records: RunRecords, steps: Steps) {
    this.options = options;
    this.records = records;
    this.steps = steps;
    this.hopeless = new Promise((_resolve, reject) => {
      this.giveUp = reject;
    });
    // Who waits for it learns of it; when nobody waits any more it must not end the process.
    this.hopeless.catch(() => undefined);
  }

  start(): void {
    const log = openLog(this.options.logFile);
    const began = performance.now();
    // A process group of its own: Ctrl-C comes to us alone, and we end the others in order.
    const child = spawn(process.execPath, ['--enable-source-maps', this.options.script], {
      cwd: this.options.cwd,
      env: this.options.environment,
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    if (child.pid !== undefined) this.records.write(this.options.name, child.pid);
    child.once('error', () => undefined);
    child.once('exit', (code, by) => this.ended(by ?? `exit code ${code ?? 0}`, performance.now() - began));
  }

  /** From now on it is started again however often it fails. */
  ready(): void {
    this.wasReady = true;
  }

  /** Ends it for good: SIGTERM, and SIGKILL after eight seconds. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    const identity = this.child?.pid === undefined ? undefined : identify(this.child.pid);
    if (identity !== undefined) await stopProcess(identity, 'SIGTERM', 8000);
    this.records.remove(this.options.name);
  }

  private ended(how: string, livedMs: number): void {
    if (this.stopping) return;
    this.failures = livedMs > LONG_ENOUGH_MS ? 1 : this.failures + 1;
    if (!this.wasReady && this.failures >= MOST_FAILURES_BEFORE_READY) {
      this.giveUp(
        new PlainError(
          `${this.options.what} does not start (${how}). The end of ${this.options.logFile}:\n\n${logTail(this.options.logFile, 20)}`,
        ),
      );
      return;
    }
    const pause = Math.min(500 * 2 ** (this.failures - 1), LONGEST_PAUSE_MS);
    this.steps.say(
      `  ! ${this.options.what} ended unexpectedly (${how}); starting it again in ${(pause / 1000).toFixed(1)} s. See ${this.options.logFile}`,
    );
    this.timer = setTimeout(() => this.start(), pause);
  }
}
