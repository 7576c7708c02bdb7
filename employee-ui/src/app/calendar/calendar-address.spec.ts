import { describe, expect, it } from '@jest/globals';
import { readAddress, writeAddress } from './calendar-address';

const ANNA = '0193b2f0-0000-7000-8000-00000000000a';
const ROOM = '0193b2f0-0000-7000-8000-00000000000b';

/** As the browser carries it: what is taken away is not there. */
function carried(change: Parameters<typeof writeAddress>[0]) {
  return Object.fromEntries(Object.entries(writeAddress(change)).filter(([, value]) => value !== null));
}

describe('the address of a calendar', () => {
  it('without anything is my own day of today, without what has been cancelled', () => {
    expect(readAddress({})).toEqual({ view: 'day', date: null, who: [], one: null, hidden: new Set(['cancelled']) });
  });

  it('brings a colleague to the same view', () => {
    const state = {
      view: 'week',
      date: '2026-12-10',
      who: [ANNA, ROOM],
      one: ROOM,
      hidden: new Set(['offered', 'other'] as const),
    } as const;
    expect(readAddress(carried(state))).toEqual(state);
  });

  it('tells "nothing is hidden" from "as usual"', () => {
    expect(readAddress(carried({ hidden: new Set() })).hidden).toEqual(new Set());
    expect(carried({ hidden: new Set(['cancelled']) })).toEqual({});
  });

  it('leaves out what is no day, no view and no id, and shows each person once', () => {
    const typed = { view: 'year', date: '2026-02-30', who: `${ANNA},Aino Esimerkki,${ANNA}`, one: "'--", hide: 'offered,everything' };
    expect(readAddress(typed)).toEqual({ view: 'day', date: null, who: [ANNA], one: null, hidden: new Set(['offered']) });
  });

  it('holds no more columns than can be read', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => `0193b2f0-0000-7000-8000-0000000000${String(index + 10)}`);
    expect(readAddress({ who: crowd.join() }).who).toHaveLength(20);
  });
});
