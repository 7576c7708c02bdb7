import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

// The scripts of docker/backup where a disk, an operator or a kill puts something into their way. PostgreSQL's programs and age are stood in
// for by a line each: what they do to a real database is tried by `npm run campaign:restore`.

const scripts = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'docker', 'backup');
const folders: string[] = [];
const running: ChildProcess[] = [];
let folder = '';
const within = (...names: readonly string[]): string => join(folder, ...names);

const programs: Readonly<Record<string, string>> = {
  age: 'while [ $# -gt 0 ]; do case $1 in -R) shift ;; -o) shift; out=$1 ;; *) in=$1 ;; esac; shift; done; cat ${in:+"$in"} >"$out"',
  psql: 'case $* in *synchronous*) echo vuoro_wal ;; esac',
  pg_receivewal: 'echo "$*" >>"$CALLS"',
  pg_basebackup: 'echo "$*" >>"$CALLS"; exec sleep 60',
  pg_verifybackup: ':',
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vuoro-backup-'));
  folders.push(folder);
  for (const name of ['bin', 'store', 'store/base', 'spool', 'stage']) mkdirSync(within(name));
  for (const [name, line] of Object.entries(programs)) writeFileSync(within('bin', name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  writeFileSync(within('recipients'), 'age1recipient\n');
  writeFileSync(within('calls'), '');
});

after(() => {
  running.forEach(kill);
  for (const made of folders) rmSync(made, { recursive: true });
});

function environment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    PATH: `${within('bin')}:${process.env['PATH']}`,
    CALLS: within('calls'),
    PGHOST: 'postgres.invalid',
    VUORO_BACKUP_STORE: within('store'),
    VUORO_BACKUP_SPOOL: within('spool'),
    VUORO_BACKUP_STAGE: within('stage'),
    VUORO_BACKUP_RECIPIENTS: within('recipients'),
    ...more,
  };
}

function start(script: string, ...args: readonly string[]): ChildProcess {
  return startWith({}, script, ...args);
}

function startWith(more: NodeJS.ProcessEnv, script: string, ...args: readonly string[]): ChildProcess {
  const child = spawn(join(scripts, script), args, { env: environment(more), stdio: 'ignore', detached: true });
  running.push(child);
  return child;
}

/** With everything that it has started, as a host that loses its power does. */
function kill(child: ChildProcess): void {
  try {
    process.kill(-(child.pid as number), 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const began = performance.now(); !holds(); await sleep(50))
    assert.ok(performance.now() - began < 10_000, `${what}: ${readFileSync(within('calls'), 'utf8')}`);
}

const calls = (): number => readFileSync(within('calls'), 'utf8').split('\n').length - 1;

/** As the scripts name it. */
function aBaseBackup(ended: Date): string {
  const name = `${ended.toISOString().replace(/[-:]|\.\d+/g, '')}_000000010000000000000001.tar.gz.age`;
  writeFileSync(within('store', 'base', name), '');
  return name;
}

test('the receiver takes a disk with its lost+found, and leaves alone what is none of its log', async () => {
  const log = '000000010000000000000002';
  mkdirSync(within('spool', 'lost+found'));
  for (const name of [log, 'a note; $(x)']) writeFileSync(within('spool', name), '');
  const receiver = start('receive-wal.sh');
  await until('The receiver makes its slot', () => readFileSync(within('calls'), 'utf8').includes('--create-slot'));
  kill(receiver);
  assert.deepEqual(
    readdirSync(within('spool')).filter((name) => !name.startsWith('.')),
    ['a note; $(x)', 'lost+found'],
  );
  assert.deepEqual(readdirSync(within('store', 'wal')), [`${log}.gz.age`]);
});

test('a base backup that was due and was killed is made again at once', async () => {
  aBaseBackup(new Date());
  writeFileSync(within('store', 'base-backup-is-due'), '');
  const first = start('base-backup.sh', '--nightly');
  await until('The backup begins', () => calls() === 1);
  kill(first);
  start('base-backup.sh', '--nightly');
  await until('It begins again', () => calls() === 2);
  assert.ok(existsSync(within('store', 'base-backup-is-due.taken')));
});

test('the hour of the nightly backup may be written as 2 or as 02, and what is no hour is refused', async () => {
  writeFileSync(within('bin', 'date'), '#!/bin/sh\ncase $* in +%H) echo 02 ;; *) exec /bin/date "$@" ;; esac\n', { mode: 0o755 });
  aBaseBackup(new Date(Date.now() - 21 * 3_600_000));
  for (const [index, hour] of ['2', '02'].entries()) {
    const backup = startWith({ VUORO_BACKUP_HOUR: hour }, 'base-backup.sh', '--nightly');
    await until(`The backup of hour ${hour} begins`, () => calls() === index + 1);
    kill(backup);
  }
  for (const hour of ['24', 'two', '002', '-1', '2 ']) {
    const { status, stderr } = spawnSync(join(scripts, 'base-backup.sh'), ['--nightly'], {
      env: environment({ VUORO_BACKUP_HOUR: hour }),
      encoding: 'utf8',
      timeout: 5_000,
    });
    assert.deepEqual([status, stderr], [1, `VUORO_BACKUP_HOUR is ${hour}: it has to be an hour from 0 to 23.\n`]);
  }
});

test('a file that somebody lays beside the base backups is taken for none of them', () => {
  const name = aBaseBackup(new Date('2026-11-23T02:00:00Z'));
  for (const other of ['manual.tar.gz.age', `copy of ${name}`, '20261124T020000Z.tar.gz.age'])
    writeFileSync(within('store', 'base', other), '');
  const { stdout } = spawnSync('sh', ['-c', `. '${scripts}/lib.sh'; bases`], { env: environment(), encoding: 'utf8' });
  assert.deepEqual(stdout.trim().split('\n'), [name]);
});

test('a relative path is refused, since the log would not be found by it and its end be taken for the end of time', () => {
  for (const setting of ['STORE', 'SPOOL', 'STAGE', 'RECIPIENTS', 'IDENTITY', 'PASSWORD_FILE'].map((name) => `VUORO_BACKUP_${name}`)) {
    const { status, stderr } = spawnSync(join(scripts, 'restore.sh'), ['--to', within('target')], {
      env: environment({ [setting]: './store' }),
      encoding: 'utf8',
    });
    assert.deepEqual([status, stderr], [1, `${setting} names ./store: the path has to begin with /.\n`]);
  }
});
