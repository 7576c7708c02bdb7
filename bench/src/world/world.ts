import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { PlainError } from '../../../dev/src/plain-error.ts';
import { freePort } from '../../../dev/src/ports.ts';
import { startPostgres, type PostgresServer } from '../../../dev/src/postgres.ts';
import { stateDirectory } from '../../../dev/src/postgres/places.ts';
import { ensureKeys } from '../../../dev/src/start/keys.ts';
import { connected } from '../connection.ts';
import { makeCalendar } from './calendar.ts';
import { makeClients } from './clients.ts';
import { makePlace } from './place.ts';
import { BACKEND, loadProduct, ROOT, type Product } from './product.ts';

const startPatienceSteps = 600;

/** Everything the bench measures against, in a folder of its own that goes away with it. */
export interface World {
  readonly appUrl: string;
  /** A superuser's connection: for generating, recording and checking, never for measuring. */
  readonly admin: pg.Client;
  readonly logFile: string;
  readonly product: Product;
  readonly apiPort: number;
  /** Starts the worker; until then nobody but the API uses the database. */
  startWorker(): void;
  stop(): Promise<void>;
}

/** Builds the backend, starts PostgreSQL with durable settings, migrates, generates the data and starts the API. */
export async function makeWorld(options: { readonly profile: boolean }, say: (text: string) => void): Promise<World> {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'vuoro-bench-'));
  // mkdtemp closes the folder to others, among them the user that PostgreSQL runs as.
  chmodSync(folder, 0o755);
  const children: ChildProcess[] = [];
  let server: PostgresServer | undefined;
  let admin: pg.Client | undefined;
  const stop = async (): Promise<void> => {
    for (const child of children) await ended(child);
    await admin?.end().catch(() => undefined);
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    server = await startPostgres({ dataDirectory: folder, durable: true });
    const apiPort = await freePort();
    const environment = environmentOf(server, ensureKeys(folder), apiPort);
    runNode(join(BACKEND, 'main.migrate.js'), { ...environment, DATABASE_OWNER_URL: server.ownerUrl });
    admin = await connected(server.adminUrl);
    const product = await loadProduct(admin, environment.VUORO_KEYS_DIRECTORY);
    say('Generating 50 employees, 20,000 clients, 100,000 reservations …');
    await generate(admin, product);
    const start = (name: string, parameters: readonly string[] = []): void =>
      void children.push(startNode(join(BACKEND, `main.${name}.js`), environment, join(folder, `${name}.log`), parameters));
    start('api', options.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(ROOT, 'bench', '.cache')}`] : []);
    await untilReady(apiPort, children, join(folder, 'api.log'));
    return {
      appUrl: server.appUrl,
      admin,
      logFile: join(stateDirectory(folder), 'server.log'),
      product,
      apiPort,
      startWorker: () => start('worker'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function generate(admin: pg.Client, product: Product): Promise<void> {
  await admin.query('BEGIN');
  // Five million look-ups of foreign keys between rows that are made from each other would cost a minute.
  await admin.query('SET LOCAL session_replication_role = replica');
  await makePlace(admin);
  await makeClients(admin, product);
  await makeCalendar(admin);
  await admin.query('COMMIT');
  await admin.query('VACUUM (ANALYZE)');
  // What generating left to be written must not be written while we measure.
  await admin.query('CHECKPOINT');
}

function environmentOf(server: PostgresServer, keysDirectory: string, port: number) {
  return {
    ...process.env,
    NODE_ENV: 'development',
    DATABASE_URL: server.appUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'info',
    VUORO_KEYS_DIRECTORY: keysDirectory,
    // One machine stands for thousands of citizens.
    VUORO_REQUESTS_PER_ADDRESS: '100000000',
    VUORO_REQUESTS_PER_PERSON: '100000000',
    VUORO_IDENTITY_CODES_PER_MINUTE: '100000000',
    VUORO_IDENTITY_CODES_PER_DAY: '100000000',
    VUORO_CITIZEN_CHANGES_PER_DAY: '100000000',
    VUORO_HOLDS_OF_A_TIME_PER_DAY: '100000000',
  };
}

/** Into a folder of the bench's own: whoever builds or starts the product meanwhile must not exchange what is measured. */
function build(): void {
  const { status, stdout } = spawnSync(
    'npx',
    ['tsc', '-p', 'backend/tsconfig.build.json', '--outDir', BACKEND, '--tsBuildInfoFile', join(BACKEND, '.tsbuildinfo')],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new PlainError(`The backend cannot be built:\n${stdout}`);
}

function runNode(script: string, environment: NodeJS.ProcessEnv): void {
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: ROOT, env: environment, encoding: 'utf8' });
  if (status !== 0) throw new PlainError(`${script} failed:\n${stderr}`);
}

function startNode(script: string, environment: NodeJS.ProcessEnv, logFile: string, parameters: readonly string[]): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [...parameters, script], { cwd: ROOT, env: environment, stdio: ['ignore', log, log] });
  closeSync(log);
  return child;
}

async function untilReady(port: number, children: readonly ChildProcess[], logFile: string): Promise<void> {
  for (let step = 0; step < startPatienceSteps && children.every((child) => child.exitCode === null); step += 1) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  throw new PlainError(`The API does not become ready. The end of its log:\n${readFileSync(logFile, 'utf8').slice(-3000)}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await exit;
  clearTimeout(impatience);
}
