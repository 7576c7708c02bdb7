import type { LocalDate, LocalizedText, LocalTime, Weekday } from '../../kernel/index.ts';

/** Skills that appointment types may ask for. FSL_FI and FSL_SV are the two sign languages of Finland. */
export type Skill = string;

export interface EmployeeRecord {
  /** The same as the employee's bookable subject. */
  readonly id: string;
  /** Stable key by which the employer's own systems know the person. */
  readonly externalKey: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: LocalizedText;
  readonly email: string;
  readonly languages: readonly string[];
  readonly skills: readonly Skill[];
  /** Whether citizens may choose the person by name, where the type allows it. */
  readonly namedToCitizens: boolean;
  readonly homeUnitId: string;
  readonly employedFrom: LocalDate;
  readonly employedTo: LocalDate | null;
  readonly version: number;
}

/** An employee with the teams of a day. */
export interface EmployeeWithTeams extends EmployeeRecord {
  readonly teamIds: readonly string[];
  /** Whether employed on that day. */
  readonly active: boolean;
}

export interface TeamRecord {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly version: number;
}

/** A team with its members of a day. */
export interface TeamWithMembers extends TeamRecord {
  readonly employeeIds: readonly string[];
}

export interface WorkPairRecord {
  readonly id: string;
  readonly unitId: string;
  readonly firstEmployeeId: string;
  readonly secondEmployeeId: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

export type WorkPlace = 'OFFICE' | 'REMOTE';

/** One stretch of a working week on the wall clock, valid on dates of which both ends are included. */
export interface WorkingHours {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** How many weeks the pattern has; week 1 is the one in which `validFrom` lies. */
  readonly cycleWeeks: number;
  readonly cycleWeek: number;
  readonly weekday: Weekday;
  readonly startsLocal: LocalTime;
  readonly endsLocal: LocalTime;
  /** Where; null: at the home unit. */
  readonly unitId: string | null;
  readonly place: WorkPlace;
}

export interface EmployeeFilter {
  readonly unitIds?: readonly string[];
  readonly teamId?: string;
}
