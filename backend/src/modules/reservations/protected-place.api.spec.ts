import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../api.module.ts';
import { newId } from '../../kernel/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { aClient, whoIs } from '../clients/testing/index.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { aBookingPlace, type BookingPlace } from './testing/booking-place.ts';
import { reservationDesk, type Browser } from './testing/reservation-desk.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
const { theEmployeeOf } = reservationDesk(t);

// Today, so that arrivals can be marked; less than a day away, so that the client can only report that nobody comes.
const date = '2026-11-24';
const startsAt = `${date}T12:00:00Z`;
let place: BookingPlace;
let liisa = '';
let roomId = '';
let reservationId = '';
let bookedByDesk: { unit: unknown; room: unknown };
let readers: Readonly<Record<string, Browser>>;

beforeAll(async () => {
  place = await aBookingPlace(t.db, { employees: 3, rooms: [4], type: { roomNeed: 'VISIT' } });
  const [own = '', partner = ''] = place.employeeIds;
  [liisa, roomId] = [own, place.roomIds[0] ?? ''];
  const [clerk, supervisor, administrator] = [
    (await signedInAs(t, 'BOOKING_CLERK', place.unitId)).http,
    (await signedInAs(t, 'SUPERVISOR', place.unitId)).http,
    (await signedInAs(t, 'ADMINISTRATOR', place.unitId)).http,
  ];
  readers = {
    'its employee': await theEmployeeOf(place, 0),
    'its other employee': await theEmployeeOf(place, 1),
    'a colleague': await theEmployeeOf(place, 2),
    'the clerk who booked it': clerk,
    'the supervisor': supervisor,
    'an administrator': administrator,
  };
  const { id: clientId } = await aClient({ firstNames: 'Helmi', lastName: 'Turvakielto', nonDisclosure: true }).save(t.db);
  await whoIs(clerk, t.db, clientId);
  const offeredTimeId = await place.offer(startsAt, { with: [partner] });
  const booked = await clerk
    .post('/api/v1/reservations')
    .set('Idempotency-Key', newId())
    .send({ clientId, offeredTimeId, mode: 'VISIT' })
    .expect(201);
  bookedByDesk = booked.body;
  reservationId = booked.body.id;
  const citizen = await t.signInCitizen(clientId);
  await citizen.post(`/api/v1/citizen/reservations/${reservationId}/cannot-come`).set('Idempotency-Key', newId()).send({}).expect(200);
});

const calendar =
  (path: string, query: object) =>
  async (browser: Browser): Promise<string> =>
    JSON.stringify((await browser.get(`/api/v1/calendar/${path}`).query(query).expect(200)).body.entries);
const read =
  (path: string) =>
  async (browser: Browser): Promise<string> =>
    (await browser.get(`/api/v1/${path}`)).text;
const mark = (browser: Browser, version: number, command: string) =>
  browser.post(`/api/v1/reservations/${reservationId}/${command}`).set('Idempotency-Key', newId()).set('If-Match', `"${version}"`).send({});

/** Every answer to an employee that speaks of the reservation. */
const answers: Readonly<Record<string, (browser: Browser) => Promise<string>>> = {
  'the drawer': (browser) => read(`reservations/${reservationId}`)(browser),
  'its messages': (browser) => read(`reservations/${reservationId}/messages`)(browser),
  'the tasks': (browser) => read('employee-tasks')(browser),
  'the day of its employee': (browser) => calendar('day', { date, subjectId: liisa })(browser),
  'the week of its employee': (browser) => calendar('week', { date, employeeId: liisa })(browser),
};

const namesThePlace = (text: string): boolean => [place.unitId, roomId, 'Huone'].some((canary) => text.includes(canary));

describe('AC 09, P7a: where a protected person comes to', () => {
  it('is told to who books it, in the answer to the booking', () => {
    expect(bookedByDesk).toMatchObject({ unit: { id: place.unitId }, room: { id: roomId } });
  });

  it.each(['its employee', 'its other employee'])('is shown to %s', async (who) => {
    const reader = readers[who]!;
    expect((await reader.get(`/api/v1/reservations/${reservationId}`)).body).toMatchObject({
      unit: { id: place.unitId },
      room: { id: roomId },
    });
    expect((await reader.get('/api/v1/calendar/day').query({ date, subjectId: [liisa, roomId] })).body.entries).toMatchObject([
      { id: reservationId, roomName: {}, disclosure: 'FULL' },
    ]);
  });

  it('stands in the task of who meets them', async () => {
    expect((await readers['its employee']!.get('/api/v1/employee-tasks')).body).toMatchObject([{ reservationId, unitId: place.unitId }]);
  });

  const strangers = ['a colleague', 'the clerk who booked it', 'the supervisor', 'an administrator'];
  it.each(strangers.flatMap((who) => Object.keys(answers).map((what) => [who, what] as const)))(
    '%s does not find it in %s',
    async (who, what) => {
      expect(namesThePlace(await answers[what]!(readers[who]!))).toBe(false);
    },
  );

  it('is known to nobody by what the supervisor reads of the rest', async () => {
    const reader = readers['the supervisor']!;
    expect((await reader.get(`/api/v1/reservations/${reservationId}`)).body).toMatchObject({
      unit: null,
      room: null,
      clients: [{ name: 'Helmi Turvakielto' }],
    });
    expect((await reader.get('/api/v1/employee-tasks')).body).toMatchObject([{ reservationId, unitId: null }]);
  });

  it.each(strangers)('%s sees that the room is busy, and not by what', async (who) => {
    const { body } = await readers[who]!.get('/api/v1/calendar/day')
      .query({ date, subjectId: [liisa, roomId] })
      .expect(200);
    const ofRoom = body.entries.filter((entry: { subjectIds: string[] }) => entry.subjectIds.includes(roomId));
    expect(ofRoom).toMatchObject([{ subjectIds: [roomId], disclosure: 'BUSY', reservationId: null, clientNames: [], typeCode: null }]);
    expect(JSON.stringify(ofRoom)).not.toContain(reservationId);
    expect(body.entries).toEqual(expect.arrayContaining([expect.objectContaining({ subjectIds: [liisa], roomName: null })]));
    expect(
      body.entries.filter((entry: { id: string; disclosure: string }) => entry.disclosure !== 'FULL' && entry.id === reservationId),
    ).toEqual([]);
  });

  it('stays hidden in the answer to a change by somebody who does not meet them', async () => {
    expect((await mark(readers['the supervisor']!, 1, 'check-in')).body).toMatchObject({ status: 'CHECKED_IN', unit: null, room: null });
    expect((await mark(readers['a colleague']!, 2, 'start')).body).toMatchObject({ status: 'STARTED', unit: null, room: null });
    expect((await mark(readers['its employee']!, 3, 'correct-attendance')).body).toMatchObject({
      unit: { id: place.unitId },
      room: { id: roomId },
    });
  });
});
