import assert from 'node:assert/strict';
import type pg from 'pg';
import { connected } from './connection.ts';
import { ApiConnections } from './http.ts';
import { record, type Statement } from './recording.ts';
import { recordTwice, Replay } from './replay.ts';
import type { Result } from './report.ts';
import { measureRounds, reduced } from './rounds.ts';
import { median, percentile, ratioOf } from './statistics.ts';
import { PLACE } from './world/place.ts';
import type { World } from './world/world.ts';

/** Long enough for the compiler of the API to have seen it all. */
const warmUpMillis = 4000;
const sliceMillis = 2000;
const searchMillis = 500;

interface Reading {
  readonly name: string;
  readonly path: string;
  /** Throws when the answer is not what the data say. */
  check(body: string): Promise<void>;
}

interface Measured {
  /** HTTP against all statements of the request, BEGIN to COMMIT. */
  readonly result: Result;
  /** HTTP against the one statement that searches. */
  readonly strict: Result;
  readonly p99: Result;
}

/** Benchmark 1: the first fifty free times, one client. */
export async function benchSearch(world: World, say: (text: string) => void): Promise<readonly Result[]> {
  const path = `/api/v1/public/free-times?appointmentTypeId=${PLACE.typeId}&limit=50`;
  const { result, strict, p99 } = await measure(world, { name: '1 search', path, check: (body) => checkSearch(world, body) }, say);
  return [{ ...result, floor: 4, goal: 2 }, { ...p99, floor: 5, goal: 3 }, strict];
}

/** Benchmark 2: how many free times each day of a month has. */
export async function benchMonth(world: World, say: (text: string) => void): Promise<readonly Result[]> {
  const month = await nextMonth(world.admin);
  const path = `/api/v1/public/free-days?appointmentTypeId=${PLACE.typeId}&month=${month}`;
  const { result, strict } = await measure(world, { name: '2 month overview', path, check: (body) => checkMonth(world, month, body) }, say);
  return [{ ...result, floor: 3, goal: 1.5 }, strict];
}

async function measure(world: World, reading: Reading, say: (text: string) => void): Promise<Measured> {
  const api = new ApiConnections(world.apiPort, 1);
  const client = await connected(world.appUrl);
  try {
    const ask = async (): Promise<string> => {
      const { status, body } = await api.get(reading.path);
      assert.equal(status, 200, body);
      return body;
    };
    await reading.check(await ask());
    const replay = await recorded(world, ask);
    const search = searchStatement(replay.recorded);
    say(`${reading.name}: ${replay.recorded.length} statements a request; warming up and measuring …`);
    const strictP50s: number[] = [];
    const product = (): Promise<number[]> => timed(sliceMillis, ask);
    const bare = async (): Promise<number[]> => {
      strictP50s.push(median(await timedSearch(client, replay.recorded, search)));
      return timed(sliceMillis, () => replay.again.run(client, {}));
    };
    await timed(warmUpMillis, ask);
    await timed(warmUpMillis, () => replay.again.run(client, {}));
    const rounds = await measureRounds(product, bare);
    await reading.check(await ask());
    return resultsOf(reading, rounds, strictP50s);
  } finally {
    api.close();
    await client.end();
  }
}

function resultsOf(reading: Reading, rounds: Awaited<ReturnType<typeof measureRounds>>, strictP50s: readonly number[]): Measured {
  const p50 = reduced(rounds, median);
  const strictRounds = p50.map(({ product }, round) => ({ product, bare: median(strictP50s.slice(2 * round, 2 * round + 2)) }));
  const common = { unit: 'ms', floor: null, goal: null, better: 'smaller' } as const;
  return {
    result: { ...common, what: `${reading.name}, p50`, sides: ['HTTP', 'its SQL'], ratio: ratioOf(p50) },
    strict: { ...common, what: `  of it: the searching statement`, sides: ['HTTP', 'alone'], ratio: ratioOf(strictRounds) },
    p99: {
      ...common,
      what: `${reading.name}, p99 / p50`,
      sides: ['p99', 'p50'],
      ratio: ratioOf(rounds.map(({ product }) => ({ product: percentile(product, 0.99), bare: median(product) }))),
    },
  };
}

async function recorded(world: World, ask: () => Promise<unknown>): Promise<{ recorded: readonly Statement[]; again: Replay }> {
  const [first, second] = await recordTwice(async () => ({
    statements: await record(world.admin, world.logFile, async () => void (await ask())),
    particulars: {},
  }));
  return { recorded: first.statements, again: new Replay(first, second, () => world.product.newId()) };
}

function searchStatement(statements: readonly Statement[]): Statement {
  const found = statements.filter(({ text }) => /FROM offered_time\b/.test(text));
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`A search has ${found.length} statements on offered times instead of one.`);
  return found[0];
}

/** The searching statement alone, in a transaction that is the product's as far as row level security needs it. */
async function timedSearch(client: pg.Client, statements: readonly Statement[], { text, parameters }: Statement): Promise<number[]> {
  const scope = statements.find((statement) => statement.text.includes('set_config'));
  await client.query('START TRANSACTION');
  await client.query(scope?.text ?? '', [...(scope?.parameters ?? [])]);
  const millis = await timed(searchMillis, () => client.query(text, [...(parameters ?? [])]));
  await client.query('COMMIT');
  return millis;
}

/** Does it again and again for so long; gives how long each took, in milliseconds. */
async function timed(forMillis: number, work: () => Promise<unknown>): Promise<number[]> {
  const millis: number[] = [];
  const until = performance.now() + forMillis;
  for (let start = performance.now(); start < until; start = performance.now()) {
    await work();
    millis.push(performance.now() - start);
  }
  return millis;
}

/** The same question in other words, straight at the tables. */
async function checkSearch({ admin }: World, body: string): Promise<void> {
  const { items } = JSON.parse(body) as { items: { startsAt: string; unitId: string }[] };
  assert.equal(items.length, 50, 'A page has fifty items.');
  assert.ok(items.every((item) => item.unitId === PLACE.unitId));
  const { rows } = await admin.query<{ starts_at: Date }>(
    `SELECT starts_at FROM offered_time WHERE state = 'OPEN' AND appointment_type_id = $1 AND starts_at >= $2 GROUP BY starts_at ORDER BY starts_at LIMIT 50`,
    [PLACE.typeId, items[0]?.startsAt],
  );
  assert.deepEqual(
    items.map((item) => item.startsAt),
    rows.map((row) => row.starts_at.toISOString()),
    'The first fifty free starts, each once.',
  );
  const notice = new Date(items[0]?.startsAt ?? 0).getTime() - Date.now();
  assert.ok(notice > 24 * 3_600_000 - 60_000, 'Nothing within the minimum notice.');
}

async function checkMonth({ admin }: World, month: string, body: string): Promise<void> {
  const { rows } = await admin.query<{ date: string; count: number }>(
    `SELECT to_char(starts_at AT TIME ZONE 'Europe/Helsinki', 'YYYY-MM-DD') AS date, count(DISTINCT starts_at)::int AS count
       FROM offered_time WHERE state = 'OPEN' AND appointment_type_id = $1 AND to_char(starts_at AT TIME ZONE 'Europe/Helsinki', 'YYYY-MM') = $2
      GROUP BY 1 ORDER BY 1`,
    [PLACE.typeId, month],
  );
  assert.ok(rows.length >= 18, 'A month has its weekdays.');
  assert.deepEqual(JSON.parse(body), rows, 'Each day has as many starts as the table.');
}

/** The next whole month: wholly offered, and wholly beyond the minimum notice. */
async function nextMonth(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ month: string }>(`SELECT to_char(current_date + 1 + interval '1 month', 'YYYY-MM') AS month`);
  return rows[0]?.month ?? '';
}
