import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, signal, stopProcess } from './processes.ts';
import { errorCode, messageOf, PlainError } from './plain-error.ts';
import { freePort } from './ports.ts';
import { findBinaries, type Binaries } from './postgres/binaries.ts';
import { initialise, launch, logTail, stopLeftover } from './postgres/cluster.ts';
import { stateDirectory } from './postgres/places.ts';
import {
  APPLICATION_ROLE,
  credentialsIn,
  ensureDatabase,
  ensureRoles,
  OWNER_ROLE,
  withConnection,
  type Credentials,
} from './postgres/roles.ts';

/** The connection addresses of one database. */
export interface DatabaseUrls {
  /** As the role that owns the schema: migrations and seeds. */
  readonly ownerUrl: string;
  /** As the role that API and worker use; row level security binds it. */
  readonly appUrl: string;
  /** As a superuser. */
  readonly adminUrl: string;
}

/** A PostgreSQL server that was started, or borrowed, together with the database `vuoro`. */
export interface PostgresServer extends DatabaseUrls {
  readonly port: number;
  /** Makes a database, empty or as a copy of another one that nobody is connected to; does nothing when it exists. */
  createDatabase(name: string, template?: string): Promise<DatabaseUrls>;
  /** Deletes a database and cuts whoever is connected to it; does nothing when there is none. */
  dropDatabase(name: string): Promise<void>;
  /** Ends the server: open transactions are rolled back, committed ones are kept. A borrowed server stays. */
  stop(): Promise<void>;
  /** Resolves when the server ends without having been asked to; never for a borrowed server. */
  readonly crashed: Promise<void>;
}

export interface StartPostgresOptions {
  /** Folder of this server's whole state; made when missing. */
  readonly dataDirectory: string;
  /** Port on 127.0.0.1; a free one when left out or 0. */
  readonly port?: number;
  /** False for throw-away test data only: no fsync. Commits stay synchronous in both cases. */
  readonly durable: boolean;
  /** Programs of another PostgreSQL than the embedded one. */
  readonly binaries?: Binaries | undefined;
  /** Called when a leftover server has been stopped and before the new one starts; it may refuse by throwing. */
  readonly beforeLaunch?: () => Promise<void>;
}

const DATABASE = 'vuoro';

/**
 * Starts the embedded PostgreSQL on a folder, with the roles `vuoro_owner` and `vuoro_app` and the database `vuoro`.
 * A server that an earlier, killed run left behind on the same folder is stopped first.
 * @throws PlainError with one sentence for people when it cannot be started
 */
export async function startPostgres(options: StartPostgresOptions): Promise<PostgresServer> {
  const state = stateDirectory(options.dataDirectory);
  const cluster = join(state, 'cluster');
  const logFile = join(state, 'server.log');
  mkdirSync(state, { recursive: true, mode: 0o755 });
  const credentials = credentialsIn(join(state, 'credentials.json'));
  const binaries = options.binaries ?? findBinaries();
  await initialise(binaries, cluster, credentials.postgres);
  await stopLeftover(cluster);
  await options.beforeLaunch?.();
  const port = options.port === undefined || options.port === 0 ? await freePort() : options.port;
  const child = await launchUntilReady(
    () => launch(binaries, cluster, port, options.durable, logFile),
    urlsOf(port, 'postgres', credentials).adminUrl,
    logFile,
  );
  await withConnection(urlsOf(port, 'postgres', credentials).adminUrl, async (client) => {
    await ensureRoles(client, credentials);
    await ensureDatabase(client, DATABASE);
  });
  return serverOf(child, port, credentials);
}

function serverOf(child: ChildProcess, port: number, credentials: Credentials): PostgresServer {
  let stopping = false;
  const crashed = new Promise<void>((resolve) =>
    child.once('exit', () => {
      if (!stopping) resolve();
    }),
  );
  const admin = urlsOf(port, 'postgres', credentials).adminUrl;
  return {
    ...urlsOf(port, DATABASE, credentials),
    port,
    crashed,
    ...databasesOf(admin, (name) => urlsOf(port, name, credentials)),
    async stop() {
      stopping = true;
      const identity = child.pid === undefined ? undefined : identify(child.pid);
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients, and writes a checkpoint.
      if (identity !== undefined) await stopProcess(identity, 'SIGINT', 15_000);
    },
  };
}

function databasesOf(admin: string, urls: (name: string) => DatabaseUrls): Pick<PostgresServer, 'createDatabase' | 'dropDatabase'> {
  return {
    async createDatabase(name, template) {
      await withConnection(admin, (client) => ensureDatabase(client, name, template));
      return urls(name);
    },
    async dropDatabase(name) {
      await withConnection(admin, (client) => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`));
    },
  };
}

/**
 * The same on a server that somebody else runs, for tests against another PostgreSQL: makes the roles there.
 * @param adminUrl a superuser's address, any database
 * @param stateFolder where the generated passwords of the two roles are kept
 */
export async function borrowPostgres(adminUrl: string, stateFolder: string): Promise<PostgresServer> {
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
  const credentials = credentialsIn(join(stateFolder, 'credentials.json'));
  const urls = (name: string): DatabaseUrls => ({
    adminUrl: rewritten(adminUrl, name),
    ownerUrl: rewritten(adminUrl, name, OWNER_ROLE, credentials.owner),
    appUrl: rewritten(adminUrl, name, APPLICATION_ROLE, credentials.application),
  });
  await withConnection(adminUrl, async (client) => {
    await ensureRoles(client, credentials);
    await ensureDatabase(client, DATABASE);
  });
  return {
    ...urls(DATABASE),
    port: Number(new URL(adminUrl).port || 5432),
    crashed: new Promise(() => undefined),
    ...databasesOf(adminUrl, urls),
    stop: () => Promise.resolve(),
  };
}

/** An address with another database, and another role when given. */
export function rewritten(url: string, database?: string, role?: string, password?: string): string {
  const changed = new URL(url);
  if (database !== undefined) changed.pathname = `/${database}`;
  if (role !== undefined) changed.username = role;
  if (password !== undefined) changed.password = password;
  return changed.toString();
}

function urlsOf(port: number, database: string, credentials: Credentials): DatabaseUrls {
  const url = (role: string, password: string): string => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    ownerUrl: url(OWNER_ROLE, credentials.owner),
    appUrl: url(APPLICATION_ROLE, credentials.application),
    adminUrl: url('postgres', credentials.postgres),
  };
}

async function launchUntilReady(start: () => ChildProcess, adminUrl: string, logFile: string): Promise<ChildProcess> {
  let problem = '';
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const child = start();
    const outcome = await untilReady(child, adminUrl);
    if (outcome === 'ready') return child;
    if (child.pid !== undefined) signal(child.pid, 'SIGKILL');
    problem = `${outcome}\n${logTail(logFile)}`;
    if (/No space left on device/.test(problem))
      throw new PlainError('The disk is full: PostgreSQL could not start. Free at least 1 GB and start again.');
    // After a kill of its main process the others need a moment to notice and to let go of the shared memory.
    if (!/shared memory block|is another postmaster/.test(problem)) break;
    await sleep(500);
  }
  throw new PlainError(`PostgreSQL did not start; its log ${logFile} ends with:\n${problem}`);
}

async function untilReady(child: ChildProcess, adminUrl: string): Promise<string> {
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = messageOf(error);
  });
  child.once('exit', (code, by) => {
    ended = `it ended at once (${by ?? String(code)})`;
  });
  // Recovery after a kill may take a while; a minute is far beyond what these sizes need.
  for (let step = 0; step < 2400 && ended === undefined; step += 1) {
    try {
      await withConnection(adminUrl, (client) => client.query('SELECT 1'));
      if (ended === undefined) return 'ready';
    } catch (error) {
      // 28P01: somebody answers, but with other passwords: not our server.
      if (errorCode(error) === '28P01') return 'another PostgreSQL answers on this port';
    }
    await sleep(25);
  }
  return ended ?? 'it does not answer';
}
