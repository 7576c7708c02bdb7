import { widen, type Instant, type Interval } from '../../kernel/index.ts';
import type { Audience, CalendarVisibility } from '../appointment-types/index.ts';

export type { Audience };

export type OfferedTimeState = 'OPEN' | 'FULL' | 'BLOCKED' | 'WITHDRAWN' | 'EXPIRED';

/** HAND: by an employee. UNDO: with its template application. ABSENCE: while somebody is away. CLOSURE: the office is closed. */
export type WithdrawalCause = 'HAND' | 'UNDO' | 'ABSENCE' | 'CLOSURE';

export type AllocationKind = 'RESERVATION' | 'GROUP' | 'OTHER_WORK' | 'ABSENCE' | 'HOLD';

export type SubjectRole = 'EMPLOYEE' | 'ROOM' | 'EQUIPMENT';

/** What colleagues see of an entry: everything, its type, or only that somebody is busy. */
export type Visibility = CalendarVisibility;

/** AWAY is the neutral word for every absence; its reason is never stored (act 759/2004, 5 §). */
export type AbsenceKind = 'AWAY' | 'LEAVE';

/** Somebody or something that an offered time binds besides its lead employee. */
export interface FixedSubject {
  readonly subjectId: string;
  readonly role: SubjectRole;
}

/** One offered time of one appointment type, led by one employee. Instants in UTC; the span is the client's, without buffers. */
export interface OfferedTimeRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly employeeId: string;
  readonly unitId: string;
  readonly serviceId: string;
  readonly appointmentTypeId: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly capacity: number;
  readonly taken: number;
  readonly blockId: string;
  readonly state: OfferedTimeState;
  readonly withdrawnBecause: WithdrawalCause | null;
  readonly heldUntil: Instant | null;
  readonly audience: Audience;
  readonly publishAt: Instant | null;
  readonly templateApplicationId: string | null;
  /** Grows when the time means something else than before: withdrawn, offered again. Not with each place taken. */
  readonly version: number;
  readonly subjects: readonly FixedSubject[];
}

/** A span in which a subject is busy; usable as an `Interval`. */
export interface BusySpan extends Interval {
  readonly kind: AllocationKind;
  readonly sourceId: string;
  readonly blocking: boolean;
}

export interface Claim {
  readonly subjectIds: readonly string[];
  /** With buffers: `claimSpanOf`. At most 25 hours. */
  readonly span: Interval;
  readonly kind: AllocationKind;
  /** The reservation, hold, other work, absence or (for GROUP) offered time that the claim is made for. */
  readonly sourceId: string;
  /** For HOLD, and for HOLD only. */
  readonly holdExpiresAt?: Instant;
}

/** Which subjects became busy or free, and over which span (with buffers). */
export interface TouchedSpan {
  readonly subjectIds: readonly string[];
  readonly span: Interval;
}

/** A time to be offered. Its type's capacity and buffers are the caller's to know. */
export interface OfferedTimeRow {
  readonly employeeId: string;
  readonly unitId: string;
  readonly serviceId: string;
  readonly appointmentTypeId: string;
  readonly span: Interval;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly capacity: number;
  /** Rows with the same block are one time that accepts several types. */
  readonly blockId: string;
  readonly audience: Audience;
  readonly publishAt: Instant | null;
  /** Fixed by the plan: the other of a pair, a room, equipment. */
  readonly subjects: readonly FixedSubject[];
  /** What the type asks of a room when none is fixed; null when it needs none. */
  readonly room: RoomRequirement | null;
}

export interface RoomRequirement {
  readonly minCapacity: number;
  readonly features: readonly string[];
}

/** Work without clients, as a template plans it for one employee. */
export interface OtherWorkRow {
  readonly employeeId: string;
  readonly unitId: string;
  readonly appointmentTypeId: string;
  readonly span: Interval;
  readonly roomId: string | null;
  readonly visibility: Visibility;
}

/** What could not be put into the calendar because somebody or something it needs is busy. */
export interface CalendarConflict {
  readonly employeeId: string;
  readonly appointmentTypeId: string;
  readonly startsAt: Instant;
}

export interface ApplyReport {
  readonly created: number;
  /** Withdrawn by an earlier undo, offered again. */
  readonly revived: number;
  /** Was there already, or was withdrawn by hand. */
  readonly unchanged: number;
  /** Of the created and revived: offered, but another entry of the calendar covers it now. */
  readonly blocked: number;
  readonly conflicts: readonly CalendarConflict[];
}

export interface UndoReport {
  readonly withdrawn: number;
  readonly otherWorkRemoved: number;
}

/** Which rows of a template application an undo concerns; all that start later when left out. */
export interface UndoScope {
  readonly employeeIds?: readonly string[];
  readonly within?: Interval;
}

/** The span that keeps people and rooms busy: the client's span and the buffers of the type around it. */
export function claimSpanOf(
  span: Interval,
  buffers: { readonly bufferBeforeMinutes: number; readonly bufferAfterMinutes: number },
): Interval {
  return widen(span, buffers.bufferBeforeMinutes, buffers.bufferAfterMinutes);
}
