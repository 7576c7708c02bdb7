import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../api.module.ts';
import { newId } from '../../kernel/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { aClient, whoIs } from '../clients/testing/index.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { aBookingPlace, type BookingPlace } from '../reservations/testing/booking-place.ts';
import type { CalendarEntryView } from './calendar.dto.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
type Browser = Awaited<ReturnType<typeof signedInAs>>['http'];

const date = '2026-11-24';
const startsAt = `${date}T12:00:00Z`;
let place: BookingPlace;
let colleague: Browser;
const reservationIds: string[] = [];

beforeAll(async () => {
  place = await aBookingPlace(t.db, { employees: 4, rooms: [4, 4, 4, 4], type: { roomNeed: 'VISIT' } });
  colleague = (await signedInAs(t, 'EMPLOYEE', place.unitId)).http;
  const clerk = (await signedInAs(t, 'BOOKING_CLERK', place.unitId)).http;
  for (const [employee, nonDisclosure] of [false, true, false, true].entries()) {
    const { id: clientId } = await aClient({ nonDisclosure }).save(t.db);
    await whoIs(clerk, t.db, clientId);
    const offeredTimeId = await place.offer(startsAt, { employee });
    const { body } = await clerk
      .post('/api/v1/reservations')
      .set('Idempotency-Key', newId())
      .send({ clientId, offeredTimeId, mode: 'VISIT' })
      .expect(201);
    reservationIds.push(body.id);
  }
});

async function entries(subjectIds: readonly string[]): Promise<CalendarEntryView[]> {
  return (await colleague.get('/api/v1/calendar/day').query({ date, subjectId: subjectIds }).expect(200)).body.entries;
}

/** All of an entry but what only tells it from the next one. */
const looks = ({ id: _id, subjectIds: _subjectIds, ...rest }: CalendarEntryView): object => rest;

describe('AC 09: to a colleague who may not know the clients', () => {
  it("a protected person's time looks like any other, in the employee's calendar and in the room's", async () => {
    const ofPeople = (await entries(place.employeeIds)).map(looks);
    const ofRooms = (await entries(place.roomIds)).map(looks);
    expect(ofPeople).toEqual(Array(4).fill(ofPeople[0]));
    expect(ofPeople[0]).toMatchObject({ disclosure: 'TYPE', status: 'BOOKED', roomName: null, notNotified: false });
    expect(ofRooms).toEqual(Array(4).fill(ofRooms[0]));
    expect(ofRooms[0]).toMatchObject({ disclosure: 'BUSY', typeCode: null });
  });

  it('the order says nothing of when something was booked, nor which room goes with whom', async () => {
    const ids = (await entries([...place.employeeIds, ...place.roomIds])).map((entry) => entry.id);
    expect(ids).toHaveLength(8);
    expect(ids).toEqual([...ids].sort());
  });

  it('the answer to a change tells no place of anybody', async () => {
    for (const id of reservationIds) {
      const { body } = await colleague
        .post(`/api/v1/reservations/${id}/check-in`)
        .set('Idempotency-Key', newId())
        .set('If-Match', '"1"')
        .send({})
        .expect(200);
      expect(body).toMatchObject({ status: 'CHECKED_IN', unit: null, room: null, clients: [] });
    }
  });
});
