import type { Instant, LocalizedText } from '../../kernel/index.ts';

/** CLIENT: a client is met. OTHER: documentation, meetings, training … which blocks booking. */
export type TypeCategory = 'CLIENT' | 'OTHER';
export type TypeState = 'DRAFT' | 'ACTIVE' | 'RETIRED';
/** How the client and the employee meet (asiointitapa). */
export const modes = ['VISIT', 'REMOTE', 'PHONE', 'HOME', 'GROUP'] as const;
export type Mode = (typeof modes)[number];
/** NONE; VISIT: when the client comes; ALWAYS: in whatever mode. */
export type RoomNeed = 'NONE' | 'VISIT' | 'ALWAYS';
/** INTERNAL: employees only. RIGHT: clients with a booking right. GENERAL: everybody. */
export type Audience = 'INTERNAL' | 'RIGHT' | 'GENERAL';
export type BookableBy = 'CITIZEN' | 'DESK' | 'OWN_EMPLOYEE' | 'TEAM';
/** By what citizens may look for times. NONE: whoever is there. LANGUAGE: the employee's language. PERSON: also those who are named. */
export type EmployeeChoice = 'NONE' | 'LANGUAGE' | 'PERSON';
/** What of a reservation the client sees in the service. HIDDEN: nothing at all. */
export type CitizenVisibility = 'FULL' | 'TIME_PLACE' | 'TIME' | 'HIDDEN';
/** What of an entry colleagues see who have no right to the client. */
export type CalendarVisibility = 'FULL' | 'TYPE' | 'BUSY';

/** What a type means from a moment on; all of it is versioned. */
export interface TypeContent {
  readonly name: LocalizedText;
  readonly durationMinutes: number;
  /** Minutes that the employee and the room are busy before the client's time. */
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly modes: readonly Mode[];
  readonly staffCount: number;
  readonly requiredSkills: readonly string[];
  readonly roomNeed: RoomNeed;
  readonly roomMinCapacity: number;
  readonly roomFeatures: readonly string[];
  /** More than one: a group. */
  readonly capacity: number;
  readonly audience: Audience;
  readonly bookableBy: readonly BookableBy[];
  readonly employeeChoice: EmployeeChoice;
  readonly citizenMayBook: boolean;
  readonly citizenMayMove: boolean;
  readonly citizenMayCancel: boolean;
  /** Hours between booking and start, at least. */
  readonly minNoticeHours: number;
  /** Days ahead that citizens may book, at most. */
  readonly horizonDays: number;
  /** Hours before the start until which a citizen may cancel. */
  readonly cancelDeadlineHours: number;
  readonly moveDeadlineHours: number;
  /** How many coming reservations of the type a client may have; null: no limit. */
  readonly maxActive: number | null;
  /** What the client confirms before booking. */
  readonly eligibilityStatement: LocalizedText | null;
  readonly citizenVisibility: CitizenVisibility;
  readonly messages: 'ON' | 'OFF';
  readonly noteAllowed: boolean;
  readonly calendarVisibility: CalendarVisibility;
  /** Days before the start on which a reminder is sent, at the wall clock time of the start. */
  readonly reminderDaysBefore: readonly number[];
}

/** One version of a type with what is common to all of them. Versions never change; a reservation keeps the one it was made by. */
export interface AppointmentTypeVersion extends TypeContent {
  /** Of the version. */
  readonly id: string;
  readonly appointmentTypeId: string;
  readonly versionNo: number;
  readonly effectiveFrom: Instant;
  readonly category: TypeCategory;
  /** null only for other work. */
  readonly serviceId: string | null;
  readonly serviceTaskId: string | null;
  readonly code: string;
  readonly slug: string;
  readonly colour: string;
  readonly pattern: string;
  readonly state: TypeState;
  /** Offices where it is given; none for other work of the whole organisation. */
  readonly unitIds: readonly string[];
}

/** What a citizen may do with a reservation, as it was when the reservation was made: never stricter afterwards. */
export interface RuleSnapshot {
  readonly mayMove: boolean;
  readonly mayCancel: boolean;
  readonly cancelDeadlineHours: number;
  readonly moveDeadlineHours: number;
}

/** The rules of a version that go with a reservation made by it. Hours are elapsed hours before the start. */
export function ruleSnapshotOf(version: AppointmentTypeVersion): RuleSnapshot {
  return {
    mayMove: version.citizenMayMove,
    mayCancel: version.citizenMayCancel,
    cancelDeadlineHours: version.cancelDeadlineHours,
    moveDeadlineHours: version.moveDeadlineHours,
  };
}

/** Texts for citizens: before, at and after booking. */
export interface GuidanceTexts {
  readonly forWhom: LocalizedText;
  readonly whatHappens: LocalizedText | null;
  /** What to do when one is afraid, or in danger. */
  readonly safety: LocalizedText | null;
  readonly bring: LocalizedText | null;
  readonly afterBooking: LocalizedText | null;
}
