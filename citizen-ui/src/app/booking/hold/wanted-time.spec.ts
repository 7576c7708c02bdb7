import { describe, expect, it } from '@jest/globals';
import { readWanted } from './wanted-time';

const type = '018f7d2e-0000-7000-8000-000000000001';
const time = '018f7d2e-0000-7000-8000-000000000002';

describe('a choice that comes back from identification', () => {
  it('is read from the address', () => {
    expect(readWanted({ type, time, mode: 'REMOTE' })).toEqual({
      typeId: type,
      offeredTimeId: time,
      mode: 'REMOTE',
      wish: { language: null, person: null },
    });
    const wish = { language: 'fse', person: time };
    expect(readWanted({ type, time, mode: 'REMOTE', ...wish })?.wish).toEqual(wish);
  });

  it.each([
    { type, time, mode: 'TELEPATHY' },
    { type, time },
    { type, mode: 'VISIT' },
    { type, time: `${time}/../session`, mode: 'VISIT' },
    { type: 'eroaika', time, mode: 'VISIT' },
  ])('is no choice when the address was broken: %o', (query) => {
    expect(readWanted(query)).toBeNull();
  });
});
