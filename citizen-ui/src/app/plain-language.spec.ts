import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import enShared from '../../../ui-shared/src/i18n/en.json';
import fiShared from '../../../ui-shared/src/i18n/fi.json';
import svShared from '../../../ui-shared/src/i18n/sv.json';
import enTexts from '../i18n/en.json';
import fiTexts from '../i18n/fi.json';
import svTexts from '../i18n/sv.json';
import { statements as enStatements } from './statements/texts/en';
import { statements as fiStatements } from './statements/texts/fi';
import { statements as svStatements } from './statements/texts/sv';

const MOST_WORDS = 25;
const AVERAGE_WORDS = 15;
/** Words that mean something only inside the authority, in each language. */
const STOP_WORDS: Readonly<Record<string, RegExp>> = {
  fi: /varausoikeudelli|asiointita[pv]|palvelutehtäv|resurss|kansalai/i,
  sv: /bokningsberättiga|serviceuppgift|resurs|medborgar|invånar/i,
  en: /entitled|service task|resource|citizen/i,
};
/** Problems that only an employee can meet speak of the employee's work. */
const EMPLOYEES_PROBLEMS =
  /^(SERVICE_TASK_|ROLLOUT_|TEMPLATE_|TYPE_|UNIT_|WORK|TEAM_|EMPLOYEE_|ROOM_|EQUIPMENT_|PUBLICATION_|SERVICE_CODE_)/;

function citizensPartOf(shared: { readonly problems: Readonly<Record<string, string>> }): unknown {
  return { ...shared, problems: Object.entries(shared.problems).flatMap(([code, text]) => (EMPLOYEES_PROBLEMS.test(code) ? [] : [text])) };
}

/** What the page says without a script. */
function pageText(language: string): string[] {
  const page = readFileSync(join(__dirname, '..', 'index.html'), 'utf8');
  const section = new RegExp(`<section lang="${language}">([\\s\\S]*?)</section>`).exec(page)?.[1] ?? '';
  return [...section.matchAll(/<p>([^<]+)<\/p>/g)].map(([, text = '']) => text);
}

const TEXTS: readonly (readonly [string, unknown])[] = [
  ['fi', [fiTexts, citizensPartOf(fiShared), fiStatements, pageText('fi')]],
  ['sv', [svTexts, citizensPartOf(svShared), svStatements, pageText('sv')]],
  ['en', [enTexts, citizensPartOf(enShared), enStatements, pageText('en')]],
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

describe.each(TEXTS)('what the citizen application says in %s', (language, texts) => {
  const all = strings(texts).flatMap(sentences);

  it('has no sentence longer than twenty-five words', () => {
    expect(all.filter((sentence) => wordCount(sentence) > MOST_WORDS)).toEqual([]);
  });

  it('has sentences of fifteen words on average at most', () => {
    const long = all.filter((sentence) => /[.!?]$/.test(sentence));
    expect(long.reduce((sum, sentence) => sum + wordCount(sentence), 0) / long.length).toBeLessThanOrEqual(AVERAGE_WORDS);
  });

  it('uses no word of the authority’s own language', () => {
    expect(strings(texts).filter((text) => STOP_WORDS[language]?.test(text) ?? true)).toEqual([]);
  });

  it('says the same on the page for those without a script', () => {
    expect(pageText(language)).toHaveLength(2);
  });
});
