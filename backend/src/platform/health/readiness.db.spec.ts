import { afterAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ManualClock, parseInstant } from '../../kernel/index.ts';
import { JobsHealth, QueueConnection } from '../jobs/index.ts';
import { testDatabase } from '../testing/index.ts';
import { Readiness, type CheckResult } from './readiness.ts';
import { zoneDifferences } from './time-zone-check.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-24T08:00:00Z'));
const queue = QueueConnection.to({ databaseUrl: db.url, redisUrl: null });
const noQueue = QueueConnection.to({ databaseUrl: 'postgres://nobody:nothing@127.0.0.1:1/none', redisUrl: null });
afterAll(() => Promise.all([queue.close(), noQueue.close()]));

/** A database whose time-zone data say of Helsinki what ours say of the other zone. */
function withZoneDataOf(zone: string): Pick<DataSource, 'query'> {
  return {
    query: ((sql: string, parameters: unknown[] = []) =>
      db.dataSource.query(
        sql,
        parameters.map((parameter) => (parameter === 'Europe/Helsinki' ? zone : parameter)),
      )) as DataSource['query'],
  };
}

const failed = (checks: readonly CheckResult[]): string[] => checks.filter((check) => !check.ok).map((check) => check.name);

describe('the time-zone data of Node and PostgreSQL', () => {
  it('agree for the next five years', async () => {
    expect(await zoneDifferences(db.dataSource, clock.now())).toEqual([]);
  });

  it('are found to differ where one side has no summer time, and from when on', async () => {
    const differences = await zoneDifferences(withZoneDataOf('Etc/GMT-2'), clock.now());
    expect(differences[0]).toBe('2027-03-28T06:00:00.000Z');
    // Seven months of summer time in each of five years, looked at four times a day.
    expect(differences.length).toBeGreaterThan(5 * 210 * 4);
  });
});

describe('readiness', () => {
  it('is there when everything answers', async () => {
    expect(failed(await new Readiness(db.dataSource, new JobsHealth(queue), clock).check())).toEqual([]);
  });

  it('is refused while the zones differ, with where they do', async () => {
    const elsewhere = Object.assign(Object.create(db.dataSource) as DataSource, withZoneDataOf('Europe/Stockholm'));
    const readiness = new Readiness(elsewhere, new JobsHealth(queue), clock);
    const checks = await readiness.check();
    expect(failed(checks)).toEqual(['timeZones']);
    expect(checks.find((check) => check.name === 'timeZones')?.detail).toContain('at 2026-11-24T00:00:00.000Z');
    expect(failed(await readiness.check())).toEqual(['timeZones']);
  });

  it('names the queue alone when only that does not answer', async () => {
    expect(failed(await new Readiness(db.dataSource, new JobsHealth(noQueue), clock).check())).toEqual(['queue']);
  });

  it('names the database and what cannot be known without it', async () => {
    const gone = new DataSource({ type: 'postgres', url: 'postgres://nobody:nothing@127.0.0.1:1/none' });
    expect(failed(await new Readiness(gone, new JobsHealth(queue), clock).check())).toEqual(['database', 'migrations', 'timeZones']);
  });
});
