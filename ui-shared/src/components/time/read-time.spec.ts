import { describe, expect, it } from '@jest/globals';
import { minutesOf, readTime, timeOf } from './read-time';

describe('a time of day that somebody types', () => {
  it.each([
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['09:30', '09:30'],
    ['930', '09:30'],
    ['1645', '16:45'],
    [' 8.05 ', '08:05'],
    ['24.00', '24:00'],
  ])('%s is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  it.each(['', '25', '9.60', '24.15', '9.3', 'yhdeksän', '9.30.00', '-1'])('%j is none', (typed) => {
    expect(readTime(typed)).toBeNull();
  });

  it('comes back from minutes, and never beyond the day', () => {
    expect(timeOf(minutesOf('16:45'))).toBe('16:45');
    expect(timeOf(25 * 60)).toBe('24:00');
  });
});
