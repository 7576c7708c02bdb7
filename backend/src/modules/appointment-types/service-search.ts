import type { CatalogueEntry } from './public-catalogue.ts';

/** Lower case words without accents: 'Ero, Lähestymiskielto' → ero, lahestymiskielto. å, ä and ö are found by a and o too. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/**
 * Services for which each word of the query begins a word of their name, keywords or types' names, in any of the languages; those whose
 * own name it begins come first, otherwise the order stays. Everything for a query without words.
 */
export function searchServices(entries: readonly CatalogueEntry[], query: string): CatalogueEntry[] {
  const wanted = wordsOf(query);
  const matches = (words: readonly string[]): boolean => wanted.every((start) => words.some((word) => word.startsWith(start)));
  const found = entries.filter((entry) => matches([...nameWords(entry), ...otherWords(entry)]));
  const byName = new Set(found.filter((entry) => matches(nameWords(entry))));
  return [...byName, ...found.filter((entry) => !byName.has(entry))];
}

function nameWords({ service }: CatalogueEntry): string[] {
  return Object.values(service.name).flatMap(wordsOf);
}

function otherWords({ service, types }: CatalogueEntry): string[] {
  const { fi, sv, en } = service.keywords;
  return [...fi, ...sv, ...en, ...types.flatMap((type) => Object.values(type.version.name))].flatMap(wordsOf);
}
