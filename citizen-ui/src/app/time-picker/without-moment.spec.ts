import { describe, expect, it } from '@jest/globals';
import type { FreeTimeView } from '@vuoro/ui-shared/api';
import { withoutMoment } from './without-moment';

const time = (startsAt: string, unitId: string): FreeTimeView => ({
  id: `${startsAt} ${unitId}`,
  startsAt,
  endsAt: startsAt,
  unitId,
  modes: ['VISIT'],
});
const own = time('2026-12-03T07:00:00.000Z', 'pop');
const elsewhere = time('2026-12-03T07:00:00.000Z', 'vapa');
const later = time('2026-12-03T14:00:00.000Z', 'pop');

describe('times to move to', () => {
  it('are not the one that one has already, with a colleague', () => {
    expect(withoutMoment([own, elsewhere, later], { startsAt: '2026-12-03T07:00:00Z', unitId: 'pop' })).toEqual([elsewhere, later]);
    expect(withoutMoment([own, elsewhere, later], { startsAt: own.startsAt, unitId: null })).toEqual([later]);
  });

  it('are all when nothing is booked yet', () => {
    expect(withoutMoment([own, later], null)).toEqual([own, later]);
  });
});
