import { describe, expect, it } from '@jest/globals';
import { toLocalDate } from '../kernel/time/local-date.ts';
import { demoCitizens } from './demo-citizens.ts';
import { DEMO_EMPLOYEES } from './demo-employees.ts';

const codesIn = (firstDay: string): Record<string, string> =>
  Object.fromEntries(
    demoCitizens(toLocalDate(firstDay)).map((citizen) => [`${citizen.givenNames} ${citizen.familyName}`, citizen.identityCode]),
  );

describe('the demo’s persons', () => {
  it('have the identity codes of the plan when the demo starts in November 2026', () => {
    expect(codesIn('2026-11-23')).toMatchObject({
      'Aino Esimerkki': '140385-902F',
      'Eero Esimerkki': '020683-9130',
      'Oona Esimerkki': '110918A924T',
      'Väinö Esimerkki': '250412A935L',
      'Pyry Nuori': '150111A931B',
      'Helmi Turvakielto': '171190-946K',
      'Lumi Turvakielto': '030520A9581',
      'Kaisla Viittoja': '080779-9605',
      'Tuomas Työnantaja': '280271-971A',
      'Ritva Välitystili': '121258-9822',
      'Ahmed Testinen': '010195-9930',
      'Ahmed Toinen': '010195Y9930',
      'Tuulikki Testinen': '060688X970P',
      'Onni Uusimerkki': '150404B915E',
      'Linnéa Demosson': '230699-904C',
      'Saga Kaksikielinen': '150109A926N',
      'Leo Leikkivä': '290224A937R',
      'Martta Edunvalvottava': '050542-948N',
      'Ilmari Valtuutettu': '070770-9595',
      'Tiitus Kaksitoista': '200115A934P',
      'Heikki Huoltaja': '040287-953C',
      'Leila Tulkkiasiakas': '230575-964A',
      'Liisa Lastenvalvoja': '120390-962D',
      'Vanha Vuosisata': '010199+9078',
    });
  });

  it('have their birthdays ahead whenever the demo starts', () => {
    const pyry = demoCitizens(toLocalDate('2027-12-31')).find((citizen) => citizen.key === 'pyry-nuori');
    expect(pyry?.birthDate).toBe('2012-02-15');
  });

  it('are each one person: no key, identity code, telephone or e-mail twice', () => {
    const citizens = demoCitizens(toLocalDate('2026-11-23'));
    const all = [
      ...citizens.flatMap((citizen) => [citizen.key, citizen.identityCode, citizen.phone, citizen.email]),
      ...DEMO_EMPLOYEES.flatMap((employee) => [employee.key, employee.email]),
    ].filter((value) => value !== null);
    expect(new Set(all).size).toBe(all.length);
  });

  it('represent only persons who are there', () => {
    const citizens = demoCitizens(toLocalDate('2026-11-23'));
    const keys = new Set(citizens.map((citizen) => citizen.key));
    expect(citizens.flatMap((citizen) => citizen.represents).filter(({ principal }) => !keys.has(principal))).toEqual([]);
  });

  it('fill the teams as the plan says, with three fixed pairs in child protection', () => {
    expect(countBy(DEMO_EMPLOYEES.map((employee) => employee.team))).toMatchObject({
      'POP-LASTENVALVOJAT': 6,
      'LA-I-AVOHUOLTO': 7,
      'VAPA-SOSIAALITYO': 5,
      'TYO-OMAVALMENTAJAT': 8,
      AJANVARAUSKESKUS: 3,
    });
    expect(countBy(DEMO_EMPLOYEES.map((employee) => employee.pair))).toEqual({ A: 2, B: 2, C: 2 });
  });
});

function countBy(values: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
