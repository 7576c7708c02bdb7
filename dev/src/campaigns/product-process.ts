import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import type { RunRecords } from '../start/run-records.ts';
import { openLog } from '../start/supervised.ts';

const RESTART_MS = 300;

/** API or worker as a process of its own, which can be killed, and which comes back by itself as it does under a supervisor. */
export class ProductProcess {
  readonly name: string;
  /** How often it ended without having been told to or killed: it gave up, for example because there was no database at its start. */
  gaveUp = 0;
  private child: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();
  private wanted = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private readonly script: string;
  private readonly logFile: string;
  private environment: NodeJS.ProcessEnv;
  private readonly records: RunRecords;

  constructor(name: string, script: string, environment: NodeJS.ProcessEnv, logFile: string, records: RunRecords) {
    this.name = name;
    this.records = records;
    this.script = script;
    this.environment = environment;
    this.logFile = logFile;
  }

  start(more: NodeJS.ProcessEnv = {}): void {
    this.environment = { ...this.environment, ...more };
    this.stopped = false;
    this.wanted = true;
    this.launch();
  }

  /** SIGKILL, as when the machine runs out of memory. @param pauseMs milliseconds until it is started again */
  async kill(pauseMs: number): Promise<void> {
    if (this.stopped) return;
    this.wanted = false;
    clearTimeout(this.timer);
    this.child?.kill('SIGKILL');
    await this.ended;
    if (this.stopped) return;
    this.wanted = true;
    this.timer = setTimeout(() => this.launch(), pauseMs);
  }

  /** SIGTERM, and SIGKILL after eight seconds. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wanted = false;
    clearTimeout(this.timer);
    this.child?.kill('SIGTERM');
    const hard = setTimeout(() => this.child?.kill('SIGKILL'), 8000);
    await this.ended;
    clearTimeout(hard);
  }

  private launch(): void {
    if (!this.wanted) return;
    const log = openLog(this.logFile);
    const child = spawn(process.execPath, ['--enable-source-maps', this.script], {
      cwd: '/',
      env: this.environment,
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    if (child.pid !== undefined) this.records.write(this.name, child.pid);
    this.ended = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    });
    void this.ended.then(() => {
      if (!this.wanted || this.child !== child) return;
      this.gaveUp += 1;
      this.timer = setTimeout(() => this.launch(), RESTART_MS);
    });
  }
}
