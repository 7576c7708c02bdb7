import fc from 'fast-check';
import { smsSizeOf } from './sms-size.ts';

describe('the size of an SMS', () => {
  it.each([
    ['', 'GSM-7', 0, 0],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['Käännös på åländska', 'GSM-7', 19, 1],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    ['€'.repeat(81), 'GSM-7', 162, 2],
    ['đ'.repeat(70), 'UCS-2', 70, 1],
    ['đ'.repeat(71), 'UCS-2', 71, 2],
    ['ž' + 'a'.repeat(134), 'UCS-2', 135, 3],
  ] as const)('of %j is %s with %i units in %i messages', (text, encoding, length, segments) => {
    expect(smsSizeOf(text)).toEqual({ encoding, length, segments });
  });

  it('does not tear an escaped character or a surrogate pair apart', () => {
    expect(smsSizeOf('a'.repeat(152) + '€' + 'a'.repeat(151)).segments).toBe(2);
    expect(smsSizeOf('a'.repeat(152) + '€' + 'a'.repeat(152)).segments).toBe(3);
    expect(smsSizeOf('a'.repeat(66) + '😀' + 'a'.repeat(65)).segments).toBe(2);
    expect(smsSizeOf('a'.repeat(66) + '😀' + 'a'.repeat(66)).segments).toBe(3);
  });

  it('never shrinks when text is added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ maxLength: 20 }), (text, more) => {
        expect(smsSizeOf(text + more).segments).toBeGreaterThanOrEqual(smsSizeOf(text).segments);
      }),
    );
  });
});
