import { describe, expect, it } from '@jest/globals';
import type { FreeTimeView } from '@vuoro/ui-shared/api';
import { groupByDay, modeToKeep, timesOf } from './free-times';

function time(id: string, startsAt: string, modes: FreeTimeView['modes'] = ['VISIT']): FreeTimeView {
  return { id, startsAt, endsAt: startsAt, unitId: 'u1', modes };
}

describe('times to move a reservation to', () => {
  it('stand under their Finnish day, also late in the evening', () => {
    const days = groupByDay([time('a', '2026-12-10T21:30:00Z'), time('b', '2026-12-10T22:00:00Z'), time('c', '2026-12-11T07:00:00Z')]);
    expect(days.map(({ date, times }) => [date, times.map(({ id }) => id).join('')])).toEqual([
      ['2026-12-10', 'a'],
      ['2026-12-11', 'bc'],
    ]);
  });

  it('keep the way of meeting, and change it only where the new time does not have it', () => {
    expect(modeToKeep('REMOTE', time('a', '2026-12-10T07:00:00Z', ['VISIT', 'REMOTE']))).toBe('REMOTE');
    expect(modeToKeep('REMOTE', time('a', '2026-12-10T07:00:00Z', ['VISIT']))).toBe('VISIT');
    expect(modeToKeep('REMOTE', null)).toBe('REMOTE');
  });

  it('are read from a refusal without trusting it', () => {
    const named = { ...time('a', '2026-12-10T07:00:00Z'), employees: [] };
    expect(timesOf([named, time('b', '2026-12-10T07:00:00Z'), null, 'x', { id: 'c' }]).map(({ id }) => id)).toEqual(['a']);
  });
});
