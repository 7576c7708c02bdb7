import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newId } from '../../../backend/src/kernel/ids.ts';
import { PlainError } from '../plain-error.ts';
import { freePort } from '../ports.ts';
import type { Binaries } from '../postgres/binaries.ts';
import { Builds } from '../start/build.ts';
import { ensureKeys } from '../start/keys.ts';
import { OneTimeProcesses } from '../start/run-once.ts';
import { RunRecords } from '../start/run-records.ts';
import { Steps } from '../start/steps.ts';
import { leaveCampaignFolder, makeCampaignFolder, postgresFolderIn } from './campaign-folder.ts';
import { KillablePostgres } from './killable-postgres.ts';
import { ProductProcess } from './product-process.ts';
import { Receivers } from './receivers.ts';
import { Secrets } from './secrets.ts';
import { Seed } from './seed.ts';

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
/** Its own address is the organisation's host, so that no name has to be resolved. */
const HOST = '127.0.0.1';
const READY_WITHIN_MS = 120_000;

/** The real product on free ports over a database, a mailbox and keys of its own: everything in one folder that goes when it ends. */
export class World {
  readonly postgres: KillablePostgres;
  readonly receivers: Receivers;
  readonly api: ProductProcess;
  readonly worker: ProductProcess;
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  readonly folder: string;
  private readonly secrets: Secrets;
  private readonly organisationId: string;

  private constructor(folder: string, postgres: KillablePostgres, receivers: Receivers, port: number, backend: string) {
    this.folder = folder;
    this.postgres = postgres;
    this.receivers = receivers;
    this.address = `http://${HOST}:${port}`;
    this.organisationId = newId();
    const keysDirectory = ensureKeys(folder);
    this.secrets = new Secrets(keysDirectory, this.organisationId);
    const environment = productEnvironment(postgres, receivers, port, keysDirectory);
    const records = new RunRecords(folder);
    this.api = new ProductProcess('API', join(backend, 'main.api.js'), environment, join(folder, 'api.log'), records);
    this.worker = new ProductProcess('worker', join(backend, 'main.worker.js'), environment, join(folder, 'worker.log'), records);
  }

  /** Starts the servers and migrates; API and worker run after `open`. @param backend as in the options @param binaries of another PostgreSQL than the embedded one */
  static async start(backend: string | undefined, steps = new Steps(), binaries?: Binaries): Promise<World> {
    const folder = await makeCampaignFolder();
    const records = new RunRecords(folder);
    if (backend === undefined) await new Builds(ROOT, records, steps).backend();
    const built = backend ?? join(ROOT, 'backend', 'dist');
    const postgres = await steps.run('Starting PostgreSQL with fsync', () => KillablePostgres.start(postgresFolderIn(folder), binaries));
    const receivers = await Receivers.start(folder);
    try {
      const world = new World(folder, postgres, receivers, await freePort(), built);
      await steps.run('Preparing the database', () =>
        new OneTimeProcesses(records).run({
          name: 'migrate',
          what: 'Preparing the database',
          script: join(built, 'main.migrate.js'),
          cwd: '/',
          logFile: join(folder, 'migrate.log'),
          environment: { ...plainEnvironment(), DATABASE_URL: postgres.urls.appUrl, DATABASE_OWNER_URL: postgres.urls.ownerUrl },
        }),
      );
      await world.seed((seed) => seed.organisation(HOST));
      return world;
    } catch (error) {
      await Promise.all([receivers.stop(), postgres.stop()]);
      throw error;
    }
  }

  seed<T>(work: (seed: Seed) => Promise<T>): Promise<T> {
    return this.postgres.work((client) => work(new Seed(client, this.secrets, this.organisationId)));
  }

  /** Starts API and worker and waits until they can work. */
  async open(): Promise<void> {
    this.api.start();
    this.worker.start();
    await this.untilReady();
  }

  /** @throws PlainError when the API has not become ready in two minutes */
  async untilReady(): Promise<void> {
    const began = performance.now();
    let last = 'no answer';
    while (performance.now() - began < READY_WITHIN_MS) {
      try {
        const answer = await fetch(`${this.address}/health/ready`, { signal: AbortSignal.timeout(5000) });
        if (answer.ok) return;
        last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
      } catch {
        // Not listening yet.
      }
      await sleep(100);
    }
    throw new PlainError(`The product did not become ready in two minutes (${last}). See ${this.folder}.`);
  }

  /** @param keep whether logs and data stay, for whoever has to find out what went wrong */
  async stop(keep: boolean): Promise<void> {
    await Promise.all([this.api.stop(), this.worker.stop()]);
    await Promise.all([this.receivers.stop(), this.postgres.stop()]);
    leaveCampaignFolder(this.folder, keep);
  }
}

/** Nothing of the environment that a campaign is started in may reach the product: it must not find anybody's real database. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, TZ } = process.env;
  return { PATH, HOME, LANG, TZ };
}

function productEnvironment(postgres: KillablePostgres, receivers: Receivers, port: number, keysDirectory: string): NodeJS.ProcessEnv {
  return {
    ...plainEnvironment(),
    NODE_ENV: 'development',
    HOST,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    DATABASE_URL: postgres.urls.appUrl,
    VUORO_KEYS_DIRECTORY: keysDirectory,
    SMS_GATEWAY_URL: receivers.smsUrl,
    SMTP_URL: receivers.smtpUrl,
    // Everything comes from one address, and rivals are quicker than people.
    VUORO_REQUESTS_PER_ADDRESS: '100000000',
    VUORO_REQUESTS_PER_PERSON: '100000000',
    VUORO_IDENTITY_CODES_PER_MINUTE: '100000000',
    VUORO_IDENTITY_CODES_PER_DAY: '100000000',
    VUORO_CITIZEN_CHANGES_PER_DAY: '100000000',
    VUORO_HOLDS_OF_A_TIME_PER_DAY: '100000000',
  };
}
