import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { PlainError } from '../plain-error.ts';
import { logTail } from '../postgres/cluster.ts';
import { signal } from '../processes.ts';
import { diskFull } from './checks.ts';
import type { RunRecords } from './run-records.ts';
import { openLog, type SupervisedOptions } from './supervised.ts';

/** Processes that run to their end: migrations and the demo. */
export class OneTimeProcesses {
  private readonly records: RunRecords;
  private readonly running = new Set<ChildProcess>();
  private stopped = false;

  constructor(records: RunRecords) {
    this.records = records;
  }

  /**
   * @param onLine gets each line that the process says; all of them go into its log, too
   * @throws PlainError with the end of its log when the process fails
   */
  run(
    { name, what, script, cwd, environment, logFile }: SupervisedOptions,
    onLine: (line: string) => void = () => undefined,
  ): Promise<void> {
    if (this.stopped) return Promise.reject(new PlainError(`${what} was not begun: everything is being stopped.`));
    return new Promise((resolve, reject) => {
      const log = openLog(logFile);
      const child = spawn(process.execPath, ['--enable-source-maps', script], {
        cwd,
        env: environment,
        detached: true,
        stdio: ['ignore', 'pipe', log],
      });
      child.stdout?.on('data', (chunk: Buffer) => {
        writeSync(log, chunk);
        for (const line of chunk.toString().split('\n')) if (line !== '') onLine(line);
      });
      this.running.add(child);
      if (child.pid !== undefined) this.records.write(name, child.pid);
      child.once('error', reject);
      // Not when it exits but when it has said everything.
      child.once('close', (code, by) => {
        closeSync(log);
        this.running.delete(child);
        this.records.remove(name);
        if (code === 0) return resolve();
        const end = logTail(logFile, 20);
        if (/ENOSPC|No space left on device/.test(end)) return reject(diskFull(logFile, 0));
        return reject(new PlainError(`${what} failed (${by ?? `exit code ${code ?? 0}`}). The end of ${basename(logFile)}:\n\n${end}`));
      });
    });
  }

  /** Ends what runs, and lets nothing new begin. */
  stop(): void {
    this.stopped = true;
    for (const child of this.running) if (child.pid !== undefined) signal(-child.pid, 'SIGTERM');
  }
}
