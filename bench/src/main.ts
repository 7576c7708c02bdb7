import { parseArgs } from 'node:util';
import { messageOf, PlainError } from '../../dev/src/plain-error.ts';
import { benchBooking } from './booking.ts';
import { connected } from './connection.ts';
import { benchMonth, benchSearch } from './reading.ts';
import { machineFacts, tableOf, verdictOf } from './report.ts';
import { makeWorld } from './world/world.ts';

const say = (text: string): void => console.error(`[${(performance.now() / 1000).toFixed(0)} s] ${text}`);

/** Exit code: 0 all floors reached, 1 one missed, refused or wrong. */
async function main(): Promise<number> {
  const { profile } = optionsOf(process.argv.slice(2));
  say('Building, starting PostgreSQL and migrating …');
  const world = await makeWorld({ profile }, say);
  const interrupted = new Promise<never>((_resolve, reject) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => reject(new PlainError('Interrupted.')));
  });
  try {
    return await Promise.race([measured(world), interrupted]);
  } finally {
    await world.stop();
  }
}

async function measured(world: Awaited<ReturnType<typeof makeWorld>>): Promise<number> {
  const client = await connected(world.appUrl);
  const facts = await machineFacts(client).finally(() => client.end());
  const results = [...(await benchSearch(world, say)), ...(await benchMonth(world, say)), ...(await benchBooking(world, say))];
  console.log(`\n50 employees · 100,000 reservations in two years · 12 weeks of offered times\n${facts}`);
  console.log(`three rounds of A B A B, medians; ${(performance.now() / 1000).toFixed(0)} s in all\n`);
  console.log(tableOf(results));
  const failed = results.filter((result) => ['MISSED', 'REFUSED'].includes(verdictOf(result)) && result.floor !== null);
  return failed.length === 0 ? 0 : 1;
}

function optionsOf(args: readonly string[]): { profile: boolean } {
  try {
    const { values } = parseArgs({ args: [...args], options: { profile: { type: 'boolean', default: false } } });
    return { profile: values.profile };
  } catch (error) {
    throw new PlainError(`${messageOf(error)}\nUsage: npm run bench [-- --profile]`);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}
