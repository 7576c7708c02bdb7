import { describe, expect, it } from '@jest/globals';
import { readDate } from './read-date';

describe('a typed date', () => {
  it.each(['11.12.2026', '11.12.26', '11/12/2026', ' 2026-12-11 '])('%s is the eleventh of December', (text) => {
    expect(readDate(text)).toBe('2026-12-11');
  });

  it.each(['31.2.2027', '11.12', 'huomenna', '12.13.2026'])('%s is not a date', (text) => {
    expect(readDate(text)).toBeNull();
  });
});
