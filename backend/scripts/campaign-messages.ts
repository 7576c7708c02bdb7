import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { startPostgres } from '../../dev/src/postgres.ts';
import { OffsetClock } from '../src/kernel/clock.ts';
import { parseInstant } from '../src/kernel/index.ts';
import { seededRandom } from '../src/kernel/random.ts';
import { emptyQueuesSql } from '../src/platform/testing/empty-queues-sql.ts';
import { Bookings, type Booking } from './messages/bookings.ts';
import { product } from './messages/built.ts';
import { startReceivers, type Arrivals } from './messages/receivers.ts';
import { migrate, Workers } from './messages/workers.ts';

// Quality figure G2: 0 lost, stale or double messages while workers are killed and the queue is emptied.
// npm run campaign:messages -w backend -- --messages 20000 --kills 50 --flushes 3 --seed 1

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '10' },
    flushes: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
  },
});
const [messages, kills, flushes] = [Number(values.messages), Number(values.kills), Number(values.flushes)];
const random = seededRandom(`messages ${values.seed}`);
/** A message that is on its way when its reservation changes cannot be called back; longer than that is stale. */
const onTheWayMillis = 1000;
/** Before or after they were told; a small campaign does not wait for the last of a few. */
const changesWithinMillis = Math.min(30_000, messages * 100);

const folder = mkdtempSync(join(tmpdir(), 'vuoro-campaign-'));
const postgres = await startPostgres({ dataDirectory: join(folder, 'postgres'), durable: true });
const admin = new pg.Pool({ connectionString: postgres.adminUrl, max: 2 });
// "Ended" is said before the last socket is closed: a server that stops in between is no failure of the campaign.
admin.on('error', () => undefined);
const began = parseInstant('2026-11-24T08:00:00Z');
const clock = new OffsetClock(began);
const receivers = await startReceivers(clock);
const simulated = (): Date => clock.now().toJSDate();
const environment = (): Record<string, string> => ({
  NODE_ENV: 'development',
  LOG_LEVEL: 'fatal',
  DATABASE_URL: postgres.appUrl,
  DATABASE_OWNER_URL: postgres.ownerUrl,
  VUORO_KEYS_DIRECTORY: join(folder, 'keys'),
  SMS_GATEWAY_URL: receivers.smsUrl,
  SMTP_URL: receivers.smtpUrl,
  VUORO_CLOCK: simulated().toISOString(),
  PORT: '0',
});
mkdirSync(join(folder, 'keys'));
for (const name of ['kek', 'index-key']) writeFileSync(join(folder, 'keys', name), randomBytes(32).toString('base64'), { mode: 0o600 });

let exitCode = 1;
let app: INestApplicationContext | undefined;
try {
  await migrate(environment());
  Object.assign(process.env, environment());
  const { ApiModule } = await product<{ ApiModule: new () => object }>('api.module.js');
  app = await NestFactory.createApplicationContext(ApiModule, { logger: false });
  const bookings = await Bookings.prepare(app, clock, 100);
  const workers = new Workers(3, environment);
  await untilWorkersSend(bookings);
  await Promise.all([book(bookings), disturb(workers)]);
  await untilNothingIsOpen();
  await workers.stop();
  exitCode = (await report(bookings, receivers.arrivals, workers.kills)) ? 0 : 1;
} finally {
  // First whatever holds a connection: a server that ends under a pool would be the only failure one gets to read.
  await app?.close();
  await admin.end();
  await receivers.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(exitCode);

/** Three processes that start at once take their time. */
async function untilWorkersSend(bookings: Bookings): Promise<void> {
  await bookings.book();
  while (receivers.arrivals.size < 2) await wait(50);
}

/** Two messages a booking; two of five are moved, cancelled or both a little later. */
async function book(bookings: Bookings): Promise<void> {
  const changes: Promise<void>[] = [];
  for (let made = 0; made < messages / 2; made += 4) {
    await Promise.all([0, 1, 2, 3].map(() => bookings.book()));
    for (const booking of bookings.all.slice(-4)) {
      if (random.chance(0.4))
        changes.push(change(bookings, booking, random.int(0, changesWithinMillis), random.chance(0.5), random.chance(0.5)));
    }
    // Spread over the time of the kills, so that there is always something on its way.
    await wait(Math.min(40, (Math.max(kills, flushes) * 1500 * 8) / messages));
  }
  await Promise.all(changes);
}

async function change(bookings: Bookings, booking: Booking, afterMillis: number, moves: boolean, cancels: boolean): Promise<void> {
  await wait(afterMillis);
  if (moves) await bookings.move(booking);
  if (cancels) await bookings.cancel(booking);
}

async function disturb(workers: Workers): Promise<void> {
  const rounds = Math.max(kills, flushes);
  for (let done = 1; done <= rounds; done += 1) {
    await wait(random.int(500, 2500));
    if (done <= kills) await workers.killOne(random.int(0, 999) / 1000);
    if (Math.floor((done * flushes) / rounds) > Math.floor(((done - 1) * flushes) / rounds)) await admin.query(emptyQueuesSql);
  }
}

/** What a killed worker had claimed is due again after two minutes. */
async function untilNothingIsOpen(): Promise<void> {
  for (let seconds = 0; seconds < 600; seconds += 1) {
    const { rows } = await admin.query(
      `SELECT count(*)::int AS count FROM notification WHERE state IN ('PLANNED','QUEUED','SENDING') AND due_at <= $1`,
      [simulated()],
    );
    if (rows[0].count === 0) return;
    await wait(1000);
  }
}

interface Row {
  readonly id: string;
  readonly reservation_id: string;
  readonly kind: string;
  readonly state: string;
  readonly planned_version: number;
  readonly due: boolean;
}

/** Prints the figures; true when there is nothing to explain. */
async function report(bookings: Bookings, arrivals: Arrivals, killed: number): Promise<boolean> {
  const { rows } = (await admin.query(`SELECT id, reservation_id, kind, state, planned_version, due_at <= $1 AS due FROM notification`, [
    simulated(),
  ])) as { rows: Row[] };
  const byId = new Map(bookings.all.map((booking) => [booking.id, booking]));
  const sent = rows.filter((row) => row.state === 'SENT');
  const lost = rows.filter(
    (row) =>
      (row.state === 'SENT' && !arrivals.has(row.id)) ||
      row.state === 'FAILED' ||
      (row.due && !['SENT', 'PERHAPS_SENT', 'SKIPPED'].includes(row.state)),
  );
  const denied = rows.filter((row) => row.state === 'SKIPPED' && arrivals.has(row.id));
  const untold = bookings.all.filter(
    (booking) => sent.filter((row) => row.reservation_id === booking.id && row.planned_version === booking.version).length !== 2,
  );
  const stale = rows.filter((row) => {
    const replacedAt = byId.get(row.reservation_id)?.committedAt[row.planned_version];
    return replacedAt !== undefined && (arrivals.get(row.id) ?? []).some((at) => at > replacedAt + onTheWayMillis);
  });
  const known = new Set(rows.map((row) => row.id));
  const unknown = [...arrivals.keys()].filter((key) => !known.has(key));
  const earlyReminders = rows.filter((row) => row.kind === 'REMINDER' && arrivals.has(row.id));
  const waits = sent
    .flatMap((row) => {
      const committedAt = byId.get(row.reservation_id)?.committedAt[row.planned_version - 1];
      const arrivedAt = arrivals.get(row.id)?.[0];
      return committedAt === undefined || arrivedAt === undefined ? [] : [arrivedAt - committedAt];
    })
    .sort((a, b) => a - b);
  const repeated = [...arrivals.values()].filter((times) => times.length > 1).length;
  const figures = {
    bookings: bookings.all.length,
    planned: rows.length,
    sent: sent.length,
    kills: killed,
    'queue emptied': flushes,
    lost: lost.length,
    untold: untold.length,
    stale: stale.length,
    'came, though told as skipped': denied.length,
    'perhaps sent': rows.filter((row) => row.state === 'PERHAPS_SENT').length,
    unknown: unknown.length,
    'reminders before their day': earlyReminders.length,
    'sent again under the same key': repeated,
    'commit to arrival, median ms': waits[Math.floor(waits.length / 2)] ?? 0,
    'commit to arrival, 95 % ms': waits[Math.floor(waits.length * 0.95)] ?? 0,
    seconds: Math.round(clock.now().diff(began).as('seconds')),
  };
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(32)} ${String(value)}\n`);
  return lost.length + untold.length + stale.length + denied.length + unknown.length + earlyReminders.length === 0 && sent.length > 0;
}
