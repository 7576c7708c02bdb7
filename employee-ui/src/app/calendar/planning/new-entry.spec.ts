import { describe, expect, it } from '@jest/globals';
import { type NewEntry, absenceOf, endByLength, newEntryAt, offerOf, workOf } from './new-entry';

const PRESSED = { employeeId: 'liisa', roomId: null, startsAt: '2026-12-10T07:00:00Z', endsAt: '2026-12-10T07:15:00Z' };
const types = [
  { id: 'ero', staffCount: 1 },
  { id: 'pair', staffCount: 2 },
];

function entry(change: Partial<NewEntry> = {}): NewEntry {
  return { ...newEntryAt(PRESSED, 'offer', 'office'), typeIds: ['ero'], ...change };
}

describe('a new entry', () => {
  it('begins where somebody pressed, in Finnish time, and lasts an hour', () => {
    expect(entry()).toMatchObject({
      employeeId: 'liisa',
      date: '2026-12-10',
      from: '09:00',
      to: '10:00',
      lastDate: '2026-12-10',
      wholeDays: true,
    });
  });

  it('has the length that was drawn, also until midnight', () => {
    const drawn = newEntryAt({ ...PRESSED, endsAt: '2026-12-10T09:30:00Z' }, 'work', 'office');
    expect(drawn).toMatchObject({ to: '11:30', wholeDays: false });
    expect(newEntryAt({ ...PRESSED, endsAt: '2026-12-10T22:00:00Z' }, 'work', 'office').to).toBe('24:00');
  });
});

describe('time on offer', () => {
  it('lasts as long as its type when no end is given', () => {
    expect(offerOf(entry(), types)).toEqual({
      employeeId: 'liisa',
      unitId: 'office',
      appointmentTypeIds: ['ero'],
      startsAt: '2026-12-10T07:00:00Z',
    });
    expect(endByLength(entry(), 90)).toBe('2026-12-10T08:30:00Z');
  });

  it('takes an end, a room and an audience along when they are given', () => {
    expect(offerOf(entry({ offerTo: '11:00', roomId: 'room', audience: 'INTERNAL' }), types)).toMatchObject({
      endsAt: '2026-12-10T09:00:00Z',
      roomId: 'room',
      audience: 'INTERNAL',
    });
  });

  it('has a partner only for the types of two', () => {
    expect(offerOf(entry({ partnerId: 'lauri' }), types)).not.toHaveProperty('withEmployeeIds');
    expect(offerOf(entry({ partnerId: 'lauri', typeIds: ['ero', 'pair'] }), types).withEmployeeIds).toEqual(['lauri']);
  });

  it('is at the same time of the clock after the clocks are moved', () => {
    expect(offerOf(entry({ date: '2027-03-29' }), types).startsAt).toBe('2027-03-29T06:00:00Z');
  });
});

describe('other work', () => {
  it('is in the calendars of all who take part, each once, and has a title only when one is written', () => {
    const work = workOf(entry({ workTypeId: 'meeting', participantIds: ['lauri', 'liisa'], title: '  ' }));
    expect(work.employeeIds).toEqual(['liisa', 'lauri']);
    expect(work).not.toHaveProperty('title');
    expect(work.endsAt).toBe('2026-12-10T08:00:00Z');
  });
});

describe('an absence', () => {
  it('of whole days reaches from midnight to midnight, over a change of clocks too', () => {
    expect(absenceOf(entry({ date: '2027-03-28', lastDate: '2027-03-29' }))).toEqual({
      employeeId: 'liisa',
      kind: 'AWAY',
      startsAt: '2027-03-27T22:00:00Z',
      endsAt: '2027-03-29T21:00:00Z',
    });
  });

  it('of hours is on its one day, and as neutral', () => {
    expect(absenceOf(entry({ wholeDays: false, to: '12:00', lastDate: '2027-01-31' }))).toEqual({
      employeeId: 'liisa',
      kind: 'AWAY',
      startsAt: '2026-12-10T07:00:00Z',
      endsAt: '2026-12-10T10:00:00Z',
    });
  });
});
