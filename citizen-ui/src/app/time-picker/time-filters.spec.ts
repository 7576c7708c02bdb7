import { describe, expect, it } from '@jest/globals';
import { filterParams, readFilters } from './time-filters';

const type = { modes: ['VISIT', 'REMOTE'] as ('VISIT' | 'REMOTE')[], officeIds: ['keskustori', 'itainen'] };

describe('the filters of free times in the address', () => {
  it('begin with all offices, the first way of meeting and the first free day', () => {
    expect(readFilters({}, type)).toEqual({ unit: null, mode: 'VISIT', date: null, view: 'month' });
  });

  it('survive being written and read', () => {
    const filters = { unit: 'itainen', mode: 'REMOTE', date: '2026-12-10', view: 'list' } as const;
    const { unit, mode, date, view } = filterParams(filters, type);
    expect(
      readFilters({ unit: unit ?? undefined, mode: mode ?? undefined, date: date ?? undefined, view: view ?? undefined }, type),
    ).toEqual(filters);
  });

  it('leave out what the type does not offer and days that do not exist', () => {
    expect(readFilters({ unit: 'suljettu', mode: 'HOME', date: '2026-02-30', view: 'pie' }, type)).toEqual({
      unit: null,
      mode: 'VISIT',
      date: null,
      view: 'month',
    });
  });

  it('keep the address short: what is usual is not written', () => {
    expect(filterParams({ unit: null, mode: 'VISIT', date: null, view: 'month' }, type)).toEqual({
      unit: null,
      mode: null,
      date: null,
      view: null,
    });
  });
});
