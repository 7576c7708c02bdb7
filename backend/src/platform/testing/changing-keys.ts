import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyFilesOf, type KeyFiles } from '../crypto/key-material.ts';
import { testEnvironment } from './test-environment.ts';

type KeyName = 'kek' | 'index-key';

/** A keys directory of its own within that of the test run, whose keys it begins with: what an operator does with the files. */
export interface ChangingKeys extends KeyFiles {
  /** A new key beside the one in use. */
  putNext(name: KeyName): void;
  /** What the operator does when an exchange has ended. */
  rename(name: KeyName): void;
  remove(name: `${KeyName}.${'next' | 'previous'}`): void;
  copy(from: string, to: string): void;
}

export function changingKeys(): ChangingKeys {
  const { keysDirectory } = testEnvironment();
  const folder = mkdtempSync(join(keysDirectory, 'changing-'));
  const path = (name: string): string => join(folder, name);
  for (const name of ['kek', 'index-key']) copyFileSync(join(keysDirectory, name), path(name));
  return {
    read: () => keyFilesOf(folder).read(),
    putNext: (name) => writeFileSync(path(`${name}.next`), randomBytes(32).toString('base64')),
    rename: (name) => {
      renameSync(path(name), path(`${name}.previous`));
      renameSync(path(`${name}.next`), path(name));
    },
    remove: (name) => rmSync(path(name)),
    copy: (from, to) => copyFileSync(path(from), path(to)),
  };
}
