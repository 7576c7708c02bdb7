import fc from 'fast-check';
import { isOccupying, statusAfter, transitions, type ReservationStatus, type StatusCommand } from './reservation-status.ts';

const commands: readonly StatusCommand[] = [
  'move',
  'check-in',
  'start',
  'fulfil',
  'no-show',
  'correct-attendance',
  'cancel',
  'enter-in-error',
];
const aHistory = fc.array(fc.constantFrom(...commands), { maxLength: 20 });

function statusesOf(history: readonly StatusCommand[]): ReservationStatus[] {
  const statuses: ReservationStatus[] = ['BOOKED'];
  for (const command of history) statuses.push(statusAfter(statuses.at(-1) ?? 'BOOKED', command) ?? statuses.at(-1) ?? 'BOOKED');
  return statuses;
}

describe('the status of a reservation', () => {
  it('never leaves CANCELLED but for a mistake', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const statuses = statusesOf(history);
        const cancelledAt = statuses.indexOf('CANCELLED');
        if (cancelledAt === -1) return true;
        return statuses.slice(cancelledAt).every((status) => status === 'CANCELLED' || status === 'ENTERED_IN_ERROR');
      }),
    );
  });

  it('never occupies anybody again once it has stopped occupying them', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const occupying = statusesOf(history).map(isOccupying);
        return occupying.every((value, at) => at === 0 || !value || occupying[at - 1] === true);
      }),
    );
  });

  it('cannot be cancelled after the visit has started', () => {
    for (const status of ['STARTED', 'FULFILLED', 'NO_SHOW'] as const) expect(statusAfter(status, 'cancel')).toBeNull();
  });

  it('is moved only while it is booked', () => {
    const movable = Object.keys(transitions).filter((status) => statusAfter(status as ReservationStatus, 'move') !== null);
    expect(movable).toEqual(['BOOKED']);
  });

  it('lets a wrong attendance mark be taken back', () => {
    for (const status of ['CHECKED_IN', 'STARTED', 'FULFILLED', 'NO_SHOW'] as const)
      expect(statusAfter(status, 'correct-attendance')).toBe('BOOKED');
  });
});
