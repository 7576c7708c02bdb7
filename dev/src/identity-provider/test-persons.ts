import { demoCitizens } from '../../../backend/src/demo/demo-citizens.ts';
import { DEMO_EMPLOYEES } from '../../../backend/src/demo/demo-employees.ts';
import { demoSubject } from '../../../backend/src/demo/demo-persons.ts';
import type { LocalizedText } from '../../../backend/src/kernel/localized-text.ts';
import { toLocalDate } from '../../../backend/src/kernel/time/local-date.ts';

/** How surely the identity provider claims to have recognised somebody. The low one is there to see it refused. */
export type Assurance = 'usual' | 'low';

/** Somebody whom a tester can sign in as. */
export interface TestPerson {
  readonly subject: string;
  readonly name: string;
  /** Title of an employee. */
  readonly title: LocalizedText | null;
  readonly use: LocalizedText | null;
  /** Which organisation's address the person belongs to; citizens may use both. */
  readonly organisation: 'NH' | 'NT' | null;
  readonly claims: Readonly<Record<string, string>>;
}

/** Names of Suomi.fi's attributes. */
export const IDENTITY_CODE_CLAIM = 'urn:oid:1.2.246.21';
export const NON_DISCLOSURE_CLAIM = 'urn:oid:1.2.246.517.2002.2.27';

/** Levels of assurance of the Finnish trust network: 2 is substantial, 1 is below what is accepted. */
const CITIZEN_ACR = { usual: 'http://ftn.ficora.fi/2017/loa2', low: 'http://ftn.ficora.fi/2017/loa1' } as const;
const EMPLOYEE_ACR = { usual: 'https://refeds.org/profile/mfa', low: 'https://refeds.org/profile/sfa' } as const;

/** What the provider states about the sign-in itself. */
export function authenticationOf(kind: 'citizen' | 'employee', assurance: Assurance): { acr: string; amr: readonly string[] } {
  if (kind === 'citizen') return { acr: CITIZEN_ACR[assurance], amr: assurance === 'usual' ? ['hwk'] : ['pwd'] };
  return { acr: EMPLOYEE_ACR[assurance], amr: assurance === 'usual' ? ['pwd', 'mfa'] : ['pwd'] };
}

/** The citizens who can sign in. @param firstDay day on which the demo began, `YYYY-MM-DD` */
export function testCitizens(firstDay: string): readonly TestPerson[] {
  return demoCitizens(toLocalDate(firstDay))
    .filter((citizen) => citizen.signsIn)
    .map((citizen) => ({
      subject: demoSubject(citizen.key),
      name: `${citizen.givenNames} ${citizen.familyName}`,
      title: null,
      use: citizen.use,
      organisation: null,
      claims: {
        name: `${citizen.givenNames} ${citizen.familyName}`,
        given_name: citizen.givenNames,
        family_name: citizen.familyName,
        [IDENTITY_CODE_CLAIM]: citizen.identityCode,
        [NON_DISCLOSURE_CLAIM]: citizen.nonDisclosure ? '1' : '0',
      },
    }));
}

/** The employees; those with a purpose of their own first. */
export function testEmployees(): readonly TestPerson[] {
  const persons = DEMO_EMPLOYEES.map((employee) => ({
    subject: demoSubject(employee.key),
    name: `${employee.givenName} ${employee.familyName}`,
    title: employee.title,
    use: employee.use,
    organisation: employee.organisation,
    claims: {
      name: `${employee.givenName} ${employee.familyName}`,
      given_name: employee.givenName,
      family_name: employee.familyName,
      email: employee.email,
    },
  }));
  return [...persons.filter((person) => person.use !== null), ...persons.filter((person) => person.use === null)];
}
