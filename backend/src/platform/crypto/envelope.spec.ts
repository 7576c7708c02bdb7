import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { CiphertextRefused, keyIdOf, open, seal } from './envelope.ts';

const key = randomBytes(32);
const keyOf = (kid: string) => (kid === 'k1' ? key : undefined);
const sealed = (text: string, context = 'client|phone|1') => seal(key, 'k1', Buffer.from(text), context);

describe('a sealed field', () => {
  it('opens to exactly what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(open(keyOf, sealed(text), 'client|phone|1').toString()).toBe(text);
      }),
    );
  });

  it('looks different each time, so that equal values cannot be recognised', () => {
    expect(sealed('010190-900P')).not.toBe(sealed('010190-900P'));
  });

  it('names its format and key and shows nothing of the text', () => {
    const text = sealed('010190-900P');
    expect(text).toMatch(/^v1\.k1\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
    expect(keyIdOf(text)).toBe('k1');
    expect(Buffer.from(text.split('.')[3] ?? '', 'base64url').toString()).not.toContain('010190');
  });

  it('is refused in another row, column or table', () => {
    for (const elsewhere of ['client|phone|2', 'client|email|1', 'person|phone|1']) {
      expect(() => open(keyOf, sealed('x'), elsewhere)).toThrow(CiphertextRefused);
    }
  });

  it('is refused after any single bit of it was changed', () => {
    const original = sealed('+358500000001');
    const [version, kid, ...parts] = original.split('.');
    fc.assert(
      fc.property(fc.nat(), fc.nat(2), (at, which) => {
        const bytes = Buffer.from(parts[which] ?? '', 'base64url');
        const bit = at % (bytes.length * 8);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const changed = [version, kid, ...parts.map((part, i) => (i === which ? bytes.toString('base64url') : part))].join('.');
        expect(() => open(keyOf, changed, 'client|phone|1')).toThrow(CiphertextRefused);
      }),
    );
  });

  it('is refused with a shortened tag', () => {
    const parts = sealed('x').split('.');
    const short = Buffer.from(parts[4] ?? '', 'base64url')
      .subarray(0, 4)
      .toString('base64url');
    expect(() => open(keyOf, [...parts.slice(0, 4), short].join('.'), 'client|phone|1')).toThrow(CiphertextRefused);
  });

  it('is refused under an unknown key or format', () => {
    const text = sealed('x');
    for (const wrong of [text.replace('.k1.', '.k2.'), text.replace('v1.', 'v2.'), `${text}.more`, '', 'plain text', '+358500000001']) {
      expect(() => open(keyOf, wrong, 'client|phone|1')).toThrow(CiphertextRefused);
    }
  });

  it('does not repeat the ciphertext in its refusal, which goes to the log', () => {
    expect(() => open(keyOf, '+358500000001', 'client|phone|1')).toThrow(/^(?!.*358)/);
  });
});
