import { Clock } from '../../kernel/index.ts';
import type { IndexKeys } from '../crypto/blind-index.ts';
import { Keyring } from '../crypto/keyring.ts';
import { keyFilesOf, readKeyMaterial, type KeyFiles, type KeyMaterial, type NamedKey } from '../crypto/key-material.ts';
import type { Transactions } from '../database/transactions.ts';
import { testEnvironment } from './test-environment.ts';

/** The keys of this test run, read as in production. */
export function testKeyMaterial(): KeyMaterial {
  return readKeyMaterial(testEnvironment().keysDirectory);
}

export function testKeyFiles(): KeyFiles {
  return keyFilesOf(testEnvironment().keysDirectory);
}

/**
 * One index key in use, for `new BlindIndex` without a database; that of the test run unless another is given.
 * @param before keys of the past that are held still
 */
export function oneIndexKey(key: NamedKey = testKeyMaterial().indexKey.current, ...before: readonly NamedKey[]): IndexKeys {
  return {
    indexKey: () => key,
    indexKeysInUse: () => [key],
    indexKeysHeld: () => [key, ...before],
    holdIndexKeys: () => Promise.resolve(),
  };
}

/** A keyring whose keys are loaded, ready for `new FieldCipher(keyring)`. */
export async function testKeyring(transactions: Transactions, clock: Clock): Promise<Keyring> {
  const keyring = new Keyring(transactions, clock, testKeyFiles());
  await keyring.load();
  return keyring;
}
