import type { Instant, LocalDate, LocalizedText, LocalTime, Weekday } from '../../kernel/index.ts';
import type { Audience } from '../appointment-types/index.ts';
import type { ApplyReport } from '../calendar/index.ts';

/** WEEKLY: in one week of the cycle. MONTHLY: on the n-th such weekday of each month, which no cycle of weeks can express. */
export type Recurrence = 'WEEKLY' | 'MONTHLY';

/** What a monthly entry does when its day is closed. A weekly one is always skipped. */
export type OnHoliday = 'SKIP' | 'NEXT_SAME_WEEKDAY';

/** One block of a week, on the wall clock of the unit where it is applied. */
export interface TemplateEntryContent {
  readonly recurrence: Recurrence;
  /** WEEKLY: 1 to the cycle's length. */
  readonly cycleWeek: number;
  /** MONTHLY: 1 to 5, or -1 for the last. A month without a fifth such weekday has none. */
  readonly monthWeek: number | null;
  readonly onHoliday: OnHoliday;
  readonly weekday: Weekday;
  readonly startsLocal: LocalTime;
  readonly endsLocal: LocalTime;
  /** Several client types: one time that accepts any of them. */
  readonly appointmentTypeIds: readonly string[];
  readonly roomId: string | null;
  /** Only narrows the audience of the type. */
  readonly audience: Audience;
}

export interface TemplateEntry extends TemplateEntryContent {
  readonly id: string;
}

export interface TemplateVersion {
  readonly id: string;
  readonly versionNo: number;
  /** 1: every week the same. 2: odd and even weeks. Week 1 is the week of the rotation's start. */
  readonly cycleWeeks: number;
  readonly createdAt: Instant;
  readonly entries: readonly TemplateEntry[];
}

export interface WeekTemplateRecord {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: LocalizedText;
  readonly version: number;
  /** Of its versions, the newest. */
  readonly latest: TemplateVersion;
}

/**
 * Why nothing comes of an entry on a day. MISSING_TIME: the clock jumps over it that night. NOT_WORKING: outside the working hours or
 * the employment. NO_PAIR: the type needs two, and the employee has no work pair on that day.
 * TYPE_NOT_IN_USE: retired, or no longer given at the unit.
 */
export type SkipReason = 'HOLIDAY' | 'CLOSURE' | 'ABSENCE' | 'MISSING_TIME' | 'NOT_WORKING' | 'NO_PAIR' | 'TYPE_NOT_IN_USE';

export interface SkippedEntry {
  readonly date: LocalDate;
  readonly entryId: string;
  /** null when it concerns everybody. */
  readonly employeeId: string | null;
  readonly reason: SkipReason;
}

/** Whom a template is applied to, where and when. */
export interface TemplateTarget {
  readonly employeeIds: readonly string[];
  readonly unitId: string;
  /** Local dates of the unit, both included; at most a year. */
  readonly fromDate: LocalDate;
  readonly toDate: LocalDate;
  /** A day of the first week of the cycle. */
  readonly rotationStart: LocalDate;
}

export interface TemplatePreview {
  readonly offeredTimes: number;
  readonly otherWork: number;
  /** Started before now: left out. */
  readonly past: number;
  readonly skippedCount: number;
  /** The first 500. */
  readonly skipped: readonly SkippedEntry[];
}

/** What an application did; it is kept with it. */
export interface ApplicationReport extends Omit<ApplyReport, 'conflicts'> {
  /** Other work and groups whose people or room were busy. */
  readonly conflicts: readonly { readonly employeeId: string; readonly appointmentTypeId: string; readonly startsAt: string }[];
  readonly skippedCount: number;
  /** The first 500. */
  readonly skipped: readonly SkippedEntry[];
  /** Started before now: left out. */
  readonly past: number;
  /** Rows of earlier versions of the template that made way. */
  readonly replaced: number;
}
