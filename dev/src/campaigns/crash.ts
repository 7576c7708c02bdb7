import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../../backend/src/kernel/ids.ts';
import { seededRandom } from '../../../backend/src/kernel/random.ts';
import { send, succeeded } from './browser.ts';
import { checkAgain } from './idempotency-checks.ts';
import { deadlocksInLog, scan } from './invariants.ts';
import { carryOut, planKills, type PlannedKill } from './kills.ts';
import { Load } from './load.ts';
import { checkMessages, untilSent } from './message-checks.ts';
import type { CrashOptions } from './options.ts';
import { Report } from './report.ts';
import type { Citizen, OfferedTime } from './seed.ts';
import { finalStates, type Fulfilled } from './wishes.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;
const EMPLOYEES = 8;
/** Fewer than employees: the room decides now and then. */
const ROOMS = [2, 4, 4, 6, 8];
const TIMES_EACH = 24;
/** A lease of two minutes, the scan of the minute after it, and some room. */
const PATIENCE_S = 300;
const HURRIED_PATIENCE_S = 60;
/** The refusals that a citizen who books, moves and cancels at random may meet. */
const EXPECTED_REFUSALS = new Set(['TIME_TAKEN', 'TIME_NOT_OFFERED', 'OWN_OVERLAP']);

/** Kills processes under load, and says what became of what was promised. */
export async function runCrash(world: World, options: CrashOptions): Promise<Report> {
  const report = new Report();
  const random = seededRandom(`crash/${options.seed}`);
  const { citizens, offeredTimeIds } = await prepare(world, options.citizens);
  const existing = await reservationIds(world);
  const kills = planKills(options.kills, options.seconds, random.fork('kills'));
  const load = new Load(world.address, offeredTimeIds);
  load.start(citizens, random.fork('load'));
  await Promise.all([carryOut(world, kills), sleep(options.seconds * 1000)]);
  await load.stop();
  await world.untilReady();

  describe(report, kills, load);
  await checkRows(world, report, load.fulfilled, existing);
  await world.api.stop();
  world.api.start();
  await world.untilReady();
  await checkAgain(world, report, load.fulfilled, offeredTimeIds);
  if (options.hurry) await putWorkerAhead(world, citizens[0] as Citizen, offeredTimeIds);
  report.say('Seconds until every due message was sent', await untilSent(world, options.hurry ? HURRIED_PATIENCE_S : PATIENCE_S));
  await checkMessages(world, report);
  return report;
}

/** Citizens and times that they may book. */
export async function prepare(world: World, count: number): Promise<{ citizens: Citizen[]; offeredTimeIds: string[] }> {
  return world.seed(async (seed) => {
    const office = await seed.office(EMPLOYEES, ROOMS);
    const citizens = await seed.citizens(count);
    const begin = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 96 * HOUR_MS;
    // Every other hour, and every third time half an hour later: times of one employee overlap now and then.
    const times: OfferedTime[] = office.employeeIds.flatMap((_, employee) =>
      Array.from({ length: TIMES_EACH }, (__, n) => ({
        office,
        employee,
        minutes: 60,
        startsAt: new Date(begin + n * 0.75 * HOUR_MS),
      })),
    );
    return { citizens, offeredTimeIds: await seed.offer(times) };
  });
}

function describe(report: Report, kills: readonly PlannedKill[], load: Load): void {
  const count = (victim: string): string => `${kills.filter((kill) => kill.victim === victim).length} ${victim}`;
  const done = (kind: string): number => load.fulfilled.filter(({ wish, answer }) => wish.kind === kind && succeeded(answer)).length;
  report.say('Kills with SIGKILL', `${kills.length}: ${['API', 'worker', 'PostgreSQL'].map(count).join(', ')}`);
  report.say('Wishes', load.fulfilled.length);
  report.say('Acknowledged', `${done('book')} bookings, ${done('move')} moves, ${done('cancel')} cancellations`);
  report.say('Refused', load.fulfilled.filter(({ answer }) => !succeeded(answer)).length);
  const { broken, failing, inProgress } = load.troubles;
  report.say('Tried again', `${broken} broken connections, ${failing} answers of 5xx, ${inProgress} in progress`);
  report.empty('Wishes without an answer, or with two', load.failures);
  report.empty(
    'Refusals that nothing explains',
    load.fulfilled.filter(({ answer }) => !succeeded(answer) && !EXPECTED_REFUSALS.has(answer.code ?? '')),
  );
}

interface ReservationRow {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly starts_at: Date;
}

export async function reservationIds(world: World): Promise<Set<string>> {
  return new Set((await world.postgres.rows<{ id: string }>('SELECT id FROM reservation')).map(({ id }) => id));
}

/** The rows against what the citizens were told: both ways, and each change once. */
export async function checkRows(
  world: World,
  report: Report,
  fulfilled: readonly Fulfilled[],
  existing: ReadonlySet<string>,
): Promise<void> {
  const { postgres } = world;
  const told = finalStates(fulfilled);
  const rows = (await postgres.rows<ReservationRow>('SELECT id, version, status, starts_at FROM reservation')).filter(
    ({ id }) => !existing.has(id),
  );
  const there = new Map(rows.map((row) => [row.id, row]));
  const isAsTold = (row: ReservationRow | undefined, version: number, status: string, startsAt: string): boolean =>
    row?.version === version && row.status === status && row.starts_at.getTime() === Date.parse(startsAt);
  report.empty(
    'Lost, or other than acknowledged',
    [...told.values()].filter(({ id, version, status, startsAt }) => !isAsTold(there.get(id), version, status, startsAt)),
  );
  report.empty(
    'Reservations that nobody was told of',
    rows.filter(({ id }) => !told.has(id)),
  );
  const changes = (await postgres.rows<{ reservation_id: string }>('SELECT reservation_id FROM reservation_event')).filter(
    (event) => !existing.has(event.reservation_id),
  );
  report.none('Changes too many or too few', changes.length - fulfilled.filter(({ answer }) => succeeded(answer)).length);
  const keys = new Set(fulfilled.map(({ wish }) => wish.key));
  const written = await postgres.rows<{ key: string }>(`SELECT key FROM idempotency_key WHERE principal = ANY ($1)`, [
    [...new Set(fulfilled.map(({ citizen }) => `CITIZEN:${citizen.clientId}`))],
  ]);
  report.empty(
    'Keys that nobody has sent',
    written.filter(({ key }) => !keys.has(key)),
  );
  const { overlaps, ghosts } = await scan(postgres);
  report.none('Overlaps', overlaps);
  report.none('Ghosts', ghosts);
  report.none('Deadlocks in the log', deadlocksInLog(postgres));
  report.say('Restarts by their own will', `${world.api.gaveUp} API, ${world.worker.gaveUp} worker`);
}

/**
 * Lets the leases of killed workers be over at once instead of in two minutes: the worker's clock stands three minutes ahead, and one
 * more booking makes it look for due messages.
 */
async function putWorkerAhead(world: World, citizen: Citizen, offeredTimeIds: readonly string[]): Promise<void> {
  await world.worker.stop();
  world.worker.start({ VUORO_CLOCK: new Date(Date.now() + 3 * 60_000).toISOString() });
  for (const offeredTimeId of offeredTimeIds) {
    const answer = await send(world.address, citizen, { kind: 'book', key: newId(), offeredTimeId });
    if (succeeded(answer)) return;
  }
  throw new Error('No time was left to wake the worker with.');
}
