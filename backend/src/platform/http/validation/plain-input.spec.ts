import { refuseUnlessPlain } from './plain-input.ts';

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);
const malformed = expect.objectContaining({ code: 'MALFORMED_REQUEST' });

describe('input before it is validated', () => {
  it('may be any JSON that a person could have meant', () => {
    for (const input of [null, 'ä 🏳️‍🌈', 0, true, [], { a: [{ b: 'c' }] }, nested(20)]) expect(() => refuseUnlessPlain(input)).not.toThrow();
  });

  it('is refused when it nests deeper or holds more than any request of ours', () => {
    for (const input of [nested(21), nested(50_000), Array.from({ length: 20_000 }, () => 1)])
      expect(() => refuseUnlessPlain(input)).toThrow(malformed);
  });

  it('is refused when a text or a name holds what the database cannot store', () => {
    for (const input of ['a\u0000b', '\ud800', ['ok', '\udc00x'], { a: { b: '\u0000' } }, { 'a\u0000': 1 }])
      expect(() => refuseUnlessPlain(input)).toThrow(malformed);
  });
});
