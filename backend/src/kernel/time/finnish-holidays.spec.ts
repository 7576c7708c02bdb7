import { describe, expect, it } from '@jest/globals';
import { finnishHolidays } from './finnish-holidays.ts';
import { compareDates, daysBetween, partsOf, toLocalDate, weekdayOf } from './local-date.ts';

const datesOf = (year: number): string[] => finnishHolidays(year).map(({ date }) => date);
const YEARS = Array.from({ length: 12 }, (_, index) => 2026 + index);

// Of Easter Sunday, as the almanac office of the University of Helsinki gives it.
const EASTER = [
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
  '2033-04-17',
  '2034-04-09',
  '2035-03-25',
  '2036-04-13',
  '2037-04-05',
];

describe('Finnish holidays', () => {
  it('of 2027 are these', () => {
    expect(datesOf(2027)).toEqual([
      '2027-01-01',
      '2027-01-06',
      '2027-03-26',
      '2027-03-28',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-16',
      '2027-06-25',
      '2027-06-26',
      '2027-11-06',
      '2027-12-06',
      '2027-12-24',
      '2027-12-25',
      '2027-12-26',
    ]);
  });

  it('at the end of 2026 are Independence Day on a Sunday, Christmas and its eve', () => {
    expect(datesOf(2026).filter((date) => date > '2026-11-01')).toEqual(['2026-12-06', '2026-12-24', '2026-12-25', '2026-12-26']);
  });

  it('know the two eves from the public holidays, and leave out those on which offices are open', () => {
    const eves = finnishHolidays(2027).filter(({ kind }) => kind === 'EVE');
    expect(eves.map(({ code, date }) => [code, date])).toEqual([
      ['MIDSUMMER_EVE', '2027-06-25'],
      ['CHRISTMAS_EVE', '2027-12-24'],
    ]);
    expect(datesOf(2027)).not.toContain('2027-12-31');
  });

  it('have a name in each language', () => {
    const [first] = finnishHolidays(2027);
    expect(first?.name).toEqual({ fi: 'uudenvuodenpäivä', sv: 'nyårsdagen', en: "New Year's Day" });
    for (const { name } of finnishHolidays(2027)) expect(Object.values(name).every((text) => text.length > 3)).toBe(true);
  });

  it.each(YEARS)('of %i are the same fifteen days, each by its rule', (year) => {
    const byCode = new Map(finnishHolidays(year).map(({ code, date }) => [code, date]));
    const dateOf = (code: string): ReturnType<typeof toLocalDate> => toLocalDate(byCode.get(code) ?? '');
    expect(byCode.size).toBe(15);
    expect(datesOf(year)).toEqual(datesOf(year).map(toLocalDate).sort(compareDates));

    const easter = toLocalDate(EASTER[year - 2026] ?? '');
    const afterEaster = ['GOOD_FRIDAY', 'EASTER_DAY', 'EASTER_MONDAY', 'ASCENSION_DAY', 'PENTECOST'].map((code) =>
      daysBetween(easter, dateOf(code)),
    );
    expect(afterEaster).toEqual([-2, 0, 1, 39, 49]);

    expect(weekdayOf(dateOf('MIDSUMMER_EVE'))).toBe(5);
    expect(partsOf(dateOf('MIDSUMMER_EVE'))).toMatchObject({ month: 6 });
    expect(partsOf(dateOf('MIDSUMMER_EVE')).day).toBeGreaterThanOrEqual(19);
    expect(partsOf(dateOf('MIDSUMMER_EVE')).day).toBeLessThanOrEqual(25);
    expect(daysBetween(dateOf('MIDSUMMER_EVE'), dateOf('MIDSUMMER_DAY'))).toBe(1);
    expect(weekdayOf(dateOf('ALL_SAINTS_DAY'))).toBe(6);
    expect(dateOf('ALL_SAINTS_DAY') >= `${year}-10-31` && dateOf('ALL_SAINTS_DAY') <= `${year}-11-06`).toBe(true);
    expect(dateOf('INDEPENDENCE_DAY')).toBe(`${year}-12-06`);
    expect(dateOf('CHRISTMAS_EVE')).toBe(`${year}-12-24`);
  });
});
