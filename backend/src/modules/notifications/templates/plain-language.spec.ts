import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '../../../kernel/index.ts';
import { DEFAULT_TEXTS } from './default-texts.ts';

const mostWords = 25;
const mostWordsOnAverage = 15;

/** Placeholders as long as they are read. */
const VALUES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fi: { when: 'pe 11.12.2026 klo 12.30', contact: 'soita +358 50 000 0025', portalName: 'Näsiharjun ajanvaraus', code: '123456' },
  sv: { when: 'fre 11.12.2026 kl. 12.30', contact: 'ring +358 50 000 0025', portalName: 'Näsiharju tidsbokning', code: '123456' },
  en: { when: 'Fri 11 Dec 2026 at 12:30', contact: 'call +358 50 000 0025', portalName: 'Näsiharju booking', code: '123456' },
};

function sentencesIn(language: Language): string[][] {
  const values = VALUES[language];
  return Object.values(DEFAULT_TEXTS).flatMap((texts) =>
    texts[language]
      .replaceAll(/\{(\w+)\}/g, (_placeholder, name: string) => values[name] ?? values['when'] ?? '')
      .split(/(?<=[.?!])\s+(?=\p{Lu})/u)
      // A number is read as one.
      .map((sentence) => sentence.replaceAll(/\+358[\d ]+/g, 'number').split(/\s+/)),
  );
}

describe.each([...LANGUAGES])('messages in %s', (language) => {
  it('are in short sentences', () => {
    const sentences = sentencesIn(language);
    expect(sentences.filter((words) => words.length > mostWords)).toEqual([]);
    expect(sentences.flat().length / sentences.length).toBeLessThanOrEqual(mostWordsOnAverage);
  });
});
