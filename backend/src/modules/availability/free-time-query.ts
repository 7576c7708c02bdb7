import type { Instant, Interval, LocalDate } from '../../kernel/index.ts';
import type { EmployeeChoice, Mode } from '../appointment-types/index.ts';

/** Citizens see times of types that are open to everybody; employees also internal ones and those that need a booking right. */
export type Seeker = 'CITIZEN' | 'EMPLOYEE';

/** A time that can be had: several employees at the same start and unit are one. Instants in UTC. */
export interface FreeTime {
  /** Of the offered time that a booking would take. */
  readonly id: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly unitId: string;
  readonly modes: readonly string[];
}

/** Who would meet the client at an offered time: the one who leads first. */
export interface EmployeeOfTime {
  readonly id: string;
  readonly name: string;
  readonly lead: boolean;
}

/** What is one row: a start at a unit, whoever would be there, or each employee's own time. */
export type RowPer = 'START' | 'EMPLOYEE';

export interface FreeTimeQuery {
  readonly seeker: Seeker;
  readonly appointmentTypeId: string;
  /** All units where the type is given, when left out or empty. */
  readonly unitIds?: readonly string[];
  readonly mode?: Mode;
  /** Who leads it or takes part in it; anybody, when left out. Citizens find only those who are named to them. */
  readonly employeeId?: string;
  /** Who leads it or takes part in it serves in this language (ISO 639). */
  readonly language?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly limit: number;
  /** A start when left out. A cursor belongs to the kind of rows that it was given with. */
  readonly rowPer?: RowPer;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
  readonly now: Instant;
}

export interface FreeTimePage {
  readonly items: readonly FreeTime[];
  readonly nextCursor: string | null;
}

/** What closes a search, or narrows it, before it looks at any offered time. */
export type Asked = Pick<FreeTimeQuery, 'seeker' | 'appointmentTypeId' | 'unitIds' | 'mode' | 'employeeId' | 'language' | 'now'>;

export interface FreeDayQuery extends Asked {
  /** Local dates of the unit, both included; at most 90 days. */
  readonly fromDate: LocalDate;
  readonly toDate: LocalDate;
}

/** A local date of the unit with its number of starts. Days without free times are left out. */
export interface FreeDay {
  readonly date: LocalDate;
  readonly count: number;
}

/** Where and when a search may look, after everything that closes a type, a unit or a moment. */
export interface SearchScope {
  readonly appointmentTypeId: string;
  readonly modes: readonly string[];
  /** Empty when nothing may be shown: the search then costs no more. */
  readonly units: readonly { readonly id: string; readonly timeZone: string }[];
  readonly audiences: readonly string[];
  /** By what citizens may narrow the search further. */
  readonly employeeChoice: EmployeeChoice;
  /** Of whom the times are; null: of anybody. */
  readonly employeeIds: readonly string[] | null;
  /** From the minimum notice to the horizon; null when they leave nothing. */
  readonly span: Interval | null;
}

/** The longest span of one search. */
export const longestSpanDays = 90;
