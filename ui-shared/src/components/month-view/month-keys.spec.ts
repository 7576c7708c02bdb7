import { describe, expect, it } from '@jest/globals';
import { dayForKey } from './month-keys';

describe('keys in a month', () => {
  it.each([
    ['ArrowLeft', '2026-12-09'],
    ['ArrowDown', '2026-12-17'],
    ['Home', '2026-12-07'],
    ['End', '2026-12-13'],
    ['PageUp', '2026-11-10'],
    ['PageDown', '2027-01-10'],
  ])('%s from Thursday 10 December goes to %s', (key, expected) => {
    expect(dayForKey(key, '2026-12-10')).toBe(expected);
  });

  it('crosses the day of the clock change as one day', () => {
    expect(dayForKey('ArrowRight', '2027-03-27')).toBe('2027-03-28');
    expect(dayForKey('ArrowRight', '2027-03-28')).toBe('2027-03-29');
  });

  it('leaves other keys to the page', () => {
    expect(dayForKey('Tab', '2026-12-10')).toBeNull();
  });
});
