import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { built } from './built.ts';

type Environment = Readonly<Record<string, string>>;

/** Brings a database to head and ends. @throws Error with what the process said */
export async function migrate(environment: Environment): Promise<void> {
  const child = spawn(process.execPath, [built('main.migrate.js')], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`The migration ended with ${String(code)}: ${said}`);
}

/** Some worker processes that are replaced whenever one of them is killed. */
export class Workers {
  private readonly running: (ChildProcess | null)[];
  private readonly environmentNow: () => Environment;
  private stopping = false;
  kills = 0;

  constructor(count: number, environmentNow: () => Environment) {
    this.environmentNow = environmentNow;
    this.running = Array.from({ length: count }, () => null);
    for (let place = 0; place < count; place += 1) this.start(place);
  }

  /** As pulling the plug: nothing is flushed, closed or said. */
  async killOne(pick: number): Promise<void> {
    const place = Math.floor(pick * this.running.length);
    const child = this.running[place];
    if (child === null || child === undefined || child.exitCode !== null) return;
    this.kills += 1;
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const left = this.running.filter((child) => child !== null && child.exitCode === null && child.signalCode === null);
    for (const child of left) child?.kill('SIGTERM');
    await Promise.race([Promise.all(left.map((child) => new Promise((resolve) => child?.once('exit', resolve)))), wait(10_000)]);
    for (const child of left) child?.kill('SIGKILL');
  }

  private start(place: number): void {
    const child = spawn(process.execPath, [built('main.worker.js')], {
      env: { ...process.env, ...this.environmentNow() },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.running[place] = child;
    child.once('exit', () => {
      if (!this.stopping) this.start(place);
    });
  }
}
