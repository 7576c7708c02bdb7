import { newId } from '../../../backend/src/kernel/ids.ts';
import { reservationIn, send, succeeded, type Wish } from './browser.ts';
import type { Report } from './report.ts';
import { differenceOf, insist, type Fulfilled, type Troubles } from './wishes.ts';
import type { World } from './world.ts';

const AT_ONCE = 8;
const OTHER_BODIES = 50;
const PARALLEL = 10;

/** After the restart: every key again, some with another body, and one new wish many times at the same moment. */
export async function checkAgain(
  world: World,
  report: Report,
  fulfilled: readonly Fulfilled[],
  offeredTimeIds: readonly string[],
): Promise<void> {
  const { address, postgres } = world;
  const troubles: Troubles = { broken: 0, failing: 0, inProgress: 0 };
  const before = await postgres.count('SELECT id FROM reservation_event');
  const different: string[] = [];
  await inLanes(fulfilled, async ({ citizen, wish, answer }) => {
    const difference = differenceOf(answer, await insist(address, citizen, wish, troubles));
    if (difference !== undefined) different.push(difference);
  });
  report.say('Asked again after a restart', fulfilled.length);
  report.empty('Other answers for the same key', different);

  const refused: number[] = [];
  const others = fulfilled.filter(({ wish }) => wish.kind !== 'cancel').slice(-OTHER_BODIES);
  await inLanes(others, async ({ citizen, wish }) => {
    const offeredTimeId = offeredTimeIds.find((id) => id !== wish.offeredTimeId) ?? '';
    refused.push((await send(address, citizen, { ...wish, offeredTimeId })).status);
  });
  report.say('Asked with another body', others.length);
  report.none('Answers to another body that are not 422', refused.filter((status) => status !== 422).length, refused[0]);
  report.none('Changes that the repetitions made', (await postgres.count('SELECT id FROM reservation_event')) - before);
  await checkParallel(world, report, offeredTimeIds, fulfilled);
}

/** One wish ten times at the same moment is one booking, and all are told of the same one. */
async function checkParallel(
  world: World,
  report: Report,
  offeredTimeIds: readonly string[],
  fulfilled: readonly Fulfilled[],
): Promise<void> {
  const citizen = fulfilled[0]?.citizen;
  if (citizen === undefined) return report.none('Nothing was asked at all', 1);
  const troubles: Troubles = { broken: 0, failing: 0, inProgress: 0 };
  for (const offeredTimeId of offeredTimeIds) {
    const wish: Wish = { kind: 'book', key: newId(), offeredTimeId };
    const answers = await Promise.all(Array.from({ length: PARALLEL }, () => insist(world.address, citizen, wish, troubles)));
    const [first] = answers;
    if (first === undefined || !succeeded(first)) continue;
    report.empty(
      'Different answers to one wish in parallel',
      answers.flatMap((answer) => differenceOf(first, answer) ?? []),
    );
    const events = await world.postgres.count('SELECT id FROM reservation_event WHERE reservation_id = $1', [reservationIn(first).id]);
    return report.none('Executions of it beyond the first', events - 1);
  }
  return report.none('Times to book in parallel, none of them free', offeredTimeIds.length);
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
