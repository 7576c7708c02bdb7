import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { newId, SystemClock } from '../../kernel/index.ts';
import { raceWith, testDatabase, testKeyMaterial } from '../testing/index.ts';
import { CiphertextRefused, keyIdOf } from './envelope.ts';
import { FieldCipher } from './field-cipher.ts';
import { Keyring } from './keyring.ts';

const db = await testDatabase();
const clock = new SystemClock();
const keyringOf = (transactions = db.transactions, material = testKeyMaterial()) => new Keyring(transactions, clock, material);
const phone = (rowId: string) => ({ table: 'client', column: 'phone', rowId });

beforeEach(() => db.reset());

describe('the keyring', () => {
  it('makes one first key when several processes start at once', async () => {
    const keyrings = await raceWith(db, 6, async (transactions) => {
      const keyring = keyringOf(transactions);
      await keyring.load();
      return keyring.currentOf('data').id;
    });
    const ids = keyrings.map((result) => (result.status === 'fulfilled' ? result.value : (result.reason as Error)));
    expect(new Set(ids).size).toBe(1);
    expect(await db.admin.query(`SELECT count(*)::int AS keys FROM encryption_key WHERE id LIKE 'data-%'`)).toEqual([{ keys: 1 }]);
  });

  it('lets another process read what this one wrote', async () => {
    const [ours, theirs] = [keyringOf(), keyringOf()];
    await ours.load();
    await theirs.load();
    const row = newId();
    const text = new FieldCipher(ours).encrypt('+358500000001', phone(row));
    expect(new FieldCipher(theirs).decrypt(text, phone(row))).toBe('+358500000001');
  });

  it('refuses a ciphertext that was copied from one row into another', async () => {
    const keyring = keyringOf();
    await keyring.load();
    const cipher = new FieldCipher(keyring);
    const [mine, yours] = [newId(), newId()];
    expect(() => cipher.decrypt(cipher.encrypt('+358500000001', phone(mine)), phone(yours))).toThrow(CiphertextRefused);
  });

  it('keeps what an old key encrypted readable after a rotation, also in a process that starts later', async () => {
    const keyring = keyringOf();
    await keyring.load();
    const row = newId();
    const before = new FieldCipher(keyring).encrypt('old', phone(row));
    await keyring.retireBefore(await keyring.beginRotation());
    const after = new FieldCipher(keyring).encrypt('new', phone(row));
    expect(keyIdOf(before)).not.toBe(keyIdOf(after));
    const later = keyringOf();
    await later.load();
    expect([before, after].map((text) => new FieldCipher(later).decrypt(text, phone(row)))).toEqual(['old', 'new']);
    expect(later.currentOf('data').id).toBe(keyIdOf(after));
  });

  it('does not start with a key file that did not wrap the keys', async () => {
    await keyringOf().load();
    await expect(keyringOf(db.transactions, { ...testKeyMaterial(), keyEncryptionKey: randomBytes(32) }).load()).rejects.toThrow(
      CiphertextRefused,
    );
  });

  it('refuses a wrapped key that was exchanged for another row’s', async () => {
    await keyringOf().load();
    await db.admin.query(
      `UPDATE encryption_key SET wrapped_key = (SELECT wrapped_key FROM encryption_key WHERE id LIKE 'audit-%') WHERE id LIKE 'data-%'`,
    );
    await expect(keyringOf().load()).rejects.toThrow(CiphertextRefused);
  });

  it('never stores a key in clear', async () => {
    const keyring = keyringOf();
    await keyring.load();
    const { key } = keyring.currentOf('data');
    const [dump]: { rows: string }[] = await db.admin.query('SELECT string_agg(encryption_key::text, $1) AS rows FROM encryption_key', [
      '\n',
    ]);
    for (const encoding of ['hex', 'base64', 'base64url'] as const) expect(dump?.rows).not.toContain(key.toString(encoding));
  });
});
