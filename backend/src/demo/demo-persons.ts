import type { Language, LocalizedText } from '../kernel/localized-text.ts';
import type { LocalDate } from '../kernel/time/local-date.ts';

// Pure data about people who do not exist. The demo organisation registers them as clients and employees, and the development
// identity provider lets a tester sign in as one of them, so the two always know the same people.

/** What an identity provider says about a person when asked for the subject: stable, and in no real provider's form. */
export function demoSubject(key: string): string {
  return `demo|${key}`;
}

/** Who may see that a capable minor has a time: code 1 to 4 of the national appointment document. */
export type GuardianVisibility = 'NOT_CAPABLE_SHOWN' | 'CAPABLE_ALLOWS' | 'CAPABLE_FORBIDS' | 'UNKNOWN_NOT_SHOWN';

export interface DemoRepresentation {
  /** Key of the person who is represented. */
  readonly principal: string;
  readonly kind: 'GUARDIAN' | 'LEGAL_GUARDIAN' | 'MANDATE';
}

/** Where letters go. */
export interface DemoAddress {
  readonly street: string;
  /** Five digits. */
  readonly postalCode: string;
  readonly postalPlace: string;
}

export interface DemoCitizen {
  readonly key: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly birthDate: LocalDate;
  readonly identityCode: string;
  /** Own language, ISO 639; a sign language too. */
  readonly language: string;
  readonly uiLanguage: Language;
  readonly messageLanguage: Language;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: DemoAddress | null;
  /** Turvakielto: address and contact details are not given to anybody. */
  readonly nonDisclosure: boolean;
  readonly interpreterNeeded: boolean;
  readonly guardianVisibility: GuardianVisibility | null;
  readonly represents: readonly DemoRepresentation[];
  /** Keys of the organisations of which the person is a client. */
  readonly organisations: readonly DemoOrganisationCode[];
  /** False for those too young to sign in, and for a code that only checks are made with. */
  readonly signsIn: boolean;
  /** What a tester shows with this person. */
  readonly use: LocalizedText;
}

/** The wellbeing services county, and the employment area that is a controller of its own. */
export type DemoOrganisationCode = 'NH' | 'NT';

export type DemoUnitCode = 'NH' | 'POP' | 'LA' | 'LA-I' | 'LA-L' | 'VAPA' | 'LAPE' | 'AIK' | 'NT' | 'TYO';

export type DemoTeamCode = 'POP-LASTENVALVOJAT' | 'LA-I-AVOHUOLTO' | 'VAPA-SOSIAALITYO' | 'TYO-OMAVALMENTAJAT' | 'AJANVARAUSKESKUS';

/** Skills that appointment types ask for: Finnish and Finland-Swedish sign language. */
export type DemoSkill = 'FSL_FI' | 'FSL_SV';

export interface DemoRoleGrant {
  readonly role: 'EMPLOYEE' | 'BOOKING_CLERK' | 'SUPERVISOR' | 'ADMINISTRATOR';
  /** The grant reaches this unit and all below it. */
  readonly unit: DemoUnitCode;
}

export interface DemoEmployee {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: LocalizedText;
  readonly email: string;
  readonly organisation: DemoOrganisationCode;
  readonly unit: DemoUnitCode;
  readonly team: DemoTeamCode | null;
  /** Employees with the same letter in the same team are a fixed work pair. */
  readonly pair: string | null;
  readonly roles: readonly DemoRoleGrant[];
  readonly languages: readonly Language[];
  readonly skills: readonly DemoSkill[];
  /** Whether citizens may choose the person by name. */
  readonly namedToCitizens: boolean;
  /** What a tester shows with this person; null for those who only fill the teams. */
  readonly use: LocalizedText | null;
}
