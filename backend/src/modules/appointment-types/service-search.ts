import type { CatalogueEntry } from './public-catalogue.ts';

/** Lower case words without accents: 'Ero, Lähestymiskielto' → ero, lahestymiskielto. å, ä and ö are found by a and o too. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/**
 * Services for which each word of the query fits a word of their name, keywords or types' names, in any of the languages; those
 * whose own name it fits come first, otherwise the order stays. When there is none, those that fit some of the words, the most
 * fitting first. Everything for a query without words.
 */
export function searchServices(entries: readonly CatalogueEntry[], query: string): CatalogueEntry[] {
  const wanted = wordsOf(query);
  const matches = (words: readonly string[]): boolean => wanted.every((asked) => words.some((word) => fits(asked, word)));
  const found = entries.filter((entry) => matches([...nameWords(entry), ...otherWords(entry)]));
  if (found.length === 0) return fittingSome(entries, wanted);
  const byName = new Set(found.filter((entry) => matches(nameWords(entry))));
  return [...byName, ...found.filter((entry) => !byName.has(entry))];
}

/** "ja", "on", "en" begin other words by chance. */
const shortestTelling = 3;

/** People write as they speak: "olemme eroamassa", "apua lapsen kanssa". One word of it that says something is enough. */
function fittingSome(entries: readonly CatalogueEntry[], wanted: readonly string[]): CatalogueEntry[] {
  const telling = wanted.filter((asked) => asked.length >= shortestTelling);
  return entries
    .map((entry) => {
      const words = [...nameWords(entry), ...otherWords(entry)];
      return { entry, fitting: telling.filter((asked) => words.some((word) => fits(asked, word))).length };
    })
    .filter(({ fitting }) => fitting > 0)
    .sort((one, other) => other.fitting - one.fitting)
    .map(({ entry }) => entry);
}

/** Shorter stems say too little: with fewer letters half of all words are forms of each other. */
const shortestStem = 4;

/**
 * The asked word begins the other, or is another form of it: "tapaamiset" and "tapaaminen", "huoltajuudesta" and "huoltajuus", "barnets"
 * and "barn". Forms begin alike and differ in a few last letters. This is done without a word list, in three languages at once, and a
 * keyword more says what it misses.
 */
function fits(asked: string, word: string): boolean {
  if (word.startsWith(asked)) return true;
  const stem = sharedLength(asked, word);
  // After a whole keyword more letters are rather a compound of another meaning than an ending.
  const longestEnding = Math.min(stem - 1, stem === word.length ? 4 : 6);
  return stem >= shortestStem && asked.length - stem <= longestEnding && word.length - stem <= longestEnding;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function nameWords({ service }: CatalogueEntry): string[] {
  return Object.values(service.name).flatMap(wordsOf);
}

function otherWords({ service, types }: CatalogueEntry): string[] {
  const { fi, sv, en } = service.keywords;
  return [...fi, ...sv, ...en, ...types.flatMap((type) => Object.values(type.version.name))].flatMap(wordsOf);
}
