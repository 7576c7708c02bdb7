import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ageOn,
  birthDateOf,
  birthdayOf,
  isTemporaryOrTest,
  makeTestIdentityCode,
  maskIdentityCode,
  PersonalIdentityCode,
  type CenturySign,
} from './personal-identity-code.ts';
import { addDays, dateOfEpochDay, epochDayOf, partsOf, toLocalDate, type LocalDate } from './time/local-date.ts';

const PEOPLE = [
  ['140385-902F', '1985-03-14'],
  ['020683-9130', '1983-06-02'],
  ['110918A924T', '2018-09-11'],
  ['250412A935L', '2012-04-25'],
  ['150111A931B', '2011-01-15'],
  ['171190-946K', '1990-11-17'],
  ['030520A9581', '2020-05-03'],
  ['080779-9605', '1979-07-08'],
  ['280271-971A', '1971-02-28'],
  ['121258-9822', '1958-12-12'],
  ['010195-9930', '1995-01-01'],
  ['010195Y9930', '1995-01-01'],
  ['060688X970P', '1988-06-06'],
  ['150404B915E', '2004-04-15'],
  ['230699-904C', '1999-06-23'],
  ['150109A926N', '2009-01-15'],
  ['290224A937R', '2024-02-29'],
  ['050542-948N', '1942-05-05'],
  ['070770-9595', '1970-07-07'],
  ['200115A934P', '2015-01-20'],
  ['040287-953C', '1987-02-04'],
  ['230575-964A', '1975-05-23'],
  ['120390-962D', '1990-03-12'],
  ['010199+9078', '1899-01-01'],
] as const;

const SIGNS: Readonly<Record<number, readonly CenturySign[]>> = {
  1800: ['+'],
  1900: ['-', 'Y', 'X', 'W', 'V', 'U'],
  2000: ['A', 'B', 'C', 'D', 'E', 'F'],
};

const aBirthDate = fc
  .integer({ min: epochDayOf(toLocalDate('1800-01-01')), max: epochDayOf(toLocalDate('2099-12-31')) })
  .map(dateOfEpochDay);

const aTestCode = fc.tuple(aBirthDate, fc.integer({ min: 900, max: 999 }), fc.nat()).map(([birthDate, number, pick]) => {
  const signs = SIGNS[century(birthDate)] ?? [];
  return { birthDate, code: makeTestIdentityCode(birthDate, number, signs[pick % signs.length] ?? 'A') };
});

describe('a personal identity code', () => {
  it.each(PEOPLE)('%s is right and says the birth date %s', (text, born) => {
    expect(birthDateOf(parsed(text))).toBe(born);
    expect(isTemporaryOrTest(parsed(text))).toBe(true);
  });

  it('of the population register is not a test code', () => {
    expect(isTemporaryOrTest(parsed('131052-308T'))).toBe(false);
  });

  it('keeps the separator as part of the identity', () => {
    expect(parsed('010195-9930')).not.toBe(parsed('010195Y9930'));
  });

  it('is accepted as people type it', () => {
    expect(parsed(' 150404b915e ')).toBe('150404B915E');
    expect(parsed('140385–902f')).toBe('140385-902F');
  });

  it.each([
    ['', 'FORMAT'],
    ['140385902F', 'FORMAT'],
    ['140385-902', 'FORMAT'],
    ['140385-902FX', 'FORMAT'],
    ['140385G902F', 'FORMAT'],
    ['140385Z902F', 'FORMAT'],
    ['140385T902F', 'FORMAT'],
    ['14.03.1985', 'FORMAT'],
    ['140385-000A', 'FORMAT'],
    ['140385-001B', 'FORMAT'],
    ['310404A915E', 'DATE'],
    ['290223A937R', 'DATE'],
    ['290200+9078', 'DATE'],
    ['001385-902F', 'DATE'],
    ['140085-902F', 'DATE'],
    ['010190-999K', 'CHECK_CHARACTER'],
    ['140385-902I', 'CHECK_CHARACTER'],
    ['140385-903F', 'CHECK_CHARACTER'],
  ])('%p is refused for its %s', (text, reason) => {
    expect(PersonalIdentityCode.parse(text)).toEqual({ ok: false, reason });
  });

  it('counts 2000 as a leap year and 1900 not', () => {
    expect(birthDateOf(makeTestIdentityCode(toLocalDate('2000-02-29'), 900, 'A'))).toBe('2000-02-29');
    expect(PersonalIdentityCode.parse('290200-9001')).toEqual({ ok: false, reason: 'DATE' });
  });

  it('is shown without its last four characters', () => {
    expect(maskIdentityCode(parsed('140385-902F'))).toBe('140385-****');
    expect(maskIdentityCode(parsed('150404B915E'))).toBe('150404B****');
  });

  it('gives back the birth date it was made for, with every sign', () => {
    fc.assert(
      fc.property(aTestCode, ({ birthDate, code }) => {
        expect(birthDateOf(parsed(code))).toBe(birthDate);
      }),
    );
  });

  it('shows every single mistyped digit and every swap of neighbours', () => {
    const digits = [0, 1, 2, 3, 4, 5, 7, 8, 9];
    fc.assert(
      fc.property(aTestCode, fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), ({ code }, at, by) => {
        const mistyped = replaceAt(code, at, String((Number(code.charAt(at)) + by) % 10));
        expect(PersonalIdentityCode.parse(mistyped).ok).toBe(false);
        const neighbour = at === 5 || at === 9 ? at - 1 : at + 1;
        fc.pre(code.charAt(at) !== code.charAt(neighbour));
        const swapped = replaceAt(replaceAt(code, at, code.charAt(neighbour)), neighbour, code.charAt(at));
        expect(PersonalIdentityCode.parse(swapped).ok).toBe(false);
      }),
    );
  });

  it('is never made for a number that a real person may have, or with a sign of another century', () => {
    expect(() => makeTestIdentityCode(toLocalDate('1985-03-14'), 899, '-')).toThrow(RangeError);
    expect(() => makeTestIdentityCode(toLocalDate('1985-03-14'), 1000, '-')).toThrow(RangeError);
    expect(() => makeTestIdentityCode(toLocalDate('1985-03-14'), 902, 'A')).toThrow(RangeError);
  });
});

describe('age', () => {
  it.each([
    ['2009-01-15', '2027-01-14', 17],
    ['2009-01-15', '2027-01-15', 18],
    ['2015-01-20', '2027-01-19', 11],
    ['2015-01-20', '2027-01-20', 12],
    ['1985-03-14', '2026-11-24', 41],
    ['2024-02-29', '2026-02-28', 1],
    ['2024-02-29', '2026-03-01', 2],
    ['2024-02-29', '2028-02-28', 3],
    ['2024-02-29', '2028-02-29', 4],
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-23', -1],
  ])('of somebody born on %s is on %s %i', (born, on, age) => {
    expect(ageOn(toLocalDate(born), toLocalDate(on))).toBe(age);
  });

  it('changes on the birthday and on no other day', () => {
    fc.assert(
      fc.property(aBirthDate, fc.integer({ min: 1, max: 110 }), (born, years) => {
        const birthday = birthdayOf(born, years);
        expect(ageOn(born, birthday)).toBe(years);
        expect(ageOn(born, addDays(birthday, -1))).toBe(years - 1);
      }),
    );
  });
});

function parsed(text: string): PersonalIdentityCode {
  const result = PersonalIdentityCode.parse(text);
  if (!result.ok) throw new Error(`${text}: ${result.reason}`);
  return result.code;
}

function century(date: LocalDate): number {
  return Math.floor(partsOf(date).year / 100) * 100;
}

function replaceAt(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}
