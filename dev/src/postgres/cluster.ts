import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, PlainError } from '../plain-error.ts';
import { identify, stopProcess } from '../processes.ts';
import type { Binaries } from './binaries.ts';
import { giveToServer, makePrivateDirectory, serverIdentity } from './places.ts';

const BIGGEST_LOG = 10_000_000;

/** Makes a new cluster, whole or not at all: one that was interrupted half way is thrown away. */
export async function initialise(binaries: Binaries, cluster: string, superuserPassword: string): Promise<void> {
  if (existsSync(cluster)) return;
  const unfinished = `${cluster}.unfinished`;
  const passwordFile = `${cluster}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  makePrivateDirectory(unfinished);
  try {
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    giveToServer(passwordFile);
    await run(binaries.initdb, [
      '-D',
      unfinished,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--locale=C.UTF-8',
      '--encoding=UTF8',
      '--no-instructions',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster);
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...serverIdentity() });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new PlainError(clusterFailure(output)))));
  });
}

function clusterFailure(output: string): string {
  if (/No space left on device/.test(output))
    return 'The disk is full: PostgreSQL could not create its data. Free at least 1 GB and start again.';
  if (/Permission denied/.test(output)) return `PostgreSQL may not write its data: ${output.trim().split('\n').pop() ?? ''}`;
  return `PostgreSQL could not create its data: ${output.trim()}`;
}

/** Stops the server that an earlier, killed run left behind in this cluster, and removes a stale lock file. */
export async function stopLeftover(cluster: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  const leftover = identify(pid);
  if (leftover !== undefined && serves(pid, cluster)) await stopProcess(leftover, 'SIGINT', 15_000);
  // The number may belong to a stranger by now; PostgreSQL would believe it and refuse to start.
  rmSync(lock, { force: true });
}

function serves(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}

/** Starts the server of a cluster in a process group of its own, so that Ctrl-C reaches it last. */
export function launch(binaries: Binaries, cluster: string, port: number, durable: boolean, logFile: string): ChildProcess {
  if (existsSync(logFile) && statSync(logFile).size > BIGGEST_LOG) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o644);
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // Acknowledged means written, in tests too: with it off, a killed server loses bookings that were confirmed.
    synchronous_commit: 'on',
    ...(durable ? { fsync: 'on', full_page_writes: 'on' } : { fsync: 'off', full_page_writes: 'off', max_wal_size: '4GB' }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    const child = spawn(binaries.postgres, ['-D', cluster, ...args], {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      ...serverIdentity(),
    });
    child.unref();
    return child;
  } catch (error) {
    throw new PlainError(`PostgreSQL could not be started: ${messageOf(error)}`);
  } finally {
    closeSync(log);
  }
}

/** The last lines of the server's log, for the message when it does not start. */
export function logTail(logFile: string, lines = 5): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}
