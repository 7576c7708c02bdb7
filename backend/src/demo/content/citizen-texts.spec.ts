import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language, type LocalizedText } from '../../kernel/index.ts';
import { DEMO_CLIENT_TYPES } from './client-types.ts';
import { DEMO_SERVICE_GUIDANCE, DEMO_TYPE_GUIDANCE } from './guidance.ts';
import { DEMO_UNITS } from './offices.ts';
import { DEMO_ORGANISATIONS } from './organisations.ts';
import { DEMO_ROOMS } from './rooms.ts';
import { DEMO_SERVICES } from './services.ts';

const mostWords = 25;
const mostWordsOnAverage = 15;
/** Words that mean something only inside the authority. */
const officialese: Readonly<Record<Language, RegExp>> = {
  fi: /varausoikeudelli|asiointita[pv]|palvelutehtäv|resurss|kansalai/i,
  sv: /bokningsberättiga|serviceuppgift|resurs|medborgar|invånar/i,
  en: /entitled|service task|resource|citizen/i,
};

/** Longer texts, which are read sentence by sentence. */
const prose: readonly LocalizedText[] = [
  ...[...DEMO_TYPE_GUIDANCE, ...DEMO_SERVICE_GUIDANCE].flatMap(({ texts }) => Object.values(texts)),
  ...DEMO_CLIENT_TYPES.map(({ content }) => content.eligibilityStatement),
  ...DEMO_SERVICES.map(({ summary }) => summary),
  ...DEMO_UNITS.flatMap((unit) => [unit.arrivalInfo, unit.accessibilityInfo]),
  ...DEMO_ROOMS.map(({ arrivalInfo }) => arrivalInfo),
].filter((text) => text !== undefined && text !== null);

const names: readonly LocalizedText[] = [
  ...DEMO_CLIENT_TYPES.map(({ content }) => content.name),
  ...DEMO_SERVICES.map(({ name }) => name),
  ...DEMO_UNITS.flatMap((unit) => [unit.name, unit.openingHours]).filter((text) => text !== undefined),
  ...DEMO_ORGANISATIONS.flatMap((organisation) => [
    organisation.name,
    organisation.portalName,
    organisation.contactHours,
    organisation.contactAddress,
  ]),
];

const wordsOf = (sentence: string): number => sentence.split(/\s+/).filter((word) => /\p{Letter}/u.test(word)).length;
const sentencesIn = (language: Language): string[] => prose.flatMap((text) => text[language].split(/(?<=[.?!])\s+/));

describe('what citizens read in the demo', () => {
  it('is there in all three languages', () => {
    const incomplete = [...prose, ...names].filter((text) => LANGUAGES.some((language) => text[language].trim() === ''));
    expect(incomplete).toEqual([]);
  });

  it.each([...LANGUAGES])('has short sentences (%s)', (language) => {
    const sentences = sentencesIn(language);
    const words = sentences.reduce((sum, sentence) => sum + wordsOf(sentence), 0);
    expect(sentences.filter((sentence) => wordsOf(sentence) > mostWords)).toEqual([]);
    expect(words / sentences.length).toBeLessThanOrEqual(mostWordsOnAverage);
  });

  it.each([...LANGUAGES])('is free of officialese (%s)', (language) => {
    expect([...prose, ...names].filter((text) => officialese[language].test(text[language]))).toEqual([]);
  });
});
