import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { PlainError } from '../plain-error.ts';
import { stopLeftover } from '../postgres/cluster.ts';
import { stateDirectory } from '../postgres/places.ts';
import type { StartOptions } from './options.ts';

const GENERATED = [
  'postgres',
  'keys',
  'identity-provider',
  'mailbox',
  'logs',
  'run',
  'first-day',
  'demo-is-there',
  'external-database-password',
];

/**
 * Deletes what earlier starts made in the data folder, after a question.
 * @returns false when the person changed their mind
 * @throws PlainError when nobody can be asked, or the database is somebody else's
 */
export async function resetData(options: StartOptions, externalDatabase: boolean): Promise<boolean> {
  if (externalDatabase) {
    throw new PlainError(
      '--reset deletes the embedded database only; the one of DATABASE_URL is yours: empty it yourself, or unset DATABASE_URL.',
    );
  }
  const postgres = stateDirectory(join(options.dataDirectory, 'postgres'));
  if (!options.yes && (existsSync(options.dataDirectory) || existsSync(postgres)) && !(await confirmed(options.dataDirectory)))
    return false;
  await stopLeftover(join(postgres, 'cluster'));
  rmSync(postgres, { recursive: true, force: true });
  // By name, so that a folder given by mistake does not lose what was in it before.
  for (const name of GENERATED) rmSync(join(options.dataDirectory, name), { recursive: true, force: true });
  return true;
}

async function confirmed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new PlainError('--reset asks before it deletes all data, and here is nobody to ask; add --yes if you are sure.');
  const questions = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await questions.question(`Delete all data in ${folder}: bookings, keys and messages? [y/N] `);
    return /^(y|yes|k|kyllä)$/i.test(answer.trim());
  } finally {
    questions.close();
  }
}
