import type { EmployeePrincipal, RoleGrant, SystemPrincipal } from '../platform/access/index.ts';
import { parseInstant } from '../kernel/index.ts';
import { DEMO_UNITS } from './content/offices.ts';
import { DEMO_EMPLOYEES } from './demo-employees.ts';
import type { DemoOrganisationCode, DemoRoleGrant, DemoUnitCode } from './demo-persons.ts';

type Kind = 'organisation' | 'unit' | 'service-task' | 'service' | 'type' | 'room' | 'employee' | 'client' | 'identity-code';

/** What the seed has made so far, by the names that the demo's content knows it by. */
export class DemoIds {
  private readonly ids = new Map<string, string>();

  add(kind: Kind, organisation: DemoOrganisationCode, name: string, id: string): void {
    this.ids.set(`${kind} ${organisation} ${name}`, id);
  }

  /** @throws Error for what is not made (yet) */
  of(kind: Kind, organisation: DemoOrganisationCode, name: string): string {
    const id = this.ids.get(`${kind} ${organisation} ${name}`);
    if (id === undefined) throw new Error(`The demo has no ${kind} ${name} in ${organisation}.`);
    return id;
  }

  /** The seed itself, in one organisation. */
  system(organisation: DemoOrganisationCode): SystemPrincipal {
    return { kind: 'SYSTEM', organisationId: this.of('organisation', organisation, organisation), name: 'demo' };
  }

  /** An employee with the roles of the demo, as if signed in. */
  employee(key: string): EmployeePrincipal {
    const employee = DEMO_EMPLOYEES.find((one) => one.key === key);
    if (employee === undefined) throw new Error(`The demo has no employee ${key}.`);
    const { organisation } = employee;
    return {
      kind: 'EMPLOYEE',
      organisationId: this.of('organisation', organisation, organisation),
      employeeId: this.of('employee', organisation, key),
      sessionId: 'demo',
      name: `${employee.givenName} ${employee.familyName}`,
      grants: employee.roles.map((grant) => this.grant(organisation, grant)),
      authenticatedAt: parseInstant('2020-01-01T00:00:00Z'),
    };
  }

  private grant(organisation: DemoOrganisationCode, { role, unit }: DemoRoleGrant): RoleGrant {
    const unitIds = subtree(unit).map((code) => this.of('unit', organisation, code));
    return { role, unitId: this.of('unit', organisation, unit), unitIds, serviceIds: null };
  }
}

function subtree(code: DemoUnitCode): DemoUnitCode[] {
  return [code, ...DEMO_UNITS.filter((unit) => unit.parent === code).flatMap((unit) => subtree(unit.code))];
}

/** The organisation of a unit of the demo. */
export function organisationOfUnit(code: DemoUnitCode): DemoOrganisationCode {
  return DEMO_UNITS.find((unit) => unit.code === code)?.organisation ?? 'NH';
}
