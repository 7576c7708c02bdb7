import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../plain-error.ts';
import { startPostgres, type PostgresServer } from '../postgres.ts';
import { Builds } from './build.ts';
import { checkDataDirectory, checkPorts, checkRedis } from './checks.ts';
import {
  demoEnvironment,
  devServerEnvironment,
  ownerEnvironment,
  portsOf,
  productEnvironment,
  type EnvironmentParts,
} from './environment.ts';
import { externalDatabase, type DatabaseAddresses } from './external-database.ts';
import { firstDayOf } from './first-day.ts';
import { ensureKeys } from './keys.ts';
import type { StartOptions } from './options.ts';
import type { RunRecords } from './run-records.ts';
import { OneTimeProcesses } from './run-once.ts';
import type { Steps } from './steps.ts';
import { Supervised, type SupervisedOptions } from './supervised.ts';

const READY_WITHIN_MS = 120_000;

/** Everything that runs on this machine, from database to applications, and the order in which it begins and ends. */
export class Machine {
  private readonly builds: Builds;
  private readonly once: OneTimeProcesses;
  private readonly supervised: Supervised[] = [];
  private postgres: Promise<PostgresServer> | undefined;
  private stopping = false;
  private readonly root: string;
  private readonly options: StartOptions;
  private readonly records: RunRecords;
  private readonly steps: Steps;

  constructor(root: string, options: StartOptions, records: RunRecords, steps: Steps) {
    this.root = root;
    this.options = options;
    this.records = records;
    this.steps = steps;
    this.builds = new Builds(root, records, steps);
    this.once = new OneTimeProcesses(records);
  }

  /**
   * Starts it all.
   * @param begun called once the data folder is known to be usable
   * @returns the day on which the demo began
   */
  async start(begun: () => void): Promise<string> {
    const { dataDirectory, clock, port } = this.options;
    checkDataDirectory(dataDirectory);
    begun();
    const leftovers = await this.records.stopLeftovers();
    if (leftovers > 0)
      this.steps.say(`  ✓ Stopped ${leftovers} ${leftovers === 1 ? 'process' : 'processes'} that an earlier run had left behind`);
    await this.checkPorts();
    const { REDIS_URL: redis } = process.env;
    if (redis !== undefined && redis !== '') await checkRedis(redis);
    const firstDay = firstDayOf(dataDirectory, clock);
    const applications = this.builds.applications();
    // Its failure is reported where it is awaited below, not as an unhandled one.
    applications.catch(() => undefined);
    const [database] = await Promise.all([this.database(), this.builds.backend()]);
    const parts: EnvironmentParts = {
      root: this.root,
      options: this.options,
      database,
      keysDirectory: ensureKeys(dataDirectory),
      firstDay,
    };
    await this.steps.run('Preparing the database', () =>
      this.once.run(this.process('migrate', 'Preparing the database', ownerEnvironment(parts))),
    );
    await this.startProcesses(parts, applications);
    await this.steps.run('Waiting until the application answers', () => this.untilReady(port));
    for (const each of this.supervised) each.ready();
    return firstDay;
  }

  /** Ends everything in the order in which nothing is lost: first who writes, last the database. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.builds.stop();
    this.once.stop();
    await Promise.all(this.supervised.map((each) => each.stop()));
    // Also when it was just about to start.
    await this.postgres?.then(
      (server) => server.stop(),
      () => undefined,
    );
  }

  private async checkPorts(): Promise<void> {
    const ports = portsOf(this.options.port);
    await checkPorts(
      [
        { port: ports.application, what: 'the application' },
        { port: ports.dev, what: 'identity provider and mailbox' },
        { port: ports.smtp, what: 'the mailbox’s SMTP' },
      ],
      this.options.port,
      this.options.besidesPort,
    );
  }

  private database(): Promise<DatabaseAddresses> {
    const { DATABASE_URL: url, DATABASE_OWNER_URL: owner } = process.env;
    if (url !== undefined && url !== '') return externalDatabase(url, owner, this.options.dataDirectory);
    return this.steps.run('Starting PostgreSQL', () => this.embeddedDatabase());
  }

  private async embeddedDatabase(): Promise<DatabaseAddresses> {
    const port = portsOf(this.options.port).postgres;
    this.postgres = startPostgres({
      dataDirectory: join(this.options.dataDirectory, 'postgres'),
      port,
      durable: true,
      beforeLaunch: () => checkPorts([{ port, what: 'PostgreSQL' }], this.options.port, this.options.besidesPort),
    });
    const server = await this.postgres;
    this.watch(server);
    return server;
  }

  /** A database that was killed comes back with every committed booking; API and worker reconnect by themselves. */
  private watch(postgres: PostgresServer): void {
    void postgres.crashed.then(async () => {
      if (this.stopping) return;
      this.steps.say('  ! PostgreSQL ended unexpectedly; starting it again');
      for (let pause = 500; !this.stopping; pause = Math.min(pause * 2, 30_000)) {
        try {
          await this.embeddedDatabase();
          return;
        } catch (error) {
          this.steps.say(`  ! ${error instanceof Error ? error.message : String(error)}`);
          await sleep(pause);
        }
      }
    });
  }

  private async startProcesses(parts: EnvironmentParts, applications: Promise<void>): Promise<void> {
    const demo = this.process('demo', 'Filling the demo organisation', demoEnvironment(parts));
    const fill = () => this.steps.run(demo.what, (tell) => this.once.run(demo, (line) => tell(line.replace(/^Demo data: /, ''))));
    const filled = join(this.options.dataDirectory, 'demo-is-there');
    this.supervise(this.devServer(parts));
    // The first time nobody should see a half-filled organisation; later it only adds weeks at the far end.
    const first = !existsSync(filled);
    if (first) await fill();
    this.supervise(this.process('api', 'The API', productEnvironment(parts)));
    this.supervise(this.process('worker', 'The worker', productEnvironment(parts)));
    await Promise.all([applications, first ? undefined : fill()]);
    writeFileSync(filled, '');
  }

  private supervise(options: SupervisedOptions): void {
    if (this.stopping) return;
    const supervised = new Supervised(options, this.records, this.steps);
    this.supervised.push(supervised);
    supervised.start();
  }

  private process(name: 'api' | 'worker' | 'migrate' | 'demo', what: string, environment: NodeJS.ProcessEnv): SupervisedOptions {
    return {
      name,
      what,
      environment,
      cwd: this.root,
      script: join(this.root, 'backend', 'dist', `main.${name}.js`),
      logFile: join(this.options.dataDirectory, 'logs', `${name}.log`),
    };
  }

  private devServer(parts: EnvironmentParts): SupervisedOptions {
    return {
      name: 'dev',
      what: 'The identity provider and mailbox',
      environment: devServerEnvironment(parts),
      cwd: this.root,
      script: join(this.root, 'dev', 'src', 'main.dev-server.ts'),
      logFile: join(this.options.dataDirectory, 'logs', 'dev.log'),
    };
  }

  private async untilReady(port: number): Promise<void> {
    const began = performance.now();
    let last = 'no answer';
    const poll = async (): Promise<void> => {
      while (performance.now() - began < READY_WITHIN_MS && !this.stopping) {
        try {
          const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5000) });
          if (answer.ok) return;
          last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
        } catch {
          // Not listening yet.
        }
        await sleep(100);
      }
      throw new PlainError(
        `The application did not become ready in two minutes (${last}). See the logs in ${join(this.options.dataDirectory, 'logs')}.`,
      );
    };
    await Promise.race([poll(), ...this.supervised.map((each) => each.hopeless)]);
  }
}
