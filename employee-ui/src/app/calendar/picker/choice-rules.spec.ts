import { describe, expect, it } from '@jest/globals';
import { isExactly, matches, ofTeam, toggled } from './choice-rules';

const crowd = Array.from({ length: 25 }, (_, index) => `person-${String(index)}`);

describe('choosing whose calendars are shown', () => {
  it('adds columns at the end and takes them away one by one', () => {
    expect(toggled(['anna'], 'room')).toEqual(['anna', 'room']);
    expect(toggled(['anna', 'room'], 'anna')).toEqual(['room']);
  });

  it('never leaves an empty calendar', () => {
    expect(toggled(['anna'], 'anna')).toEqual(['anna']);
  });

  it('stops at twenty columns, also for a large team', () => {
    expect(toggled(crowd.slice(0, 20), 'anna')).toHaveLength(20);
    expect(ofTeam(crowd)).toHaveLength(20);
  });

  it('knows that a team is shown when its members are, whatever the order', () => {
    expect(isExactly(['b', 'a'], ['a', 'b'])).toBe(true);
    expect(isExactly(['a', 'b', 'c'], ['a', 'b'])).toBe(false);
    expect(isExactly([], [])).toBe(false);
  });

  it('finds a person by the beginnings of the names, in any order', () => {
    expect(matches('Liisa Lastenvalvoja', 'last lii')).toBe(true);
    expect(matches('Anna-Maija Öhman', 'öh mai')).toBe(true);
    expect(matches('Liisa Lastenvalvoja', 'valvoja')).toBe(false);
  });
});
