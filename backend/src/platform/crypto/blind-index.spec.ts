import { afterAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlindIndex } from './blind-index.ts';
import { oneIndexKey } from '../testing/index.ts';
import { readKeyMaterial } from './key-material.ts';

const [key, otherKey] = [randomBytes(32), randomBytes(32)];
const index = new BlindIndex(oneIndexKey({ id: 'index-1', key }));

describe('a blind index', () => {
  it('finds the same value again, with the same key only', () => {
    expect(index.of('phone', 'a', '+358500000001')).toBe(
      new BlindIndex(oneIndexKey({ id: 'index-1', key })).of('phone', 'a', '+358500000001'),
    );
    expect(index.of('phone', 'a', '+358500000001')).not.toBe(
      new BlindIndex(oneIndexKey({ id: 'index-1', key: otherKey })).of('phone', 'a', '+358500000001'),
    );
  });

  it('differs between organisations, kinds and values', () => {
    const all = [
      index.of('phone', 'a', '1'),
      index.of('phone', 'b', '1'),
      index.of('email', 'a', '1'),
      index.of('phone', 'a', '2'),
      index.fingerprint('phone', 'a', '1'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('key files', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  const folderWith = (kek: string | Buffer, indexKey: string | Buffer | null, more: Record<string, Buffer> = {}): string => {
    const folder = mkdtempSync(join(tmpdir(), 'vuoro-keys-'));
    folders.push(folder);
    writeFileSync(join(folder, 'kek'), kek);
    if (indexKey !== null) writeFileSync(join(folder, 'index-key'), indexKey);
    for (const [name, content] of Object.entries(more)) writeFileSync(join(folder, name), content);
    return folder;
  };

  it('may be base64, hexadecimal or bare bytes', () => {
    const key = randomBytes(32);
    for (const content of [`${key.toString('base64')}\n`, key.toString('base64url'), `${key.toString('hex')}\n`, key]) {
      expect(readKeyMaterial(folderWith(content, randomBytes(32))).kek.current.key.equals(key)).toBe(true);
    }
  });

  it('are refused when missing, too short or equal', () => {
    const key = randomBytes(32);
    expect(() => readKeyMaterial('/nonexistent')).toThrow('/nonexistent/kek');
    expect(() => readKeyMaterial(folderWith('secret', key))).toThrow('32 bytes');
    expect(() => readKeyMaterial(folderWith(key, randomBytes(16)))).toThrow('index-key');
    expect(() => readKeyMaterial(folderWith(key, key))).toThrow('different');
    expect(() => readKeyMaterial(folderWith(randomBytes(32), key, { 'kek.next': key }))).toThrow('different');
  });

  it('are known by names that the files do not have to say, in whichever order an operator renames them', () => {
    const [old, fresh] = [randomBytes(32), randomBytes(32)];
    const during = readKeyMaterial(folderWith(randomBytes(32), old, { 'index-key.next': fresh })).indexKey;
    const halfway = readKeyMaterial(folderWith(randomBytes(32), null, { 'index-key.next': fresh, 'index-key.previous': old })).indexKey;
    const after = readKeyMaterial(folderWith(randomBytes(32), fresh, { 'index-key.previous': old })).indexKey;
    const [oldId, freshId] = [during.current.id, during.next?.id];
    expect(oldId).toMatch(/^index-[0-9a-f]{12}$/);
    expect([during, halfway, after].map(({ all }) => all.map(({ id }) => id).sort())).toEqual(Array(3).fill([oldId, freshId].sort()));
    expect([halfway.current.id, after.current.id, after.next]).toEqual([freshId, freshId, null]);
  });
});
