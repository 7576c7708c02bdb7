import { messageOf, PlainError } from '../plain-error.ts';
import type { Binaries } from '../postgres/binaries.ts';
import type { CampaignOptions } from './options.ts';
import type { Report } from './report.ts';
import { World } from './world.ts';

/** A campaign from the command line: prints its figures, and fails when one of them must not be. */
export async function runCampaign<T extends CampaignOptions>(
  name: string,
  read: (args: readonly string[]) => T,
  run: (world: World, options: T) => Promise<Report>,
  binaries: () => Binaries | undefined = () => undefined,
): Promise<void> {
  let world: World | undefined;
  let failed = true;
  // Ctrl-C must not leave servers behind.
  const interrupted = new Promise<never>((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => reject(new PlainError('Interrupted.')));
  });
  // While the servers are still starting nobody waits for it yet.
  interrupted.catch(() => undefined);
  try {
    const options = read(process.argv.slice(2));
    print(`Campaign ${name}: ${JSON.stringify(options)}`);
    world = await World.start(options.backend, undefined, binaries());
    await world.open();
    const began = performance.now();
    const report = await Promise.race([run(world, options), interrupted]);
    failed = report.failures.length > 0;
    print(
      `\n${report.text}\n\n${failed ? '✗ Failed' : '✓ Passed'} in ${((performance.now() - began) / 1000).toFixed(0)} s, seed ${options.seed}`,
    );
  } catch (error) {
    process.stderr.write(
      `${error instanceof PlainError || !(error instanceof Error) ? messageOf(error) : (error.stack ?? error.message)}\n`,
    );
  } finally {
    await world?.stop(failed);
    if (failed && world !== undefined) print(`Logs and data: ${world.folder}`);
  }
  process.exit(failed ? 1 : 0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
