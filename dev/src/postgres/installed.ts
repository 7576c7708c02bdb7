import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from '../plain-error.ts';
import type { Binaries } from './binaries.ts';

const DEBIAN = '/usr/lib/postgresql';
const NEEDED = ['initdb', 'postgres', 'psql', 'pg_ctl', 'pg_basebackup', 'pg_receivewal', 'pg_verifybackup', 'pg_controldata'];

/**
 * The folder of a PostgreSQL that the machine has, whole: the embedded one cannot make base backups.
 * @throws PlainError when there is none, or no `age` to encrypt with
 */
export function installedPostgres(): string {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  if (!path.some((folder) => isProgram(join(folder, 'age')))) throw new PlainError('age is not installed: apt-get install age.');
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...debian.map((version) => join(DEBIAN, version, 'bin')), ...path];
  const found = folders.find((folder) => NEEDED.every((name) => isProgram(join(folder, name))));
  if (found === undefined)
    throw new PlainError(
      'There is no PostgreSQL with its client programs here, and the embedded one lacks them: apt-get install postgresql.',
    );
  return found;
}

export function binariesIn(folder: string): Binaries {
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
