import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstDifference } from './first-difference.ts';
import { toYaml } from './yaml.ts';

// It brings no types, and comes with the tools that read our document.
const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };

describe('YAML of a JSON document', () => {
  it('is read back by an independent reader as the same document', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (written) => {
        const document = JSON.parse(JSON.stringify(written)) as object;
        expect(load(toYaml(document))).toEqual(document);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    'yes',
    'No',
    'null',
    '~',
    '1e3',
    '0x1F',
    '12:30',
    '2026-11-24',
    '2026-11-24T08:00:00Z',
    '.5',
    '-',
    '- a',
    'a: b',
    'a #b',
    '',
    ' a',
    '0o17',
    '=',
    '<<',
    'a\nb',
  ])('keeps the text %j a text', (text) => {
    expect(load(toYaml({ [text]: text, list: [text] }))).toEqual({ [text]: text, list: [text] });
  });

  it('depends on the content and not on its order', () => {
    expect(toYaml({ paths: { b: 1, a: [{ d: 1, c: 2 }] }, openapi: '3.0.3' })).toBe(
      toYaml({ openapi: '3.0.3', paths: { a: [{ c: 2, d: 1 }], b: 1 } }),
    );
  });
});

describe('the first difference of two texts', () => {
  it('is none when they are equal, and shows the place when they are not', () => {
    expect(firstDifference('a\nb', 'a\nb')).toBeNull();
    expect(firstDifference('a\nb\nc', 'a\nx\nc')).toBe('@@ line 2 @@\n  a\n- b\n+ x');
  });
});
