import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning, stopProcess, type ProcessIdentity } from '../processes.ts';

const ORCHESTRATOR = 'start';

/** Which processes of this data folder run: files that a kill leaves behind, for the next start to find. */
export class RunRecords {
  private readonly folder: string;

  constructor(dataDirectory: string) {
    this.folder = join(dataDirectory, 'run');
  }

  /** The `npm start` that is alive on this folder, if any. */
  running(): ProcessIdentity | undefined {
    const record = this.read(ORCHESTRATOR);
    return record !== undefined && record.pid !== process.pid && isRunning(record) ? record : undefined;
  }

  /** Remembers this process as the one that runs everything. */
  begin(): void {
    this.write(ORCHESTRATOR, process.pid);
  }

  write(name: string, pid: number): void {
    const identity = identify(pid);
    if (identity === undefined) return;
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, `${name}.json`), JSON.stringify(identity));
  }

  remove(name: string): void {
    // A data folder that could not be used has no records either.
    if (existsSync(this.folder)) rmSync(join(this.folder, `${name}.json`), { force: true });
  }

  end(): void {
    this.remove(ORCHESTRATOR);
  }

  /** Ends what an earlier, killed run left behind. @returns how many processes */
  async stopLeftovers(): Promise<number> {
    if (!existsSync(this.folder)) return 0;
    const names = readdirSync(this.folder)
      .map((file) => file.replace(/\.json$/, ''))
      .filter((name) => name !== ORCHESTRATOR);
    const alive = names.flatMap((name) => this.read(name) ?? []).filter(isRunning);
    await Promise.all(alive.map((identity) => stopProcess(identity, 'SIGTERM', 8000)));
    for (const name of names) this.remove(name);
    return alive.length;
  }

  private read(name: string): ProcessIdentity | undefined {
    try {
      return JSON.parse(readFileSync(join(this.folder, `${name}.json`), 'utf8')) as ProcessIdentity;
    } catch {
      return undefined;
    }
  }
}
