import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlindIndex } from './blind-index.ts';
import { readKeyMaterial } from './key-material.ts';

const material = { keyEncryptionKey: randomBytes(32), indexKey: randomBytes(32) };
const index = new BlindIndex(material);

describe('a blind index', () => {
  it('finds the same value again, with the same key only', () => {
    expect(index.of('phone', 'a', '+358500000001')).toBe(new BlindIndex(material).of('phone', 'a', '+358500000001'));
    expect(index.of('phone', 'a', '+358500000001')).not.toBe(
      new BlindIndex({ ...material, indexKey: randomBytes(32) }).of('phone', 'a', '+358500000001'),
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
  const folderWith = (kek: string | Buffer, indexKey: string | Buffer): string => {
    const folder = mkdtempSync(join(tmpdir(), 'vuoro-keys-'));
    writeFileSync(join(folder, 'kek'), kek);
    writeFileSync(join(folder, 'index-key'), indexKey);
    return folder;
  };

  it('may be base64, hexadecimal or bare bytes', () => {
    const key = randomBytes(32);
    for (const content of [`${key.toString('base64')}\n`, key.toString('base64url'), `${key.toString('hex')}\n`, key]) {
      expect(readKeyMaterial(folderWith(content, randomBytes(32))).keyEncryptionKey.equals(key)).toBe(true);
    }
  });

  it('are refused when missing, too short or equal', () => {
    const key = randomBytes(32);
    expect(() => readKeyMaterial('/nonexistent')).toThrow('/nonexistent/kek');
    expect(() => readKeyMaterial(folderWith('secret', key))).toThrow('32 bytes');
    expect(() => readKeyMaterial(folderWith(key, randomBytes(16)))).toThrow('index-key');
    expect(() => readKeyMaterial(folderWith(key, key))).toThrow('different');
  });
});
