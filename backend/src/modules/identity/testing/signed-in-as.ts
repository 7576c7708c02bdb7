import { toLocalDate } from '../../../kernel/index.ts';
import type { Role } from '../../../platform/access/index.ts';
import { theSystem } from '../../../platform/testing/index.ts';
import type { TestApplication } from '../../../platform/testing/test-application.ts';
import { anEmployee } from '../../staff/testing/index.ts';
import { GrantRole } from '../grant-role.ts';

/** A signed-in browser of a new employee whose home is the unit and who has the role there; for all services unless some are named. */
export async function signedInAs(test: TestApplication, role: Role, unitId: string, serviceIds?: readonly string[]) {
  const employee = await anEmployee({ homeUnitId: unitId, firstName: 'Satu', lastName: 'Sosiaalityö' }).save(test.db);
  await test.app.get(GrantRole, { strict: false }).execute(theSystem(test.db.organisationId), {
    employeeId: employee.id,
    role,
    unitId,
    validFrom: toLocalDate('2025-01-01'),
    ...(serviceIds === undefined ? {} : { serviceIds }),
  });
  return { employee, http: await test.signInEmployee(employee.id) };
}
