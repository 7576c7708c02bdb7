import { describe, expect, it } from '@jest/globals';
import enTexts from '../i18n/en.json';
import fiTexts from '../i18n/fi.json';
import svTexts from '../i18n/sv.json';
import { statements as enStatements } from './statements/texts/en';
import { statements as fiStatements } from './statements/texts/fi';
import { statements as svStatements } from './statements/texts/sv';

const MOST_WORDS = 25;
const AVERAGE_WORDS = 15;
/** domain.md names them: words that mean something only inside the authority. */
const STOP_WORDS = /varausoikeudelli|asiointitapa|asiointitav|palvelutehtäv|resurssi|kansalai/i;

const TEXTS: readonly (readonly [string, unknown])[] = [
  ['fi', [fiTexts, fiStatements]],
  ['sv', [svTexts, svStatements]],
  ['en', [enTexts, enStatements]],
];

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** Sentences of at least two words; both forms of a plural are never read together. */
function sentences(text: string): string[] {
  const plain = text.replaceAll(/\[\[[^|\]]*\|[^:\]]*:([^|\]]*)\|[^\]]*\]\]/g, '$1').replaceAll(/\{\{?[^}]*\}\}?/g, 'x');
  return plain.split(/(?<=[.!?:])\s+/).filter((sentence) => sentence.trim().split(/\s+/).length > 1);
}

const wordCount = (sentence: string): number => sentence.trim().split(/\s+/).length;

describe.each(TEXTS)('what the citizen application says in %s', (_language, texts) => {
  const all = strings(texts).flatMap(sentences);

  it('has no sentence longer than twenty-five words', () => {
    expect(all.filter((sentence) => wordCount(sentence) > MOST_WORDS)).toEqual([]);
  });

  it('has sentences of fifteen words on average at most', () => {
    const long = all.filter((sentence) => /[.!?]$/.test(sentence));
    expect(long.reduce((sum, sentence) => sum + wordCount(sentence), 0) / long.length).toBeLessThanOrEqual(AVERAGE_WORDS);
  });

  it('uses no word of the authority’s own language', () => {
    expect(strings(texts).filter((text) => STOP_WORDS.test(text))).toEqual([]);
  });
});
