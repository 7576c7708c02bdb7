import { describe, expect, it } from '@jest/globals';
import { type ProposedMove, changeOfPeople, proposedMoveOf, timeProposed } from './proposed-move';

const place = { startsAt: '2026-12-10T07:00:00Z', endsAt: '2026-12-10T08:30:00Z' };
const proposed: ProposedMove = {
  startsAt: place.startsAt,
  subject: { id: 'lauri', name: 'Lauri Lastenvalvoja' },
  offered: [
    { offeredTimeId: 'o1', appointmentTypeId: 'ejl', ...place },
    { offeredTimeId: 'o2', appointmentTypeId: 'ero', ...place },
  ],
};
const liisa = { id: 'liisa', name: 'Liisa Lastenvalvoja', lead: true };
const name = { fi: 'Eroaika', sv: '', en: '' };
const ero = { appointmentType: { id: 'ero', code: 'ERO', versionNo: 1, name }, mode: 'REMOTE' as const, employees: [liisa] };

describe('a reservation that is dropped elsewhere in the calendar', () => {
  it('goes to the offered time of its own type, by the ways of meeting that the type has', () => {
    expect(timeProposed(proposed, ero, { modes: ['VISIT', 'REMOTE'] })).toEqual({
      id: 'o2',
      modes: ['VISIT', 'REMOTE'],
      employees: [proposed.subject],
      ...place,
    });
  });

  it('keeps its way of meeting when the type’s are not known', () => {
    expect(timeProposed(proposed, ero, null)?.modes).toEqual(['REMOTE']);
  });

  it('goes nowhere when only another type is offered there', () => {
    expect(timeProposed(proposed, { ...ero, appointmentType: { ...ero.appointmentType, id: 'muu' } }, null)).toBeNull();
  });

  it('tells who would meet the client instead, and nothing when that stays', () => {
    const lauri = { id: 'lauri', name: 'Lauri Lastenvalvoja' };
    expect(changeOfPeople({ employees: [liisa] }, { employees: [lauri] })).toEqual({
      from: 'Liisa Lastenvalvoja',
      to: 'Lauri Lastenvalvoja',
    });
    expect(changeOfPeople({ employees: [liisa] }, { employees: [liisa, lauri] })?.to).toBe('Liisa Lastenvalvoja, Lauri Lastenvalvoja');
    expect(changeOfPeople({ employees: [liisa, { ...lauri, lead: false }] }, { employees: [lauri, liisa] })).toBeNull();
    expect(changeOfPeople({ employees: [liisa] }, null)).toBeNull();
  });

  it('stays with its people when it is dropped onto one of them', () => {
    const own = { ...proposed, subject: { id: 'liisa', name: 'Liisa Lastenvalvoja' } };
    expect(changeOfPeople(ero, timeProposed(own, ero, null))).toBeNull();
  });

  it('is read from the navigation without trusting it', () => {
    expect(proposedMoveOf({ moveTo: proposed })).toEqual(proposed);
    expect(proposedMoveOf({ moveTo: 'there' })).toBeNull();
    expect(proposedMoveOf(undefined)).toBeNull();
  });
});
