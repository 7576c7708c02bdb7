import type { LocalizedText } from '../../kernel/index.ts';

/** One text in the three languages of the demo. */
export function text(fi: string, sv: string, en: string): LocalizedText {
  return { fi, sv, en };
}

/** A name that is the same in every language: a code, a street without a Swedish name. */
export function sameText(inAll: string): LocalizedText {
  return text(inAll, inAll, inAll);
}

/** A telephone number of the demo: a range that is assumed to be given to nobody. @param last two digits */
export function demoPhone(last: number): string {
  return `+3585000000${String(last).padStart(2, '0')}`;
}
