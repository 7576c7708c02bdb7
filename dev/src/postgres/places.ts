import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root; then it runs as this user (`nobody`), who owns nothing else here. */
export const UNPRIVILEGED = 65534;

/** True when this process is root, so that PostgreSQL must run as somebody else. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether the unprivileged user can enter a folder: every folder on the way has to let others through. */
export function isReachable(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && !letsThrough(folder)) return false;
    if (dirname(folder) === folder) return true;
  }
}

function letsThrough(folder: string): boolean {
  const { mode, uid } = statSync(folder);
  return (mode & 0o001) !== 0 || (uid === UNPRIVILEGED && (mode & 0o100) !== 0);
}

/** A folder that outlives restarts and that the unprivileged user can reach. */
export function cacheDirectory(): string {
  if (!runsAsRoot()) return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'vuoro');
  const wanted = '/var/cache/vuoro';
  try {
    mkdirSync(wanted, { recursive: true, mode: 0o755 });
    return wanted;
  } catch {
    return join(tmpdir(), 'vuoro-cache');
  }
}

/**
 * Where the state of a database server is really kept: the folder asked for, or, when PostgreSQL's user cannot reach
 * that one (a clone under a closed home folder), a folder of the cache that is named after it.
 */
export function stateDirectory(wanted: string): string {
  if (!runsAsRoot() || isReachable(wanted)) return wanted;
  return join(cacheDirectory(), `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`);
}

/** Makes a folder that only PostgreSQL's user may enter. */
export function makePrivateDirectory(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  giveToServer(path);
}

/** Makes PostgreSQL's user the owner of a file or folder. */
export function giveToServer(path: string): void {
  if (runsAsRoot()) chownSync(path, UNPRIVILEGED, UNPRIVILEGED);
}

/** The user and group to start PostgreSQL's programs with. */
export function serverIdentity(): { uid?: number; gid?: number } {
  return runsAsRoot() ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};
}
