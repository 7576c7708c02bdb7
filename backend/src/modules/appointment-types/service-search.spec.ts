import { describe, expect, it } from '@jest/globals';
import type { LocalizedText } from '../../kernel/index.ts';
import type { Keywords } from '../organisation/index.ts';
import type { CatalogueEntry } from './public-catalogue.ts';
import { searchServices, wordsOf } from './service-search.ts';

function entry(name: LocalizedText, keywords: Keywords, typeNames: readonly LocalizedText[] = []): CatalogueEntry {
  const types = typeNames.map((typeName) => ({ version: { name: typeName } }));
  return { service: { name, keywords }, offices: [], types } as unknown as CatalogueEntry;
}

const familyLaw = entry(
  { fi: 'Perheoikeudelliset palvelut', sv: 'Familjerättsliga tjänster', en: 'Family-law services' },
  { fi: ['ero', 'elatusmaksu'], sv: ['skilsmässa', 'underhåll'], en: ['separation', 'child maintenance'] },
  [{ fi: 'Eroaika', sv: 'Tid för föräldrar som separerar', en: 'Appointment for separating parents' }],
);
const disability = entry(
  { fi: 'Vammaispalvelut', sv: 'Funktionshinderservice', en: 'Disability services' },
  { fi: ['avustaja', 'välitystili'], sv: ['assistent', 'förmedlingskonto'], en: ['assistant', 'money'] },
);
const family = entry({ fi: 'Perheneuvola', sv: 'Familjerådgivning', en: 'Family counselling' }, { fi: ['ero'], sv: [], en: [] });
const all = [familyLaw, disability, family];

describe('the search for services', () => {
  it.each(['ero', 'ELATUS', 'skilsmassa', 'Skilsmässa', 'separation', 'maintenance', 'familjeratt', 'eroaika', 'foraldrar'])(
    'finds family law by "%s"',
    (word) => {
      expect(searchServices(all, word)).toContain(familyLaw);
    },
  );

  it('finds by every word of the query at once', () => {
    expect(searchServices(all, 'perhe ero')).toEqual([familyLaw, family]);
  });

  it('finds by some of the words when nothing fits them all, the most fitting first', () => {
    expect(searchServices(all, 'meille tuli ero')).toEqual([familyLaw, family]);
    expect(searchServices([disability, familyLaw, family], 'haluan avustaja perhe ero')).toEqual([familyLaw, family, disability]);
    expect(searchServices(all, 'en tiedä yhtään')).toEqual([]);
  });

  it('takes no short word for the beginning of another when it finds by some', () => {
    expect(searchServices(all, 'av xyzzy')).toEqual([]);
  });

  it('puts services whose name it is first', () => {
    const namedSo = entry({ fi: 'Eropalvelut', sv: 'x', en: 'x' }, { fi: [], sv: [], en: [] });
    expect(searchServices([...all, namedSo], 'ero')).toEqual([namedSo, familyLaw, family]);
  });

  it.each([
    ['tapaamiset', 'tapaaminen'],
    ['tapaamisista', 'tapaaminen'],
    ['huoltajuudesta', 'huoltajuus'],
    ['elatusmaksun', 'elatusmaksu'],
    ['velkaa', 'velka'],
    ['avustajaa', 'avustaja'],
    ['lapsen', 'lapsi'],
    ['barnets', 'barn'],
    ['skulden', 'skuld'],
    ['visiting', 'visits'],
    ['divorced', 'divorce'],
  ])('finds by another form of a word: "%s" by "%s"', (asked, keyword) => {
    const one = entry({ fi: 'x', sv: 'x', en: 'x' }, { fi: [keyword], sv: [], en: [] });
    expect(searchServices([one], asked)).toEqual([one]);
  });

  it.each([
    ['erotiikka', 'ero'],
    ['laina', 'laitos'],
    ['huoltoasema', 'huolto'],
    ['tapahtuma', 'tapaaminen'],
    ['perhonen', 'perhe'],
    ['työkalu', 'työ'],
  ])('does not take "%s" for "%s"', (asked, keyword) => {
    const one = entry({ fi: 'x', sv: 'x', en: 'x' }, { fi: [keyword], sv: [], en: [] });
    expect(searchServices([one], asked)).toEqual([]);
  });

  it('does not find by the middle of a word', () => {
    expect(searchServices(all, 'palvelut')).toEqual([familyLaw]);
    expect(searchServices(all, 'maksu')).toEqual([]);
  });

  it('shows everything when nothing is asked', () => {
    expect(searchServices(all, '  – ')).toEqual(all);
  });

  it('reads words without accents and punctuation', () => {
    expect(wordsOf('Åland, lähestymiskielto-asia!')).toEqual(['aland', 'lahestymiskielto', 'asia']);
  });
});
