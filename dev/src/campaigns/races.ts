import { newId } from '../../../backend/src/kernel/ids.ts';
import { seededRandom, type SeededRandom } from '../../../backend/src/kernel/random.ts';
import { reservationIn, send, succeeded, type Answer, type Wish } from './browser.ts';
import { deadlocks, deadlocksInLog, scan } from './invariants.ts';
import type { RaceOptions } from './options.ts';
import { Report, percentile } from './report.ts';
import type { Citizen, Office, OfferedTime } from './seed.ts';
import type { World } from './world.ts';

/** What the rivals of a round have in common. In all of them exactly one can win. */
const CONFLICTS = [
  'one employee',
  'a pair with a shared employee',
  'the last room',
  'overlapping times of one employee',
  'a pair of rooms',
] as const;
type Conflict = (typeof CONFLICTS)[number];

const HOUR_MS = 3_600_000;
const ROUND_MS = 2 * HOUR_MS;
/** As often as this many rounds have passed, two citizens try to swap their times. */
const SWAP_EVERY = 4;
const SPARES = 12;

interface Field {
  readonly desk: Office;
  readonly oneRoom: Office;
  readonly twoRooms: Office;
  readonly citizens: readonly Citizen[];
  /** Times of each round, and of each swap. */
  readonly rounds: readonly (readonly string[])[];
  readonly swaps: readonly (readonly [string, string])[];
}

interface Acknowledged {
  readonly reservationId: string;
  readonly offeredTimeId: string;
}

/** Lets rivals meet, round by round, and says what came of it. */
export async function runRaces(world: World, options: RaceOptions): Promise<Report> {
  const report = new Report();
  const random = seededRandom(`races/${options.seed}`);
  const field = await prepare(world, options);
  const before = { statistics: await deadlocks(world.postgres), log: deadlocksInLog(world.postgres) };
  const winners: Acknowledged[] = [];
  const answers: Answer[] = [];
  const wrong: string[] = [];
  for (const [round, times] of field.rounds.entries()) {
    const conflict = conflictOf(round);
    const result = await race(world, random.fork(`round ${round}`), field.citizens.slice(0, options.rivals), times);
    answers.push(...result.answers);
    winners.push(...result.winners);
    const problem = problemIn(result.answers, times);
    if (problem !== undefined) wrong.push(`round ${round} (${conflict}): ${problem}`);
  }
  for (const [n, pair] of field.swaps.entries()) {
    const swapped = await swap(world, field.citizens, pair);
    answers.push(...swapped.answers);
    winners.push(...swapped.kept);
    if (swapped.problem !== undefined) wrong.push(`swap ${n}: ${swapped.problem}`);
  }
  report.say('Rounds', `${field.rounds.length} of ${options.rivals} rivals, and ${field.swaps.length} swaps`);
  report.say('Requests', answers.length);
  report.say('Winners', answers.filter((answer) => answer.status === 201).length - field.swaps.length * 2);
  report.say('Refused with 409', answers.filter((answer) => answer.status === 409).length);
  report.say('Answer times, ms', `p50 ${percentile(answers.map(millis), 0.5)}, p99 ${percentile(answers.map(millis), 0.99)}`);
  report.empty(
    'Answers of 5xx',
    answers.filter((answer) => answer.status >= 500),
  );
  report.empty('Rounds that went wrong', wrong);
  report.none('Deadlocks by statistics', (await deadlocks(world.postgres)) - before.statistics);
  report.none('Deadlocks in the log', deadlocksInLog(world.postgres) - before.log);
  await checkRows(world, report, winners);
  return report;
}

const millis = (answer: Answer): number => answer.millis;

function conflictOf(round: number): Conflict {
  return CONFLICTS[round % CONFLICTS.length] ?? CONFLICTS[0];
}

async function prepare(world: World, { rounds, rivals }: RaceOptions): Promise<Field> {
  return world.seed(async (seed) => {
    const desk = await seed.office(4, []);
    const oneRoom = await seed.office(3, [4]);
    const twoRooms = await seed.office(4, [4, 8]);
    const citizens = await seed.citizens(Math.max(rivals, 2));
    // Whole hours from three days ahead; a round has its hours for itself, so that nothing of it meets another one.
    const begin = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 72 * HOUR_MS;
    const at = (n: number): number => begin + n * ROUND_MS;
    const ofRounds = Array.from({ length: rounds }, (_, round) => timesOf(conflictOf(round), at(round), { desk, oneRoom, twoRooms }));
    const offered = await seed.offer(ofRounds.flat());
    const swapCount = Math.ceil(rounds / SWAP_EVERY);
    const ofSwaps = await seed.offer(Array.from({ length: swapCount * 2 }, (_, n) => time(desk, n % 2, at(rounds + n))));
    await seed.offer(
      spares(
        [
          [desk, 3],
          [oneRoom, 2],
          [twoRooms, 3],
        ],
        at(0),
        at(rounds),
      ),
    );
    let next = 0;
    return {
      desk,
      oneRoom,
      twoRooms,
      citizens,
      rounds: ofRounds.map((times) => offered.slice(next, (next += times.length))),
      swaps: Array.from({ length: swapCount }, (_, n) => [ofSwaps[n * 2] ?? '', ofSwaps[n * 2 + 1] ?? ''] as const),
    };
  });
}

function time(office: Office, employee: number, startsAt: number, partner?: number): OfferedTime {
  return { office, employee, startsAt: new Date(startsAt), minutes: 60, ...(partner === undefined ? {} : { partner }) };
}

function timesOf(
  conflict: Conflict,
  startsAt: number,
  { desk, oneRoom, twoRooms }: Pick<Field, 'desk' | 'oneRoom' | 'twoRooms'>,
): OfferedTime[] {
  const half = startsAt + HOUR_MS / 2;
  switch (conflict) {
    case 'one employee':
      return [time(desk, 0, startsAt)];
    case 'a pair with a shared employee':
      return [time(desk, 0, startsAt, 2), time(desk, 1, half, 2)];
    case 'the last room':
      return [time(oneRoom, 0, startsAt), time(oneRoom, 1, half)];
    case 'overlapping times of one employee':
      return [time(desk, 0, startsAt), time(desk, 0, half)];
    case 'a pair of rooms':
      return [
        { ...time(twoRooms, 0, startsAt), rooms: [0, 1] },
        { ...time(twoRooms, 1, half), rooms: [1, 0] },
      ];
  }
}

/** Times that nobody books, spread over all rounds: whoever loses must be told of some. */
function spares(offices: readonly (readonly [office: Office, employee: number])[], from: number, to: number): OfferedTime[] {
  const step = Math.max(1, Math.floor((to - from) / SPARES / ROUND_MS)) * ROUND_MS;
  return Array.from({ length: SPARES }, (_, n) => from + n * step + 1.5 * HOUR_MS).flatMap((startsAt) =>
    offices.map(([office, employee]) => ({ ...time(office, employee, startsAt), minutes: 30 })),
  );
}

async function race(world: World, random: SeededRandom, rivals: readonly Citizen[], times: readonly string[]) {
  // Every time of the round has as many rivals as the others, in an order that the seed decides.
  const order = random.shuffle(rivals);
  const wishes = order.map((_, at): Wish => ({ kind: 'book', key: newId(), offeredTimeId: times[at % times.length] ?? '' }));
  const answers = await Promise.all(order.map((citizen, at) => send(world.address, citizen, wishes[at] as Wish)));
  const winners = answers.flatMap((answer, at): Acknowledged[] =>
    answer.status === 201 ? [{ reservationId: reservationIn(answer).id, offeredTimeId: wishes[at]?.offeredTimeId ?? '' }] : [],
  );
  return { answers, winners };
}

/** What is wrong with the answers of a round; undefined: nothing. */
function problemIn(answers: readonly Answer[], times: readonly string[]): string | undefined {
  const won = answers.filter((answer) => answer.status === 201).length;
  if (won !== 1) return `${won} winners`;
  for (const { status, code, body } of answers) {
    if (status === 201) continue;
    if (status !== 409 || code !== 'TIME_TAKEN') return `refused with ${status} ${code ?? ''}`;
    const alternatives = (body['alternatives'] ?? []) as readonly { id: string }[];
    if (alternatives.length !== 3) return `${alternatives.length} alternatives`;
    if (new Set(alternatives.map(({ id }) => id)).size !== 3) return 'an alternative twice';
    if (times.length === 1 && alternatives.some(({ id }) => times.includes(id))) return 'the taken time as an alternative';
  }
  return undefined;
}

/** Two citizens with a time each want each other's at the same moment: whatever they are told, nobody may be left without one. */
async function swap(world: World, citizens: readonly Citizen[], pair: readonly [string, string]) {
  const [a, b] = [citizens[0] as Citizen, citizens[1] as Citizen];
  const book = (citizen: Citizen, offeredTimeId: string) => send(world.address, citizen, { kind: 'book', key: newId(), offeredTimeId });
  const booked = [await book(a, pair[0]), await book(b, pair[1])];
  if (!booked.every(succeeded)) return { answers: booked, kept: [], problem: 'a time of its own could not be booked' };
  const [ofA, ofB] = booked.map(reservationIn);
  const move = (citizen: Citizen, reservation: ReturnType<typeof reservationIn> | undefined, offeredTimeId: string) =>
    send(world.address, citizen, {
      kind: 'move',
      key: newId(),
      offeredTimeId,
      reservation: { id: reservation?.id ?? '', version: reservation?.version ?? 0 },
    });
  const moved = await Promise.all([move(a, ofA, pair[1]), move(b, ofB, pair[0])]);
  const kept = moved.map((answer, at): Acknowledged => ({
    reservationId: (at === 0 ? ofA : ofB)?.id ?? '',
    offeredTimeId: pair[succeeded(answer) ? 1 - at : at] ?? '',
  }));
  const odd = moved.find((answer) => !succeeded(answer) && answer.code !== 'TIME_TAKEN');
  return { answers: [...booked, ...moved], kept, ...(odd === undefined ? {} : { problem: `${odd.status} ${odd.code ?? ''}` }) };
}

async function checkRows(world: World, report: Report, acknowledged: readonly Acknowledged[]): Promise<void> {
  const rows = await world.postgres.rows<{ id: string; offered_time_id: string }>(
    `SELECT id, offered_time_id FROM reservation WHERE status = 'BOOKED'`,
  );
  const there = new Map(rows.map((row) => [row.id, row.offered_time_id]));
  report.say('Acknowledged', acknowledged.length);
  report.empty(
    'Lost',
    acknowledged.filter(({ reservationId, offeredTimeId }) => there.get(reservationId) !== offeredTimeId),
  );
  const known = new Set(acknowledged.map(({ reservationId }) => reservationId));
  report.empty(
    'That nobody was told of',
    rows.filter(({ id }) => !known.has(id)),
  );
  const { overlaps, ghosts } = await scan(world.postgres);
  report.none('Overlaps', overlaps);
  report.none('Ghosts', ghosts);
  report.none('Processes that gave up', world.api.gaveUp + world.worker.gaveUp);
}
