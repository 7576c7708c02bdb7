import { HELSINKI, parseInstant } from '../../../kernel/index.ts';
import type { ReservationStatus } from '../reservation-status.ts';
import { mayMarkAttendance, type AttendanceCommand } from './attendance-rules.ts';

const startsAt = parseInstant('2026-11-24T08:00:00Z');
const mark = (command: AttendanceCommand, at: string, status: ReservationStatus = 'BOOKED') =>
  mayMarkAttendance(command, { status, startsAt }, HELSINKI, parseInstant(at));

describe('marking attendance', () => {
  it.each(['no-show', 'fulfil'] as const)('takes no %s before the time has begun', (command) => {
    expect(mark(command, '2026-11-24T07:59:59Z')).toMatchObject({ reason: 'NOT_STARTED_YET' });
    expect(mark(command, '2026-11-24T08:00:00Z').allowed).toBe(true);
  });

  it('lets a visit that began early also end early', () => {
    expect(mark('fulfil', '2026-11-24T07:50:00Z', 'STARTED').allowed).toBe(true);
    expect(mark('fulfil', '2026-11-24T07:50:00Z', 'CHECKED_IN')).toMatchObject({ reason: 'NOT_STARTED_YET' });
  });

  it('is corrected until midnight in Finland, not in UTC', () => {
    expect(mark('correct-attendance', '2026-11-24T21:59:59Z').allowed).toBe(true);
    expect(mark('correct-attendance', '2026-11-24T22:00:00Z')).toMatchObject({ reason: 'CORRECTION_TOO_LATE' });
  });

  it.each(['check-in', 'start'] as const)('takes a %s from midnight of the day in Finland on, and not the day before', (command) => {
    expect(mark(command, '2026-11-23T21:59:59Z')).toMatchObject({ reason: 'NOT_ON_THE_DAY_YET' });
    expect(mark(command, '2026-11-23T22:00:00Z').allowed).toBe(true);
  });
});
