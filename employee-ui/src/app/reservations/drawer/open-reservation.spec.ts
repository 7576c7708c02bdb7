import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { apiInterceptor } from '@vuoro/ui-shared';
import { ApiConfiguration, type ReservationView } from '@vuoro/ui-shared/api';
import { provideTestTexts, settle } from '@vuoro/ui-shared/testing';
import { of } from 'rxjs';
import fi from '../../../i18n/fi.json';
import { CONNECT_LIVE } from '../../live/live-connection';
import { ShownOnPage } from '../../live/shown-reservations';
import { ReservationCommands } from '../reservation-commands';
import { OpenReservation } from './open-reservation';

const ID = '0193b2f0-0000-7000-8000-000000000777';
const ADDRESS = `/api/v1/reservations/${ID}`;

/** Only what the drawer's state looks at. */
function reservation(change: Partial<ReservationView> = {}): ReservationView {
  const view: Partial<ReservationView> = {
    id: ID,
    version: 1,
    status: 'BOOKED',
    startsAt: '2026-12-10T14:00:00.000Z',
    endsAt: '2026-12-10T15:30:00.000Z',
    employees: [{ id: 'liisa', name: 'Liisa Lastenvalvoja', lead: true }],
    clients: [],
    room: null,
    mode: 'VISIT',
    actions: ['cancel', 'check-in'],
    ...change,
  };
  return view as ReservationView;
}

describe('the reservation in the drawer', () => {
  let http: HttpTestingController;
  let opened: OpenReservation;
  let commands: ReservationCommands;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        OpenReservation,
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideTestTexts({ fi }),
        { provide: ApiConfiguration, useValue: { rootUrl: '' } },
        { provide: CONNECT_LIVE, useValue: () => () => undefined },
        { provide: ActivatedRoute, useValue: { paramMap: of(convertToParamMap({ reservationId: ID })) } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    opened = TestBed.inject(OpenReservation);
    commands = TestBed.inject(ReservationCommands);
    TestBed.tick();
    http.expectOne('/api/v1/session').flush({ signedIn: true, actions: [], roles: [], now: '2026-12-10T08:00:00Z' });
    http.expectOne(ADDRESS).flush(reservation());
    await settle();
  });

  const checkIn = () => opened.carryOut(() => commands.mark(reservation(), 'check-in'), 'reservation.done.checkIn');

  it('is marked by the version that was seen, once for a double click', async () => {
    const clicks = [checkIn(), checkIn()];
    await settle();
    const sent = http.expectOne(`${ADDRESS}/check-in`);
    expect(sent.request.headers.get('If-Match')).toBe('"1"');
    expect(sent.request.headers.get('Idempotency-Key')).toMatch(/^[\da-f-]{36}$/);
    sent.flush(reservation({ version: 2, status: 'CHECKED_IN' }));
    expect(await Promise.all(clicks)).toEqual([true, true]);
    expect(opened.view()?.status).toBe('CHECKED_IN');
  });

  it('is asked for again with the same key when no answer came', async () => {
    const lost = checkIn();
    await settle();
    const first = http.expectOne(`${ADDRESS}/check-in`);
    first.error(new ProgressEvent('error'));
    expect(await lost).toBe(false);
    expect(opened.failure()?.code).toBe('NETWORK_UNREACHABLE');
    const again = checkIn();
    await settle();
    const second = http.expectOne(`${ADDRESS}/check-in`);
    expect(second.request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
    second.flush(reservation({ version: 2, status: 'CHECKED_IN' }));
    expect(await again).toBe(true);
    expect(opened.failure()).toBeNull();
  });

  it('is read again when somebody else was quicker, and says what they changed', async () => {
    const mark = checkIn();
    await settle();
    http
      .expectOne(`${ADDRESS}/check-in`)
      .flush({ status: 412, code: 'VERSION_CONFLICT' }, { status: 412, statusText: 'Changed meanwhile' });
    await settle();
    http.expectOne(ADDRESS).flush(reservation({ version: 2, status: 'CANCELLED', actions: [] }));
    expect(await mark).toBe(false);
    expect(opened.changes()).toEqual([{ what: 'status', status: 'CANCELLED' }]);
    expect(opened.view()?.version).toBe(2);
    expect(opened.failure()).toBeNull();
  });

  const show = async (versions: Readonly<Record<string, number>>, question = 'day,2026-12-10,liisa') => {
    TestBed.inject(ShownOnPage).show({ question, versions: new Map(Object.entries(versions)) });
    await settle();
  };

  it('follows what a colleague does to it, as the calendar shows it', async () => {
    await show({ [ID]: 1 });
    await show({ [ID]: 2 });
    http.expectOne(ADDRESS).flush(reservation({ version: 2, status: 'CHECKED_IN' }));
    await settle();
    expect(opened.view()?.status).toBe('CHECKED_IN');
    expect(opened.changes()).toEqual([{ what: 'status', status: 'CHECKED_IN' }]);
    expect(opened.isRefused()).toBe(false);
  });

  it('is read again when it has gone from its day', async () => {
    await show({ [ID]: 1, other: 4 });
    await show({ other: 4 });
    http.expectOne(ADDRESS).flush(reservation({ version: 2, status: 'CANCELLED', actions: [] }));
    await settle();
    expect(opened.changes()).toEqual([{ what: 'status', status: 'CANCELLED' }]);
  });

  it('is not viewed again by nobody when other reservations change, an older answer comes, or another day is shown', async () => {
    await show({ [ID]: 1, other: 4 });
    await show({ [ID]: 1, other: 5 });
    await show({ [ID]: 0 });
    await show({ [ID]: 1 });
    await show({ other: 5 }, 'day,2026-12-11,liisa');
    http.expectNone(ADDRESS);
    expect(opened.changes()).toEqual([]);
  });

  it('is not asked for over and over when there is no connection', async () => {
    await show({ [ID]: 2 });
    http.expectOne(ADDRESS).error(new ProgressEvent('error'));
    await settle();
    http.expectNone(ADDRESS);
    expect(opened.view()?.version).toBe(1);
  });

  it('is read once at a time in a storm of changes, and then to the last of them', async () => {
    for (const version of [2, 3, 4]) await show({ [ID]: version });
    http.expectOne(ADDRESS).flush(reservation({ version: 2 }));
    await settle();
    http.expectOne(ADDRESS).flush(reservation({ version: 4 }));
    await settle();
    expect(opened.view()?.version).toBe(4);
    http.expectNone(ADDRESS);
  });

  it('stays as it is when the server refuses for another reason, which is shown', async () => {
    const mark = checkIn();
    await settle();
    http.expectOne(`${ADDRESS}/check-in`).flush({ status: 403, code: 'FORBIDDEN' }, { status: 403, statusText: 'Forbidden' });
    expect(await mark).toBe(false);
    expect(opened.failure()?.code).toBe('FORBIDDEN');
    expect(opened.view()?.version).toBe(1);
  });
});
