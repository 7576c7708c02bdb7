import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes the two secrets of the encryption that never stand in the database, 32 bytes each as base64, unless they are there.
 * @returns the folder, for VUORO_KEYS_DIRECTORY
 */
export function ensureKeys(dataDirectory: string): string {
  const folder = join(dataDirectory, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ['kek', 'index-key']) {
    const file = join(folder, name);
    if (existsSync(file)) continue;
    writeFileSync(`${file}.unfinished`, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    renameSync(`${file}.unfinished`, file);
  }
  return folder;
}
