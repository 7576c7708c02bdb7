import { HELSINKI, parseInstant } from '../../../kernel/index.ts';
import { mayMarkAttendance } from './attendance-rules.ts';

const startsAt = parseInstant('2026-11-24T08:00:00Z');

describe('marking attendance', () => {
  it('calls nobody a no-show before the time has begun', () => {
    expect(mayMarkAttendance('no-show', startsAt, HELSINKI, startsAt.minus({ seconds: 1 }))).toMatchObject({ reason: 'NOT_STARTED_YET' });
    expect(mayMarkAttendance('no-show', startsAt, HELSINKI, startsAt).allowed).toBe(true);
  });

  it('is corrected until midnight in Finland, not in UTC', () => {
    expect(mayMarkAttendance('correct-attendance', startsAt, HELSINKI, parseInstant('2026-11-24T21:59:59Z')).allowed).toBe(true);
    expect(mayMarkAttendance('correct-attendance', startsAt, HELSINKI, parseInstant('2026-11-24T22:00:00Z'))).toMatchObject({ reason: 'CORRECTION_TOO_LATE' });
  });

  it('lets a client who comes early be checked in', () => {
    expect(mayMarkAttendance('check-in', startsAt, HELSINKI, startsAt.minus({ minutes: 20 })).allowed).toBe(true);
  });
});
