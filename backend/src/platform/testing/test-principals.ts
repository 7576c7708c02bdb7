import { newId, parseInstant } from '../../kernel/index.ts';
import type { CitizenPrincipal, EmployeePrincipal, RoleGrant, SystemPrincipal } from '../access/index.ts';
import { testOrganisationId } from './seed-organisation.ts';

const authenticatedAt = parseInstant('2026-11-24T06:00:00Z');

/** A signed-in citizen of the test organisation; say only what matters. */
export function aCitizen(given: Partial<CitizenPrincipal> = {}): CitizenPrincipal {
  return {
    kind: 'CITIZEN',
    organisationId: testOrganisationId,
    clientId: newId(),
    onBehalfOfClientId: null,
    sessionId: 'c0ffee',
    name: 'Aino Esimerkki',
    authenticatedAt,
    ...given,
  };
}

/** A signed-in employee of the test organisation; without grants unless given. */
export function anEmployee(given: Partial<EmployeePrincipal> = {}): EmployeePrincipal {
  return {
    kind: 'EMPLOYEE',
    organisationId: testOrganisationId,
    employeeId: newId(),
    sessionId: 'c0ffee',
    name: 'Liisa Esimerkki',
    grants: [],
    authenticatedAt,
    ...given,
  };
}

/** The product itself. */
export function theSystem(organisationId: string = testOrganisationId): SystemPrincipal {
  return { kind: 'SYSTEM', organisationId, name: 'worker' };
}

/** A grant over one unit. */
export function aGrant(given: Partial<RoleGrant> & Pick<RoleGrant, 'role' | 'unitId'>): RoleGrant {
  return { unitIds: [given.unitId], serviceIds: null, ...given };
}
