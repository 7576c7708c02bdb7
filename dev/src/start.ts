import { dirname, relative, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorCode, messageOf, PlainError } from './plain-error.ts';
import { isRunning } from './processes.ts';
import { announcement } from './start/announcement.ts';
import { diskFull } from './start/checks.ts';
import { Machine } from './start/machine.ts';
import { HELP, readOptions, type StartOptions } from './start/options.ts';
import { resetData } from './start/reset.ts';
import { RunRecords } from './start/run-records.ts';
import { Steps } from './start/steps.ts';

// `npm start`, run by dev/start.mjs under Node 24: brings up everything, says where it is, and ends it again.

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env, root);
  if (options.help) return void process.stdout.write(HELP);
  const steps = new Steps();
  const records = new RunRecords(options.dataDirectory);
  refuseSecond(records, options);
  if (options.reset) {
    await records.stopLeftovers();
    if (!(await resetData(options, (process.env['DATABASE_URL'] ?? '') !== ''))) return steps.say('Nothing was deleted.');
  }
  const machine = new Machine(root, options, records, steps);
  const shutDown = stopOnSignals(machine, records, steps);
  try {
    const firstDay = await machine.start(() => records.begin());
    steps.say(`\n${announcement(options.port, firstDay, shortest(join(options.dataDirectory, 'logs')))}`);
  } catch (error) {
    await shutDown(error);
  }
}

/** A path as one reads it best: within the project from there, elsewhere whole. */
function shortest(path: string): string {
  const within = relative(root, path);
  return within.startsWith('..') ? path : within;
}

function refuseSecond(records: RunRecords, options: StartOptions): void {
  const other = records.running();
  if (other !== undefined && isRunning(other)) {
    throw new PlainError(
      `Vuoro already runs on ${options.dataDirectory} (process ${other.pid}). Stop it with Ctrl-C in its window, or with: kill ${other.pid}`,
    );
  }
}

/** Ctrl-C, a polite kill, or the end of whoever started us: everything ends, once. @returns the same for a failed start */
function stopOnSignals(machine: Machine, records: RunRecords, steps: Steps): (failure?: unknown) => Promise<void> {
  let ending: Promise<void> | undefined;
  const end = async (failure?: unknown): Promise<void> => {
    if (failure === undefined) steps.say('\nStopping …');
    await machine.stop();
    records.end();
    if (failure === undefined) steps.say('Stopped.');
    else report(failure);
    process.exit(failure === undefined ? 0 : 1);
  };
  // A window that was closed takes no more text, and that must not stop us from stopping.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const endOnce = (failure?: unknown): Promise<void> => (ending ??= end(failure));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void endOnce());
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void endOnce();
  }, 1000).unref();
  return endOnce;
}

function report(error: unknown): void {
  const plain = errorCode(error) === 'ENOSPC' ? diskFull(root, 0) : error;
  const text = plain instanceof PlainError ? plain.message : plain instanceof Error ? (plain.stack ?? plain.message) : messageOf(plain);
  process.stderr.write(`\n${text}\n`);
}

main().catch((error: unknown) => {
  report(error);
  process.exit(1);
});
