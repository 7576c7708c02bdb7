import { describe, expect, it } from '@jest/globals';
import { readablePhone } from '@vuoro/ui-shared';
import type { MessageView, ReservationView } from '@vuoro/ui-shared/api';
import { availableActions, toldOf } from './available-actions';
import { failedTries, waitsForContact } from './message-texts';
import { changesBetween } from './reservation-changes';

const name = { fi: 'POP-201', sv: 'POP-201', en: 'POP-201' };

function reservation(change: Partial<ReservationView> = {}): ReservationView {
  return {
    id: 'r1',
    version: 1,
    status: 'BOOKED',
    startsAt: '2026-12-10T14:00:00.000Z',
    endsAt: '2026-12-10T15:30:00.000Z',
    mode: 'VISIT',
    channel: 'CITIZEN',
    appointmentType: { id: 't1', code: 'ERO', versionNo: 1, name },
    unit: { id: 'u1', name },
    employees: [{ id: 'e1', name: 'Liisa Lastenvalvoja', lead: true }],
    room: { id: 'm1', name },
    clients: [aClient('Aino Esimerkki')],
    noteToClient: null,
    internalNote: null,
    mayChangeInternalNote: true,
    rule: { mayMove: true, mayCancel: true, moveUntil: '2026-12-09T14:00:00.000Z', cancelUntil: '2026-12-09T14:00:00.000Z' },
    history: [],
    cancelReason: null,
    actions: [],
    mayMoveToOthers: true,
    ...change,
  };
}

function aClient(clientName: string, toldBy: ReservationView['clients'][number]['toldBy'] = ['SMS']): ReservationView['clients'][number] {
  return {
    id: clientName,
    name: clientName,
    birthOn: null,
    phone: null,
    address: null,
    messageLanguage: 'fi',
    interpreterLanguage: null,
    nonDisclosure: false,
    deceased: false,
    notify: true,
    toldBy,
  };
}

describe('the actions of a reservation', () => {
  it('are those that the server allows, in the order of a visit', () => {
    expect(availableActions(reservation({ actions: ['no-show', 'cancel', 'fulfil', 'check-in'] }))).toEqual({
      move: false,
      cancel: true,
      attendance: ['check-in', 'fulfil', 'no-show'],
    });
  });

  it('are none when the server allows none, whatever the status', () => {
    expect(availableActions(reservation())).toEqual({ move: false, cancel: false, attendance: [] });
  });

  it('say who gets a message and who must be told in another way', () => {
    expect(toldOf(reservation({ clients: [aClient('Aino'), aClient('Veera', [])] }))).toEqual({ told: ['Aino'], untold: ['Veera'] });
  });
});

describe('a reservation that somebody else has changed meanwhile', () => {
  it('tells first that it is cancelled, then the rest', () => {
    const after = reservation({ version: 3, status: 'CANCELLED', room: null });
    expect(changesBetween(reservation(), after).map(({ what }) => what)).toEqual(['status', 'room']);
  });

  it('tells the new time when it was moved', () => {
    const after = reservation({ version: 2, startsAt: '2026-12-11T07:00:00.000Z', endsAt: '2026-12-11T08:30:00.000Z' });
    expect(changesBetween(reservation(), after)).toEqual([
      { what: 'time', startsAt: '2026-12-11T07:00:00.000Z', endsAt: '2026-12-11T08:30:00.000Z' },
    ]);
  });

  it('has not lost its room when the place is not shown any more', () => {
    expect(changesBetween(reservation(), reservation({ version: 2, unit: null, room: null }))).toEqual([{ what: 'other' }]);
  });

  it('is not changed by the order in which its people are listed', () => {
    const two = [
      { id: 'e1', name: 'A', lead: true },
      { id: 'e2', name: 'B', lead: false },
    ];
    const changes = changesBetween(reservation({ employees: two }), reservation({ version: 2, employees: [...two].reverse() }));
    expect(changes).toEqual([{ what: 'other' }]);
  });

  it('tells that the internal note is another, and not what it says', () => {
    const after = reservation({ version: 2, internalNote: 'Pyörätuoli' });
    expect(changesBetween(reservation(), after)).toEqual([{ what: 'internalNote' }]);
  });

  it('says that something has changed also when nothing of it is on the screen', () => {
    expect(changesBetween(reservation(), reservation({ version: 2 }))).toEqual([{ what: 'other' }]);
  });

  it('has not changed when it is of the same version', () => {
    expect(changesBetween(reservation(), reservation())).toEqual([]);
  });
});

describe('the tries of a message', () => {
  it('have failed when another follows, and not while the first is going on', () => {
    expect(failedTries({ state: 'SENDING', attempts: 1 })).toBe(0);
    expect(failedTries({ state: 'SENDING', attempts: 3 })).toBe(2);
    expect(failedTries({ state: 'PLANNED', attempts: 2 })).toBe(2);
  });

  it('that is kept back for want of a confirmed contact goes later, but a cancellation and a reminder do not', () => {
    const keptBack = (kind: MessageView['kind']) => waitsForContact({ kind, skipReason: 'NO_CONFIRMED_CONTACT' });
    expect([keptBack('BOOKED'), keptBack('MOVED'), keptBack('CANCELLED'), keptBack('REMINDER')]).toEqual([true, true, false, false]);
    expect(waitsForContact({ kind: 'BOOKED', skipReason: 'QUIET_CLIENT' })).toBe(false);
  });
});

describe('a telephone number', () => {
  it('is read in groups, a Finnish one as it is dialled, a masked one as it is', () => {
    expect(readablePhone('+358401234567')).toBe('040 123 4567');
    expect(readablePhone('+35850123456')).toBe('050 123 456');
    expect(readablePhone('+46701234567')).toBe('+46 701 234 567');
    expect(readablePhone('+358•••••67')).toBe('+358•••••67');
  });
});
