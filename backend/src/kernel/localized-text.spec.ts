import { describe, expect, it } from '@jest/globals';
import { inLanguage, isLanguage } from './localized-text.ts';

describe('a text in several languages', () => {
  const family = { fi: 'Perheasiat', sv: 'Familjeärenden', en: 'Family matters', se: 'Bearašáššit' };

  it('is given in the wanted language', () => {
    expect(inLanguage(family, 'sv')).toBe('Familjeärenden');
    expect(inLanguage(family, 'se')).toBe('Bearašáššit');
  });

  it('falls back to Finnish, then Swedish, then English', () => {
    expect(inLanguage(family, 'smn')).toBe('Perheasiat');
    expect(inLanguage({ fi: ' ', sv: 'Familjeärenden', en: 'Family matters' }, 'fi')).toBe('Familjeärenden');
    expect(inLanguage({ en: 'Family matters' }, 'sv')).toBe('Family matters');
    expect(inLanguage({}, 'fi')).toBe('');
  });

  it('is asked for in one of the three languages of the user interfaces', () => {
    expect(['fi', 'sv', 'en', 'se', 'FI', undefined].map(isLanguage)).toEqual([true, true, true, false, false, false]);
  });
});
