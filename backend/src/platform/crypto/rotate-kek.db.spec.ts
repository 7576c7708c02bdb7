import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, newId, parseInstant } from '../../kernel/index.ts';
import { changingKeys, testDatabase, type ChangingKeys } from '../testing/index.ts';
import { keyIdOf } from './envelope.ts';
import { ExchangeLock } from './exchange-lock.ts';
import { FieldCipher } from './field-cipher.ts';
import { Keyring } from './keyring.ts';
import { RotateKek } from './rotate-kek.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-24T08:00:00Z'));
const place = { table: 'client', column: 'phone_encrypted', rowId: newId() };
let files: ChangingKeys;
/** A process that has been up since before the exchange. */
let product: Keyring;
let text: string;

const started = async (): Promise<Keyring> => {
  const keyring = new Keyring(db.transactions, clock, files);
  await keyring.load();
  return keyring;
};
const rotate = async (): Promise<string[]> => {
  const said: string[] = [];
  await new RotateKek(db.admin, files, new ExchangeLock(db.admin)).execute({ say: (line) => said.push(line) });
  return said;
};
const wrappedBy = async (): Promise<string[]> => {
  const rows: { wrapped_key: string }[] = await db.admin.query(`SELECT wrapped_key FROM encryption_key WHERE id NOT LIKE 'index-%'`);
  return [...new Set(rows.map((row) => keyIdOf(row.wrapped_key)))];
};
const reads = (keyring: Keyring): string => new FieldCipher(keyring).decrypt(text, place);

beforeEach(async () => {
  await db.reset();
  files = changingKeys();
  product = await started();
  text = new FieldCipher(product).encrypt('+358500000001', place);
});

describe('the exchange of kek', () => {
  it('leaves every process reading at each of its steps, also one that starts in the middle', async () => {
    const readable = async (step: string): Promise<void> => {
      await product.refresh();
      expect([step, reads(product), reads(await started())]).toEqual([step, '+358500000001', '+358500000001']);
    };
    files.putNext('kek');
    await readable('kek.next is there');
    const next = files.read().kek.next?.id;
    await rotate();
    expect(await wrappedBy()).toEqual([next]);
    await readable('everything is wrapped anew');
    files.rename('kek');
    await readable('the files are renamed');
    files.remove('kek.previous');
    await readable('the old one is gone');
    expect(files.read().kek.current.id).toBe(next);
  });

  it('may be run again after it was done, and says what is left to do', async () => {
    files.putNext('kek');
    await rotate();
    const again = await rotate();
    expect([again[0]?.includes('already'), again[1]?.includes('rename kek to kek.previous')]).toEqual([true, true]);
  });

  it('wraps a key that is made before the files are renamed with the new one, so that it is not lost with the old', async () => {
    files.putNext('kek');
    await rotate();
    await (await started()).beginRotation();
    files.rename('kek');
    files.remove('kek.previous');
    expect(reads(await started())).toBe('+358500000001');
    expect(await wrappedBy()).toHaveLength(1);
  });

  it('does not let a host start that has not got the new key, and says so; it goes on with what it has in memory', async () => {
    files.putNext('kek');
    await rotate();
    files.remove('kek.next');
    await expect(started()).rejects.toThrow(
      /^The keys in the database are wrapped by kek-[0-9a-f]{12}, which is in none of kek, kek\.next/,
    );
    await expect(product.refresh()).rejects.toThrow('wrapped by');
    expect(reads(product)).toBe('+358500000001');
  });

  it('reads keys that were wrapped before a kek had a name', async () => {
    const rows: { id: string; wrapped_key: string }[] = await db.admin.query('SELECT id, wrapped_key FROM encryption_key');
    for (const { id, wrapped_key } of rows)
      await db.admin.query('UPDATE encryption_key SET wrapped_key = $2 WHERE id = $1', [
        id,
        wrapped_key.replace(/^v1\.kek-[^.]+/, 'v1.kek'),
      ]);
    files.putNext('kek');
    expect(reads(await started())).toBe('+358500000001');
    await rotate();
    expect([await wrappedBy(), reads(await started())]).toEqual([[files.read().kek.next?.id], '+358500000001']);
  });

  it('refuses in one sentence what it cannot do', async () => {
    await expect(rotate()).rejects.toThrow('kek.next is missing');
    files.copy('kek', 'kek.next');
    await expect(rotate()).rejects.toThrow('kek.next is a copy');
    files.copy('index-key', 'kek.next');
    await expect(rotate()).rejects.toThrow('kek and index-key must be different keys');
    files.putNext('kek');
    await new ExchangeLock(db.admin).during(async () => {
      await expect(rotate()).rejects.toThrow('Another exchange of keys is running');
    });
    expect(await wrappedBy()).toEqual([files.read().kek.current.id]);
  });
});
