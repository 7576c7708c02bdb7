import { describe, expect, it } from '@jest/globals';
import { unitsUnder } from '../../directory/units-under';
import { plannable, typesOfWork, typesToOffer, unitsToPlan } from './planning-rules';

const units = [
  { id: 'county', parentId: null },
  { id: 'family', parentId: 'county' },
  { id: 'office', parentId: 'family' },
  { id: 'elsewhere', parentId: 'county' },
];
const employees = [
  { id: 'liisa', homeUnitId: 'office', active: true },
  { id: 'eeva', homeUnitId: 'family', active: true },
  { id: 'olli', homeUnitId: 'elsewhere', active: true },
  { id: 'former', homeUnitId: 'office', active: false },
];
const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

describe('whose calendar somebody may plan', () => {
  it('is only their own for an employee', () => {
    const liisa = { employeeId: 'liisa', roles: [{ role: 'EMPLOYEE' as const, unitId: 'office' }] };
    expect(ids(plannable('offer', liisa, employees, units))).toEqual(['liisa']);
  });

  it('is that of everybody below the unit of a supervisor, who are employed', () => {
    const eeva = { employeeId: 'eeva', roles: [{ role: 'SUPERVISOR' as const, unitId: 'family' }] };
    expect(ids(plannable('absence', eeva, employees, units))).toEqual(['liisa', 'eeva']);
  });

  it('is nobody’s for a booking clerk', () => {
    expect(plannable('work', { employeeId: 'olli', roles: [{ role: 'BOOKING_CLERK', unitId: 'county' }] }, employees, units)).toEqual([]);
  });

  it('does not reach absences for an administrator, who marks nobody absent', () => {
    const pekka = { employeeId: null, roles: [{ role: 'ADMINISTRATOR' as const, unitId: 'county' }] };
    expect(plannable('offer', pekka, employees, units)).toHaveLength(3);
    expect(plannable('absence', pekka, employees, units)).toEqual([]);
  });

  it('follows units down to the last, in whatever order they are listed', () => {
    expect([...unitsUnder(['family'], [...units].reverse())].sort()).toEqual(['family', 'office']);
  });
});

describe('the units to plan at', () => {
  const eeva = {
    employeeId: 'eeva',
    roles: [
      { role: 'EMPLOYEE' as const, unitId: 'office' },
      { role: 'BOOKING_CLERK' as const, unitId: 'elsewhere' },
      { role: 'ADMINISTRATOR' as const, unitId: 'family' },
    ],
  };
  const at = (choice: 'offer' | 'absence', employeeId: string) => [...unitsToPlan(choice, eeva, employeeId, units)].sort();

  it('are those of the roles that give the right to such an entry, and not of the others', () => {
    expect(at('offer', 'liisa')).toEqual(['family', 'office']);
    expect(at('absence', 'liisa')).toEqual([]);
  });

  it('are for the own calendar those where one works', () => {
    expect(at('absence', 'eeva')).toEqual(['office']);
  });
});

describe('the types to choose from', () => {
  const type = { category: 'CLIENT' as const, unitIds: ['office'], requiredSkills: [] as string[], serviceId: 's' };
  const signed = { ...type, requiredSkills: ['FSL'] };
  const lunch = { ...type, category: 'OTHER' as const, unitIds: [] as string[], serviceId: null };

  it('of time on offer are those of the unit for which the person has the skills', () => {
    expect(typesToOffer([type, signed, lunch], 'office', [])).toEqual([type]);
    expect(typesToOffer([type, signed], 'office', ['FSL'])).toEqual([type, signed]);
    expect(typesToOffer([type], 'elsewhere', [])).toEqual([]);
  });

  it('of other work are those of the unit and of the whole organisation', () => {
    expect(typesOfWork([type, lunch, { ...lunch, unitIds: ['elsewhere'] }], 'office')).toEqual([lunch]);
  });
});
