import { type Language, LANGUAGES } from './language.ts';

/** One way to look at a page. */
export interface Variation {
  readonly language: Language;
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

const DAY_MS = 24 * 60 * 60 * 1000;
const PARTS = 6;

/** What every run looks at. */
export const ALWAYS: Variation = { language: 'fi', width: 390, scheme: 'light' };

/** Whether this run looks at every page in every way: a campaign, too long for each day. */
export function isWholeMatrix(): boolean {
  return process.env['E2E_AXE'] === 'all';
}

/**
 * The other ways to look at a page that this run takes: the whole matrix when `E2E_AXE` is `all`, else a sixth of it that is
 * another one each day, so that six days see everything. `E2E_AXE=0` … `5` repeats a certain sixth.
 * @param offset number of the page, so that the pages do not all show the same sixth
 */
export function variationsOf(widths: readonly number[], offset: number): readonly Variation[] {
  const all = LANGUAGES.flatMap((language) =>
    widths.flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ language, width, scheme }))),
  );
  const others = all.filter(
    ({ language, width, scheme }) => language !== ALWAYS.language || width !== ALWAYS.width || scheme !== ALWAYS.scheme,
  );
  return others.filter((_, index) => isTurnOf(index + offset));
}

/** Whether this run takes one of many that take turns by sixths; the whole campaign takes all. */
export function isTurnOf(number: number): boolean {
  if (isWholeMatrix()) return true;
  const wanted = process.env['E2E_AXE'] ?? '';
  const part = wanted === '' ? Math.floor(Date.now() / DAY_MS) : Number(wanted);
  return number % PARTS === part % PARTS;
}
