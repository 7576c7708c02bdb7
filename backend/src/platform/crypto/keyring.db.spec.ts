import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { newId, SystemClock } from '../../kernel/index.ts';
import { raceWith, testDatabase, testKeyFiles, testKeyMaterial } from '../testing/index.ts';
import { CiphertextRefused, keyIdOf } from './envelope.ts';
import type { KeyFileSet, NamedKey } from './key-material.ts';
import { FieldCipher } from './field-cipher.ts';
import { Keyring } from './keyring.ts';

const db = await testDatabase();
const clock = new SystemClock();
const keyringOf = (transactions = db.transactions, files = testKeyFiles()) => new Keyring(transactions, clock, files);
const anotherKey = (id: string) => ({ id, key: randomBytes(32) });
const only = (set: KeyFileSet, key: NamedKey): KeyFileSet => ({ ...set, current: key, next: null, all: [key] });
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
    const material = testKeyMaterial();
    const wrong = { ...material, kek: only(material.kek, anotherKey('kek-wrong')) };
    await expect(keyringOf(db.transactions, { read: () => wrong }).load()).rejects.toThrow(
      `wrapped by ${material.kek.current.id}, which is in none of kek`,
    );
  });

  it('does not start with an index key under which nobody would be found', async () => {
    await keyringOf().load();
    const material = testKeyMaterial();
    const wrong = { ...material, indexKey: only(material.indexKey, anotherKey('index-wrong')) };
    await expect(keyringOf(db.transactions, { read: () => wrong }).load()).rejects.toThrow(
      `searched by the key ${material.indexKey.current.id}, which is in none of index-key`,
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
    const keys = [keyring.currentOf('data').key, keyring.currentOf('index').key, testKeyMaterial().kek.current.key];
    const [dump]: { rows: string }[] = await db.admin.query('SELECT string_agg(encryption_key::text, $1) AS rows FROM encryption_key', [
      '\n',
    ]);
    for (const encoding of ['hex', 'base64', 'base64url'] as const)
      for (const key of keys) expect(dump?.rows).not.toContain(key.toString(encoding));
  });
});
