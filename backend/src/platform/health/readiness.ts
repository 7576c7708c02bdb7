import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel/clock.ts';
import { isAtHead } from '../database/index.ts';
import { JobsHealth } from '../jobs/index.ts';
import { zoneDifferences } from './time-zone-check.ts';

export type CheckName = 'database' | 'migrations' | 'timeZones' | 'queue';

export interface CheckResult {
  readonly name: CheckName;
  readonly ok: boolean;
  /** Why not, in English; never an address or a secret. */
  readonly detail: string | null;
}

/** A database that hangs is as bad as none; the caller does not wait for it. */
const patienceMillis = 2000;

/** Whether this process can do its work. */
@Injectable()
export class Readiness {
  private zonesAgree = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobsHealth,
    private readonly clock: Clock,
  ) {}

  /** All checks, in the order in which they build on each other; what cannot be known because an earlier one failed, fails. */
  async check(): Promise<readonly CheckResult[]> {
    const database = await outcome('database', async () => {
      await this.dataSource.query('SELECT 1');
      return null;
    });
    const inDatabase = database.ok
      ? Promise.all([this.migrations(), this.timeZones()])
      : Promise.resolve([unknown('migrations'), unknown('timeZones')]);
    const [fromDatabase, queue] = await Promise.all([inDatabase, this.queue()]);
    return [database, ...fromDatabase, queue];
  }

  private migrations(): Promise<CheckResult> {
    return outcome('migrations', async () =>
      (await isAtHead(this.dataSource)) ? null : 'The schema is older than this program: run the migrations.',
    );
  }

  private timeZones(): Promise<CheckResult> {
    return outcome('timeZones', async () => {
      // Neither side's data change while it runs; so one agreement is enough.
      if (this.zonesAgree) return null;
      const differences = await zoneDifferences(this.dataSource, this.clock.now());
      this.zonesAgree = differences.length === 0;
      return this.zonesAgree
        ? null
        : `Node and PostgreSQL disagree about Europe/Helsinki at ${differences[0] ?? ''}: update the older time-zone data.`;
    });
  }

  private queue(): Promise<CheckResult> {
    return outcome('queue', async () => {
      const { ok, backend } = await this.jobs.check();
      return ok ? null : `The queue on ${backend} does not answer.`;
    });
  }
}

async function outcome(name: CheckName, check: () => Promise<string | null>): Promise<CheckResult> {
  const enough = new AbortController();
  const tooSlow = wait(patienceMillis, 'It did not answer in time.', { signal: enough.signal });
  try {
    const detail = await Promise.race([check(), tooSlow]);
    return { name, ok: detail === null, detail };
  } catch {
    return { name, ok: false, detail: 'It does not answer.' };
  } finally {
    tooSlow.catch(() => undefined);
    enough.abort();
  }
}

function unknown(name: CheckName): CheckResult {
  return { name, ok: false, detail: 'Unknown without the database.' };
}
