import { describe, expect, it } from '@jest/globals';
import { choosePlurals } from './plural';

const text = '{{ count }} [[count | one: vapaa aika | other: vapaata aikaa]]';

describe('plural forms', () => {
  it.each([
    [1, 'vapaa aika'],
    [0, 'vapaata aikaa'],
    [21, 'vapaata aikaa'],
  ])('%i is told with "%s" in Finnish', (count, expected) => {
    expect(choosePlurals(text, { count }, 'fi')).toBe(`{{ count }} ${expected}`);
  });

  it('keeps a colon that belongs to the text', () => {
    expect(choosePlurals('[[n | one: Obs: en | other: Obs: många]]', { n: 2 }, 'sv')).toBe('Obs: många');
  });

  it('chooses several counts in one sentence', () => {
    const both = '[[a | one: day | other: days]] and [[b | one: hour | other: hours]]';
    expect(choosePlurals(both, { a: 1, b: 2 }, 'en')).toBe('day and hours');
  });

  it('uses the general form when the count is not given', () => {
    expect(choosePlurals('[[n | one: day | other: days]]', {}, 'en')).toBe('days');
  });
});
