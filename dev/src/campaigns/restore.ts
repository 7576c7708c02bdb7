import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../../../backend/src/kernel/ids.ts';
import { seededRandom } from '../../../backend/src/kernel/random.ts';
import { installedPostgres, binariesIn } from '../postgres/installed.ts';
import { makePrivateDirectory, stateDirectory } from '../postgres/places.ts';
import { BackupScripts } from './backup-scripts.ts';
import { reservationIn, send, succeeded } from './browser.ts';
import { checkRows, prepare, reservationIds } from './crash.ts';
import { KillablePostgres } from './killable-postgres.ts';
import { Load } from './load.ts';
import type { RestoreOptions } from './options.ts';
import { Report } from './report.ts';
import type { Citizen } from './seed.ts';
import { sealsBeyond, unfaithfulSeals } from './usage-log-checks.ts';
import type { World } from './world.ts';

const RTO_S = 60;
/** Only in the clear in the database, and therefore what shows that a search finds anything at all. */
const NAME = 'Esimerkki';
const CANARIES = [NAME, 'Perheoikeudelliset', '+35850100', '@example.invalid'];

/** Loses the data directory under bookings, restores it, and then once more as it was at a chosen second. */
export async function runRestore(world: World, options: RestoreOptions): Promise<Report> {
  const report = new Report();
  const { postgres } = world;
  const programs = installedPostgres();
  const scripts = new BackupScripts(world.folder, postgres.urls.adminUrl, programs);
  // One of them only before the load, whose keys are counted.
  const { citizens: all, offeredTimeIds } = await prepare(world, options.citizens + 1);
  const [first, ...citizens] = all as [Citizen, ...Citizen[]];
  scripts.startReceiver();
  try {
    await scripts.untilCommitsWait();
    await checkWaiting(report, world, scripts, first, offeredTimeIds);
    const existing = await reservationIds(world);
    const load = new Load(world.address, offeredTimeIds);
    load.start(citizens, seededRandom(`restore/${options.seed}`));
    await sleep(options.seconds * 1000);
    scripts.mustRun('base-backup.sh');
    await sleep(options.seconds * 1000);
    const seals = await sealsBeyond(postgres, 0);

    const lost = performance.now();
    await postgres.killForGood();
    await scripts.stopReceiver();
    const before = load.fulfilled.filter(({ answer }) => succeeded(answer)).length;
    checkClear(report, 'Files of the store that show something of a client', scripts.artefacts());
    report.none('Searches that find nothing in the open', filesWith([postgres.cluster], [NAME]).length === 0 ? 1 : 0);
    report.none('Identifiers in the open on the database disk', filesWith([postgres.cluster], ['+35850100', '@example.invalid']).length);
    rmSync(postgres.cluster, { recursive: true });
    makePrivateDirectory(postgres.cluster);
    scripts.mustRun('restore.sh', '--to', postgres.cluster);
    await postgres.startAgain();
    // What is written before the receiver is back must not be missing from the log either.
    await postgres.rows('SELECT pg_switch_wal()');
    await postgres.rows('CHECKPOINT');
    scripts.startReceiver();
    await world.untilReady();
    const seconds = (performance.now() - lost) / 1000;
    report.say('Seconds from the loss until the product works', seconds.toFixed(1));
    report.none(`Longer than ${RTO_S} seconds`, seconds > RTO_S ? 1 : 0);
    await scripts.untilCommitsWait();
    report.say('Seconds until commits wait for the receiver again', ((performance.now() - lost) / 1000).toFixed(1));
    await sleep(2000);
    await load.stop();
    report.say('Acknowledged before the loss', before);
    report.say('Acknowledged in all', load.fulfilled.filter(({ answer }) => succeeded(answer)).length);
    report.empty('Wishes without an answer, or with two', load.failures);
    await checkRows(world, report, load.fulfilled, existing);
    report.say('Seals of the usage log before the loss', seals.length);
    report.none('Usage logs without a seal before the loss', seals.length === 0 ? 1 : 0);
    report.empty('Seals that are gone or say something else', await unfaithfulSeals(postgres, seals));

    await checkInstant(world, report, scripts, programs, citizens, offeredTimeIds);
    await postgres.rows('SELECT pg_switch_wal()');
    // Its last act is to encrypt what is full.
    await sleep(2000);
    await scripts.stopReceiver();
    checkRefusals(world, report, scripts);
  } finally {
    await scripts.stopReceiver();
  }
  return report;
}

/** Without the receiver nobody is told that a booking was made; with it, the same wish is answered. */
async function checkWaiting(
  report: Report,
  world: World,
  scripts: BackupScripts,
  citizen: Citizen,
  offeredTimeIds: readonly string[],
): Promise<void> {
  await scripts.stopReceiver();
  const booking = send(world.address, citizen, { kind: 'book', key: newId(), offeredTimeId: offeredTimeIds[0] as string });
  const early = await Promise.race([booking, sleep(2000)]);
  report.none('Bookings acknowledged while the receiver was away', early === undefined ? 0 : 1, early);
  scripts.startReceiver();
  const { status } = await booking;
  report.none('Bookings that were not acknowledged when it was back', status === 201 ? 0 : 1, status);
  await scripts.untilCommitsWait();
}

/** What came before a chosen second is there, and what came after it is not. */
async function checkInstant(
  world: World,
  report: Report,
  scripts: BackupScripts,
  programs: string,
  citizens: readonly Citizen[],
  offeredTimeIds: readonly string[],
): Promise<void> {
  const book = async (): Promise<string> => {
    for (const citizen of citizens)
      for (const offeredTimeId of offeredTimeIds) {
        const answer = await send(world.address, citizen, { kind: 'book', key: newId(), offeredTimeId });
        if (succeeded(answer)) return reservationIn(answer).id;
      }
    throw new Error('No time was left to book.');
  };
  const early = await book();
  await sleep(1100);
  const until = new Date(Math.ceil(Date.now() / 1000) * 1000);
  await sleep(until.getTime() - Date.now() + 100);
  const late = await book();
  const folder = join(world.folder, 'then');
  const state = stateDirectory(folder);
  mkdirSync(state, { recursive: true, mode: 0o755 });
  cpSync(join(stateDirectory(join(world.folder, 'postgres')), 'credentials.json'), join(state, 'credentials.json'));
  makePrivateDirectory(join(state, 'cluster'));
  const began = performance.now();
  scripts.mustRun('restore.sh', '--to', join(state, 'cluster'), '--until', until.toISOString());
  report.say('Seconds to restore a chosen second', ((performance.now() - began) / 1000).toFixed(1));
  const then = await KillablePostgres.start(folder, binariesIn(programs));
  try {
    const there = await then.rows<{ id: string }>('SELECT id FROM reservation WHERE id = ANY ($1)', [[early, late]]);
    report.none('Bookings from before the chosen second that are missing', there.some(({ id }) => id === early) ? 0 : 1);
    report.none('Bookings from after the chosen second', there.some(({ id }) => id === late) ? 1 : 0);
  } finally {
    await then.stop();
  }
}

/** What must not be restored, or not there, is refused with its name. */
function checkRefusals(world: World, report: Report, scripts: BackupScripts): void {
  const refused = (name: string, because: string, ...args: readonly string[]): void => {
    const { ok, said } = scripts.run('restore.sh', ...args);
    report.none(name, ok || !said.includes(because) ? 1 : 0, said);
  };
  refused('Data directories that were restored over', `${world.postgres.cluster} is not empty`, '--to', world.postgres.cluster);
  const target = join(world.folder, 'refused');
  makePrivateDirectory(target);
  refused(
    'Instants before the first backup that were restored',
    'No base backup is as old as',
    '--to',
    target,
    '--until',
    '2020-01-01T00:00:00Z',
  );
  // Of base backups the newest, of the log the last full file: both are needed to come to the present.
  const newest = newestOf(scripts.artefacts(), /\.tar\.gz\.age$/);
  const log = newestOf(scripts.artefacts(), /\/[0-9A-F]{24}\.gz\.age$/);
  const whole = readFileSync(log);
  damage(log);
  refused('Damaged files of the log that were restored', log, '--to', target);
  writeFileSync(log, whole);
  damage(newest);
  refused('Damaged base backups that were restored', newest.split('/').at(-1) as string, '--to', target);
  report.none('Files left by what was refused', readdirSync(target).length);
}

function newestOf(files: readonly string[], form: RegExp): string {
  const found = files
    .filter((file) => form.test(file))
    .sort()
    .at(-1);
  if (found === undefined) throw new Error(`There is no file ${form.source} in the store.`);
  return found;
}

function damage(file: string): void {
  const content = readFileSync(file);
  const at = content.length - 100;
  content[at] = (content[at] ?? 0) ^ 1;
  writeFileSync(file, content);
}

function checkClear(report: Report, name: string, files: readonly string[]): void {
  report.say('Files in the store', files.length);
  report.empty(name, filesWith(files, CANARIES));
}

function filesWith(paths: readonly string[], words: readonly string[]): string[] {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
          entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
        )
      : [path],
  );
  return files.filter((file) => {
    const content = readFileSync(file);
    return words.some((word) => content.includes(word));
  });
}
