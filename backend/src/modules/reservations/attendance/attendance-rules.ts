import { ALLOWED, localDateOf, refused, type Instant, type Verdict } from '../../../kernel/index.ts';
import type { ReservationStatus } from '../reservation-status.ts';

export type AttendanceCommand = 'check-in' | 'start' | 'fulfil' | 'no-show' | 'correct-attendance';
export type AttendanceRefusal = 'NOT_ON_THE_DAY_YET' | 'NOT_STARTED_YET' | 'CORRECTION_TOO_LATE';

/** What is marked: its status and its start. */
export interface MarkedVisit {
  readonly status: ReservationStatus;
  readonly startsAt: Instant;
}

/** When a mark of attendance may be made, by the wall clock of the office's zone; in which status, the table of transitions says. */
export function mayMarkAttendance(
  command: AttendanceCommand,
  { status, startsAt }: MarkedVisit,
  zone: string,
  now: Instant,
): Verdict<AttendanceRefusal> {
  switch (command) {
    case 'check-in':
    case 'start':
      // People come early, and a visit may begin before its time; but nobody has come who is expected another day.
      return localDateOf(now, zone) < localDateOf(startsAt, zone) ? refused('NOT_ON_THE_DAY_YET') : ALLOWED;
    case 'fulfil':
      return status === 'STARTED' || now >= startsAt ? ALLOWED : refused('NOT_STARTED_YET');
    case 'no-show':
      return now < startsAt ? refused('NOT_STARTED_YET') : ALLOWED;
    case 'correct-attendance':
      // Reports of the day are read the next morning; from then on a correction would change them unseen.
      return localDateOf(now, zone) > localDateOf(startsAt, zone) ? refused('CORRECTION_TOO_LATE') : ALLOWED;
  }
}
