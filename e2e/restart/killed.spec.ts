import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { isPortFree } from '../../dev/src/ports.ts';
import { stopLeftover } from '../../dev/src/postgres/cluster.ts';
import { stateDirectory } from '../../dev/src/postgres/places.ts';
import { identify, type ProcessIdentity } from '../../dev/src/processes.ts';
import { RunRecords } from '../../dev/src/start/run-records.ts';
import { readApi } from '../src/support/api.ts';
import { type FreeTime, type OwnReservation, ownContacts, signInCitizen } from '../src/support/citizen.ts';
import type { SentMessage } from '../src/support/mailbox.ts';
import { expect, test } from '../src/support/test.ts';
import { addresses, PORT_VARIABLE } from '../src/system/addresses.ts';
import { fourFreePorts } from '../src/system/ports.ts';
import { ROOT } from '../src/system/root.ts';
import { type RunningSystem, START_OF_TIME, startSystem } from '../src/system/start-system.ts';

/** Types that everybody may book; of each a person may have one at a time. */
const TYPES = ['eroaika', 'elatussopimuksen-jatkoaika', 'elatussopimuksen-muutosaika', 'valitystilin-infoaika', 'viittomakielinen-aika'];
const PROCESSES = ['dev', 'api', 'worker', 'PostgreSQL'] as const;
/** A second start may take this long on a machine that does nothing else. */
const GOAL_OF_A_RESTART_S = 20;
const LEASE_MS = 3 * 60_000;

let system: RunningSystem;
let port: number;
const began = Date.now();

test.beforeAll(async () => {
  port = await fourFreePorts();
  process.env[PORT_VARIABLE] = String(port);
  system = await startSystem(port);
});

test.afterAll(async () => {
  // A launcher that was killed has left the others behind.
  await new RunRecords(system.data).stopLeftovers();
  await stopLeftover(clusterOf(system));
  await system.stop(join(ROOT, 'e2e', 'test-results', 'logs'));
});

test('whatever is killed with -9, one process, the launcher or all at once, every booking is kept, each message comes, and Ctrl-C ends everything', async ({
  visitors,
  mailbox,
}) => {
  const aino = await visitors.open();
  await signInCitizen(aino, 'Aino Esimerkki');
  const { phone, email } = await ownContacts(aino);
  const since = new Date();
  const booked: string[] = [];

  for (const [index, victim] of PROCESSES.entries()) {
    await test.step(`${victim} is killed, and the next booking is made all the same`, async () => {
      kill(identityOf(victim));
      booked.push(await book(aino, TYPES[index] ?? ''));
      await everythingAnswers();
    });
  }

  await test.step('the launcher alone is killed: the next start ends what it left behind, and goes on', async () => {
    kill(identityOf('start'));
    await startAgain();
    expect(await bookedOf(aino)).toEqual(expect.arrayContaining(booked));
  });

  await test.step('everything is killed at once, right after a booking', async () => {
    booked.push(await book(aino, TYPES[PROCESSES.length] ?? ''));
    for (const identity of [...recorded(), identityOf('PostgreSQL')]) kill(identity);
    await startAgain();
  });

  await test.step('every booking that was acknowledged is there, once', async () => {
    expect((await bookedOf(aino)).sort()).toEqual([...booked].sort());
  });

  await test.step('each is told of once by text message, and by e-mail', async () => {
    const about = async (channel: SentMessage['channel'], to: string) =>
      (await mailbox.sentTo([to], since)).filter((message) => message.channel === channel).map((message) => message.text);
    await expect.poll(async () => (await about('SMS', phone)).length, { timeout: 5 * 60_000 }).toBe(booked.length);
    await expect.poll(async () => new Set(await about('EMAIL', email)).size, { timeout: 60_000 }).toBe(booked.length);
    expect(new Set(await about('SMS', phone)).size).toBe(booked.length);
  });

  await test.step('Ctrl-C ends every process and frees every port', async () => {
    const running = [...recorded(), identityOf('PostgreSQL')];
    expect(await system.interrupt()).toBe(0);
    expect(running.filter((identity) => identify(identity.pid)?.startedAt === identity.startedAt)).toEqual([]);
    expect(await Promise.all([0, 1, 2, 3].map((offset) => isPortFree(port + offset)))).toEqual([true, true, true, true]);
  });
});

function clusterOf({ data }: RunningSystem): string {
  return join(stateDirectory(join(data, 'postgres')), 'cluster');
}

function identityOf(name: string): ProcessIdentity {
  if (name !== 'PostgreSQL') return JSON.parse(readFileSync(join(system.data, 'run', `${name}.json`), 'utf8')) as ProcessIdentity;
  const identity = identify(Number(readFileSync(join(clusterOf(system), 'postmaster.pid'), 'utf8').split('\n')[0]));
  if (identity === undefined) throw new Error('PostgreSQL does not run.');
  return identity;
}

/** Every process that the launcher has written down, itself among them. */
function recorded(): ProcessIdentity[] {
  return readdirSync(join(system.data, 'run')).map((file) => identityOf(file.replace(/\.json$/, '')));
}

function kill({ pid, startedAt }: ProcessIdentity): void {
  expect(identify(pid)?.startedAt).toBe(startedAt);
  process.kill(pid, 'SIGKILL');
}

/** On the same data, the product's clock as much later as the machine's, and so much that no lease of the killed is left. */
async function startAgain(): Promise<void> {
  const asked = performance.now();
  system = await startSystem(port, {
    data: system.data,
    clock: new Date(Date.parse(START_OF_TIME) + Date.now() - began + LEASE_MS).toISOString(),
  });
  const seconds = (performance.now() - asked) / 1000;
  process.stdout.write(`    Started again in ${seconds.toFixed(1)} s (goal: ${GOAL_OF_A_RESTART_S} s)\n`);
}

/** The launcher has brought back whatever was killed. */
async function everythingAnswers(): Promise<void> {
  const { application, dev } = addresses();
  const answers = async (address: string): Promise<boolean> =>
    fetch(address, { signal: AbortSignal.timeout(5000) }).then(
      (answer) => answer.ok,
      () => false,
    );
  await expect.poll(() => answers(`${application}/health/ready`), { timeout: 60_000 }).toBe(true);
  await expect.poll(() => answers(`${dev}/mailbox`), { timeout: 60_000 }).toBe(true);
  const gone = () => recorded().filter(({ pid, startedAt }) => identify(pid)?.startedAt !== startedAt);
  await expect.poll(gone, { timeout: 60_000 }).toEqual([]);
}

/** Books the first free time of a type, and insists on it with the same key until somebody says yes. @returns the reservation's id */
async function book(page: Page, slug: string): Promise<string> {
  return page.evaluate(async (type) => {
    /** Tries again while nobody answers, or the answer is that it is not possible just now. */
    const insist = async (path: string, request: RequestInit = {}): Promise<unknown> => {
      let last = '';
      for (let tried = 0; tried < 300; tried += 1) {
        try {
          const answer = await fetch(path, request);
          last = await answer.text();
          if (answer.ok) return JSON.parse(last) as unknown;
          if (answer.status < 500 && !last.includes('IDEMPOTENCY_IN_PROGRESS')) break;
        } catch (error) {
          last = String(error);
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw new Error(`${path}: ${last}`);
    };
    const { id, modes } = (await insist(`/api/v1/public/appointment-types/${type}`)) as { id: string; modes: string[] };
    const { items } = (await insist(`/api/v1/public/free-times?appointmentTypeId=${id}`)) as { items: FreeTime[] };
    const body = JSON.stringify({ offeredTimeId: items[0]?.id, mode: modes[0], eligibilityConfirmed: true });
    const headers = { 'Content-Type': 'application/json', 'X-Requested-By': 'vuoro', 'Idempotency-Key': crypto.randomUUID() };
    return ((await insist('/api/v1/citizen/reservations', { method: 'POST', headers, body })) as { id: string }).id;
  }, slug);
}

async function bookedOf(page: Page): Promise<string[]> {
  const { items } = await readApi<{ items: readonly OwnReservation[] }>(page, '/api/v1/citizen/reservations?when=upcoming&limit=50');
  return items.filter(({ status }) => status === 'BOOKED').map(({ id }) => id);
}
