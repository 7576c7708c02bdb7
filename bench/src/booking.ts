import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { bookingsToMake, type BookingToMake } from './booking-inputs.ts';
import { checkBookings } from './booking-checks.ts';
import { connected } from './connection.ts';
import { ApiConnections } from './http.ts';
import { record } from './recording.ts';
import { recordTwice, Replay, type Recorded } from './replay.ts';
import type { Result } from './report.ts';
import { measureRounds, reduced, type Slice } from './rounds.ts';
import { ratioOf, median } from './statistics.ts';
import type { World } from './world/world.ts';

const clients = 8;
const warmUpMillis = 4000;
const sliceMillis = 2000;
/** More than the fastest machine makes in all slices; the office has as many open times. */
const mostBookings = 14_000;
const drainPatienceMillis = 20_000;

/** Benchmark 3: whole bookings by eight citizens at once, against eight bare connections that run the same statements. */
export async function benchBooking(world: World, say: (text: string) => void): Promise<readonly Result[]> {
  const inputs = await bookingsToMake(world, mostBookings);
  const next = (): BookingToMake => inputs.pop() ?? assert.fail('There are no bookings left to make.');
  const api = new ApiConnections(world.apiPort, clients);
  const bare = await Promise.all(Array.from({ length: clients }, () => connected(world.appUrl)));
  const booked: string[] = [];
  try {
    const overHttp = async (booking: BookingToMake): Promise<string> => {
      const id = await book(api, booking);
      booked.push(id);
      return id;
    };
    const recordings = await recordTwice(() => recorded(world, next(), overHttp));
    const replay = new Replay(...recordings, () => world.product.newId());
    // Only now: until here the server's log had to hold nothing but one booking.
    world.startWorker();
    const replayed: BookingToMake[] = [];
    say(`3 book: ${replay.statements} statements a booking; warming up and measuring …`);
    const product = slice(world, next, () => (booking) => overHttp(booking));
    const counterpart = slice(world, next, (worker) => async (booking) => {
      replayed.push(booking);
      await replay.run(bare[worker] ?? assert.fail(), particularsOf(booking));
    });
    await product(warmUpMillis);
    await counterpart(warmUpMillis);
    const rounds = await measureRounds(
      () => product(sliceMillis),
      () => counterpart(sliceMillis),
    );
    await drained(world);
    await checkBookings(world.admin, booked, replayed);
    return [
      {
        what: '3 book, 8 clients',
        unit: '/s',
        sides: ['HTTP', 'bare pg'],
        ratio: ratioOf(reduced(rounds, median)),
        floor: 0.35,
        goal: 0.55,
        better: 'greater',
      },
    ];
  } finally {
    api.close();
    await Promise.all(bare.map((client) => client.end()));
  }
}

/** Bookings by eight at once for so long; gives the rate, in bookings a second. */
function slice(
  world: World,
  next: () => BookingToMake,
  maker: (worker: number) => (booking: BookingToMake) => Promise<unknown>,
): (millis: number) => ReturnType<Slice> {
  return async (millis) => {
    await seenJustNow(world.admin);
    await drained(world);
    let made = 0;
    const start = performance.now();
    const work = async (_: unknown, worker: number): Promise<void> => {
      const make = maker(worker);
      for (; performance.now() < start + millis; made += 1) await make(next());
    };
    await Promise.all(Array.from({ length: clients }, work));
    return [made / ((performance.now() - start) / 1000)];
  };
}

/** Who books has clicked within the minute: so the session is not written anew, as it was not in the recording. */
async function seenJustNow(admin: pg.Client): Promise<void> {
  await admin.query('UPDATE session SET last_seen_at = $1', [new Date()]);
}

/** The worker's work of one slice must not burden the next one, which is of the other side. */
async function drained({ admin }: World): Promise<void> {
  const until = performance.now() + drainPatienceMillis;
  while (performance.now() < until) {
    const { rows } = await admin.query<{ waiting: number }>(
      `SELECT (SELECT count(*) FROM outbox_message)::int + (SELECT count(*) FROM notification WHERE due_at <= $1 AND state IN ('PLANNED', 'QUEUED', 'SENDING'))::int AS waiting`,
      [new Date()],
    );
    if (rows[0]?.waiting === 0) return;
    await sleep(50);
  }
}

async function book(api: ApiConnections, booking: BookingToMake): Promise<string> {
  const { status, body } = await api.post('/api/v1/citizen/reservations', {
    body: { offeredTimeId: booking.offeredTimeId, mode: 'VISIT' },
    headers: { cookie: booking.cookie, 'idempotency-key': booking.key },
  });
  assert.equal(status, 201, body);
  const { id, startsAt } = JSON.parse(body) as { id: string; startsAt: string };
  assert.equal(new Date(startsAt).getTime(), booking.startsAtMillis, 'The time that was asked for.');
  return id;
}

async function recorded(world: World, booking: BookingToMake, overHttp: (booking: BookingToMake) => Promise<string>): Promise<Recorded> {
  await seenJustNow(world.admin);
  const statements = await record(world.admin, world.logFile, async () => void (await overHttp(booking)));
  return { statements, particulars: particularsOf(booking) };
}

function particularsOf({
  offeredTimeId,
  employeeId,
  roomId,
  clientId,
  sessionHash,
  key,
  startsAt,
  endsAt,
}: BookingToMake): Record<string, string> {
  return { offeredTimeId, employeeId, roomId, clientId, sessionHash, key, startsAt, endsAt };
}
