import { Clock } from '../../kernel/index.ts';
import { Keyring } from '../crypto/keyring.ts';
import { readKeyMaterial, type KeyMaterial } from '../crypto/key-material.ts';
import type { Transactions } from '../database/transactions.ts';
import { testEnvironment } from './test-environment.ts';

/** The keys of this test run, read as in production. */
export function testKeyMaterial(): KeyMaterial {
  return readKeyMaterial(testEnvironment().keysDirectory);
}

/** A keyring whose keys are loaded, ready for `new FieldCipher(keyring)`. */
export async function testKeyring(transactions: Transactions, clock: Clock): Promise<Keyring> {
  const keyring = new Keyring(transactions, clock, testKeyMaterial());
  await keyring.load();
  return keyring;
}
