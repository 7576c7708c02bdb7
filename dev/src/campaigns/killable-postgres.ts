import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { startPostgres, type DatabaseUrls, type PostgresServer } from '../postgres.ts';
import type { Binaries } from '../postgres/binaries.ts';
import { stateDirectory } from '../postgres/places.ts';
import { withConnection } from '../postgres/roles.ts';
import { signal } from '../processes.ts';

/** An embedded PostgreSQL, or that of the given programs, with fsync on that is killed with everything that belongs to it, and started again on the same port. */
export class KillablePostgres {
  private server: PostgresServer;
  private restarting: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly folder: string;
  private readonly binaries: Binaries | undefined;

  private constructor(server: PostgresServer, folder: string, binaries: Binaries | undefined) {
    this.server = server;
    this.folder = folder;
    this.binaries = binaries;
  }

  static async start(folder: string, binaries?: Binaries): Promise<KillablePostgres> {
    return new KillablePostgres(await startPostgres({ dataDirectory: folder, durable: true, binaries }), folder, binaries);
  }

  get urls(): DatabaseUrls {
    return this.server;
  }

  get port(): number {
    return this.server.port;
  }

  /** Its data directory. */
  get cluster(): string {
    return join(stateDirectory(this.folder), 'cluster');
  }

  /** What the server has written since its first start. */
  get log(): string {
    return readFileSync(join(stateDirectory(this.folder), 'server.log'), 'utf8');
  }

  /** SIGKILL to the server and to each of its processes, so that none of them finishes what it was about to commit. @param pauseMs milliseconds until it is started again */
  async kill(pauseMs: number): Promise<void> {
    this.restarting = this.killAndStart(pauseMs);
    await this.restarting;
  }

  /** For good, also in the middle of a kill. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.restarting.catch(() => undefined);
    await this.server.stop();
  }

  /** Runs statements as the superuser, past row level security. */
  work<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
    return withConnection(this.server.adminUrl, run);
  }

  async rows<T extends object>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    return this.work(async (client) => (await client.query<T>(sql, [...parameters])).rows);
  }

  async count(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const [row] = await this.rows<{ count: string }>(`SELECT count(*) FROM (${sql}) AS counted`, parameters);
    return Number(row?.count);
  }

  private async killAndStart(pauseMs: number): Promise<void> {
    if (this.stopped) return;
    await this.killForGood();
    await sleep(pauseMs);
    if (this.stopped) return;
    await this.startAgain();
  }

  /** SIGKILL to all of it; somebody else starts it again. */
  async killForGood(): Promise<void> {
    const pid = this.pid();
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
    for (const each of [pid, ...children]) signal(each, 'SIGKILL');
    await this.server.crashed;
  }

  async startAgain(): Promise<void> {
    this.server = await startPostgres({ dataDirectory: this.folder, durable: true, port: this.server.port, binaries: this.binaries });
  }

  private pid(): number {
    return Number(readFileSync(join(this.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
}
