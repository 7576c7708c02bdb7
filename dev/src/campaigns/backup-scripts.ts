import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, cpSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../plain-error.ts';
import { giveToServer, makePrivateDirectory, serverIdentity } from '../postgres/places.ts';

const DOCKER = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'docker');
const PATIENCE_MS = 30_000;

export interface Outcome {
  readonly ok: boolean;
  readonly said: string;
}

/** The scripts of docker/backup as an installation runs them: as PostgreSQL's user, with directories and keys of their own. */
export class BackupScripts {
  readonly store: string;
  readonly spool: string;
  readonly identity: string;
  private readonly scripts: string;
  private readonly environment: NodeJS.ProcessEnv;
  private receiver: ChildProcess | undefined;
  private readonly log: string;

  /** @param adminUrl a superuser's address, to make the role with @param programs folder of PostgreSQL's programs */
  constructor(folder: string, adminUrl: string, programs: string) {
    // A clone may lie where PostgreSQL's user cannot look.
    this.scripts = join(folder, 'backup-scripts');
    cpSync(join(DOCKER, 'backup'), this.scripts, { recursive: true });
    chmodSync(this.scripts, 0o755);
    this.log = join(folder, 'receiver.log');
    const directory = (name: string): string => {
      makePrivateDirectory(join(folder, name));
      return join(folder, name);
    };
    this.store = directory('store');
    this.spool = directory('spool');
    const keys = directory('backup-keys');
    this.identity = join(keys, 'identity');
    const recipients = join(keys, 'recipients');
    const secret = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const password = join(keys, 'password');
    const files = {
      [this.identity]: secret,
      [recipients]: execFileSync('age-keygen', ['-y'], { input: secret, encoding: 'utf8' }),
      [password]: 'of-the-backup-role',
    };
    for (const [file, content] of Object.entries(files)) {
      writeFileSync(file, content, { mode: 0o600 });
      giveToServer(file);
    }
    const { PATH } = process.env;
    this.environment = {
      PATH: `${programs}:${PATH}`,
      HOME: folder,
      PGHOST: '127.0.0.1',
      PGPORT: new URL(adminUrl).port,
      VUORO_BACKUP_PASSWORD_FILE: password,
      VUORO_BACKUP_STORE: this.store,
      VUORO_BACKUP_SPOOL: this.spool,
      VUORO_BACKUP_STAGE: directory('stage'),
      VUORO_BACKUP_RECIPIENTS: recipients,
      VUORO_BACKUP_IDENTITY: this.identity,
    };
    execFileSync(join(programs, 'psql'), [
      '-qX',
      '-v',
      'backup_password=of-the-backup-role',
      '-f',
      join(DOCKER, 'postgres', 'backup-role.sql'),
      adminUrl,
    ]);
  }

  run(script: string, ...args: readonly string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(join(this.scripts, script), args, {
      cwd: '/',
      env: this.environment,
      encoding: 'utf8',
      ...serverIdentity(),
    });
    return { ok: status === 0, said: `${stdout}${stderr}`.trim() };
  }

  /** @throws PlainError with what the script said, when it fails */
  mustRun(script: string, ...args: readonly string[]): void {
    const { ok, said } = this.run(script, ...args);
    if (!ok) throw new PlainError(`${script} failed: ${said}`);
  }

  startReceiver(): void {
    const log = openSync(this.log, 'a');
    this.receiver = spawn(join(this.scripts, 'receive-wal.sh'), {
      cwd: '/',
      env: this.environment,
      stdio: ['ignore', log, log],
      ...serverIdentity(),
    });
    closeSync(log);
  }

  /** Waits until commits wait for the receiver. @throws PlainError after half a minute */
  async untilCommitsWait(): Promise<void> {
    for (const began = performance.now(); performance.now() - began < PATIENCE_MS; await sleep(200)) {
      const { ok, said } = this.run('synchronous.sh', 'status');
      if (ok && said.startsWith('Commits wait')) return;
    }
    throw new PlainError(`Commits do not wait for the receiver: ${readFileSync(this.log, 'utf8')}`);
  }

  async stopReceiver(): Promise<void> {
    const { receiver } = this;
    this.receiver = undefined;
    if (receiver === undefined || receiver.exitCode !== null) return;
    const ended = new Promise((resolve) => receiver.once('exit', resolve));
    receiver.kill('SIGTERM');
    await ended;
  }

  /** Every file of the store. */
  artefacts(): string[] {
    return ['base', 'wal'].flatMap((name) => readdirSync(join(this.store, name)).map((file) => join(this.store, name, file)));
  }
}
