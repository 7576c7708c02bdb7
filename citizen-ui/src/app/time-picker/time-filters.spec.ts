import { describe, expect, it } from '@jest/globals';
import { filterParams, readFilters } from './time-filters';

const type = {
  modes: ['VISIT', 'REMOTE'] as ('VISIT' | 'REMOTE')[],
  officeIds: ['keskustori', 'itainen'],
  employeeChoice: 'PERSON' as const,
};
const vilma = '018f7d2e-0000-7000-8000-000000000007';

describe('the filters of free times in the address', () => {
  it('begin with all offices, the first way of meeting and the first free day', () => {
    expect(readFilters({}, type)).toEqual({ unit: null, mode: 'VISIT', language: null, person: null, date: null, view: 'month' });
  });

  it('survive being written and read', () => {
    const filters = { unit: 'itainen', mode: 'REMOTE', language: 'fse', person: vilma, date: '2026-12-10', view: 'list' } as const;
    const written = Object.entries(filterParams(filters, type)).map(([name, value]) => [name, value ?? undefined]);
    expect(readFilters(Object.fromEntries(written), type)).toEqual(filters);
  });

  it('leave out what the type does not offer and days that do not exist', () => {
    expect(
      readFilters({ unit: 'suljettu', mode: 'HOME', language: 'suomea', person: 'vilma', date: '2026-02-30', view: 'pie' }, type),
    ).toEqual({
      unit: null,
      mode: 'VISIT',
      language: null,
      person: null,
      date: null,
      view: 'month',
    });
  });

  it('keep the address short: what is usual is not written', () => {
    expect(filterParams({ unit: null, mode: 'VISIT', language: null, person: null, date: null, view: 'month' }, type)).toEqual({
      unit: null,
      mode: null,
      language: null,
      person: null,
      date: null,
      view: null,
    });
  });

  it('leave out a language or a person where the type leaves no choice of them', () => {
    const query = { language: 'sv', person: vilma };
    expect(readFilters(query, { ...type, employeeChoice: 'LANGUAGE' })).toMatchObject({ language: 'sv', person: null });
    expect(readFilters(query, { ...type, employeeChoice: 'NONE' })).toMatchObject({ language: null, person: null });
  });
});
