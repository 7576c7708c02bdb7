import fc from 'fast-check';
import { newId } from '../../kernel/index.ts';
import { aCitizen, aGrant, anEmployee, testDatabase } from '../testing/index.ts';
import { Access, type AccessObject } from './access.ts';
import { defineActions, type Reach } from './actions.ts';
import type { Principal, Role } from './principal.ts';

const db = await testDatabase();
const access = new Access();
const ids = Array.from({ length: 3 }, () => newId());
const anId = fc.constantFrom(...ids);
const roles: readonly Role[] = ['EMPLOYEE', 'BOOKING_CLERK', 'SUPERVISOR', 'ADMINISTRATOR'];

defineActions('EMPLOYEE', {
  TEST_READ: { EMPLOYEE: 'OWN', BOOKING_CLERK: 'GRANTED', SUPERVISOR: ['OWN', 'GRANTED'], ADMINISTRATOR: 'ANY' },
});
defineActions('CITIZEN', { TEST_OWN_READ: {} });

const anObject = fc.record({ unitId: anId, serviceId: anId, employeeIds: fc.tuple(anId), clientIds: fc.tuple(anId) });
const someGrants = fc.array(
  fc
    .record({ role: fc.constantFrom(...roles), unitId: anId, unitIds: fc.uniqueArray(anId), serviceIds: fc.option(fc.uniqueArray(anId)) })
    .map(aGrant),
  { maxLength: 3 },
);
const somebody: fc.Arbitrary<Principal> = fc.oneof(
  fc.record({ employeeId: anId, grants: someGrants }).map(anEmployee),
  fc.record({ clientId: anId, onBehalfOfClientId: fc.option(anId) }).map(aCitizen),
);

async function selects(principal: Principal, action: string, object: AccessObject): Promise<boolean> {
  const { sql, parameters } = access.predicate(
    principal,
    action,
    { unit: 'o.unit', service: 'o.service', employee: 'o.employee', client: 'o.client' },
    5,
  );
  const rows: unknown[] = await db.dataSource.query(
    `SELECT 1 FROM (SELECT $1::uuid AS unit, $2::uuid AS service, $3::uuid AS employee, $4::uuid AS client) o WHERE ${sql}`,
    [object.unitId, object.serviceId, object.employeeIds?.[0], object.clientIds?.[0], ...parameters],
  );
  return rows.length === 1;
}

describe('one rule, asked in two ways', () => {
  it.each(['TEST_READ', 'TEST_OWN_READ'])('lets the same objects through as yes or no and as an SQL predicate: %s', async (action) => {
    await fc.assert(
      fc.asyncProperty(somebody, anObject, async (principal, object) => {
        expect(await selects(principal, action, object)).toBe(access.allows(principal, action, object));
      }),
      { numRuns: 300 },
    );
  });
});

describe('access to one object', () => {
  const [unitId = '', otherUnitId = '', serviceId = ''] = ids;
  const own = anEmployee({ grants: [aGrant({ role: 'EMPLOYEE', unitId })] });

  it('hides what lies outside the reach as if it were not there', () => {
    expect(() => access.require(own, 'TEST_READ', { unitId, employeeIds: [newId()] })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });

  it('says so when no grant includes the action at all', () => {
    expect(() => access.require(anEmployee(), 'TEST_READ', { unitId })).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    expect(() => access.require(aCitizen(), 'TEST_READ', { unitId })).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
  });

  it('reaches no further than the units and services of the grant', () => {
    const clerk = anEmployee({ grants: [aGrant({ role: 'BOOKING_CLERK', unitId, serviceIds: [serviceId] })] });
    expect(access.allows(clerk, 'TEST_READ', { unitId, serviceId })).toBe(true);
    expect(access.allows(clerk, 'TEST_READ', { unitId, serviceId: newId() })).toBe(false);
    expect(access.allows(clerk, 'TEST_READ', { unitId: otherUnitId, serviceId })).toBe(false);
  });

  it('lets a representative reach the represented person, and not at the same time their own matters', () => {
    const [child, parent] = [newId(), newId()];
    const citizen = aCitizen({ clientId: parent, onBehalfOfClientId: child });
    expect(access.allows(citizen, 'TEST_OWN_READ', { clientIds: [child] })).toBe(true);
    expect(access.allows(citizen, 'TEST_OWN_READ', { clientIds: [parent] })).toBe(false);
  });

  it('stops a slip in an action code at once', () => {
    expect(() => access.allows(own, 'TEST_RAED', {})).toThrow('No module declares the action TEST_RAED.');
  });

  const reaches: readonly Reach[] = ['OWN', 'GRANTED', 'ANY'];
  it.each(reaches)('declares an action once: %s', (reach) => {
    defineActions('EMPLOYEE', { [`TEST_ONCE_${reach}`]: { EMPLOYEE: reach } });
    expect(() => defineActions('EMPLOYEE', { [`TEST_ONCE_${reach}`]: { EMPLOYEE: reach } })).toThrow('declared twice');
  });
});
