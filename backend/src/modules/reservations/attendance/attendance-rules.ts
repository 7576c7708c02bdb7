import { ALLOWED, localDateOf, refused, type Instant, type Verdict } from '../../../kernel/index.ts';

export type AttendanceCommand = 'check-in' | 'start' | 'fulfil' | 'no-show' | 'correct-attendance';
export type AttendanceRefusal = 'NOT_STARTED_YET' | 'CORRECTION_TOO_LATE';

/** When a mark of attendance may be made; in which status, the table of transitions says. */
export function mayMarkAttendance(command: AttendanceCommand, startsAt: Instant, zone: string, now: Instant): Verdict<AttendanceRefusal> {
  switch (command) {
    case 'no-show':
      return now < startsAt ? refused('NOT_STARTED_YET') : ALLOWED;
    case 'correct-attendance':
      // Reports of the day are read the next morning; from then on a correction would change them unseen.
      return localDateOf(now, zone) > localDateOf(startsAt, zone) ? refused('CORRECTION_TOO_LATE') : ALLOWED;
    case 'check-in':
    case 'start':
    case 'fulfil':
      return ALLOWED;
  }
}
