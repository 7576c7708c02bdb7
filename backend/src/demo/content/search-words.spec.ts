import { describe, expect, it } from '@jest/globals';
import { searchServices } from '../../modules/appointment-types/service-search.ts';
import { DEMO_SERVICES, type DemoServiceCode } from './services.ts';

const entries = DEMO_SERVICES.filter((service) => service.published).map((service) => ({ service, offices: [], types: [] }));

function found(words: string): DemoServiceCode[] {
  return searchServices(entries as never, words).map((entry) => (entry.service as unknown as { code: DemoServiceCode }).code);
}

const familyLaw = [
  'ero',
  'erota',
  'eroamassa',
  'avioero',
  'huoltajuus',
  'huoltajuudesta',
  'tapaamiset',
  'lapsen tapaamiset',
  'elatusmaksu',
  'elatustuki',
  'elatus',
  'ero lapsi',
  'lapsen huolto',
  'skild',
  'skilsmässa',
  'underhåll',
  'vårdnad',
  'umgänge',
  'barnets boende',
  'child support',
  'alimony',
  'visitation',
  'divorce',
  'custody',
  'child maintenance',
];

describe('words of everyday life', () => {
  it.each(familyLaw)('"%s" leads to the child welfare supervisor', (words) => {
    expect(found(words)).toContain('LASTENVALVOJA');
  });

  it.each(['velat', 'velkaa', 'rahat', 'raha-asiat', 'laskut', 'skulder', 'pengar', 'debts', 'money'])(
    '"%s" leads to the money-management account',
    (words) => {
      expect(found(words)).toContain('VALITYSTILI');
    },
  );

  it.each([
    ['avustaja', 'HENKILOKOHTAINEN-APU'],
    ['kuuro', 'VIITTOMAKIELI'],
    ['työtön', 'TYOLLISYYS'],
    ['vanhempi', 'VANHEMPAINRYHMAT'],
  ])('"%s" leads to %s', (words, code) => {
    expect(found(words)).toContain(code);
  });

  it('that mean nothing here lead nowhere', () => {
    expect(['ajokortti', 'hammas', 'erotiikka'].flatMap(found)).toEqual([]);
  });
});
