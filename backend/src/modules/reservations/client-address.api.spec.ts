import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../api.module.ts';
import { newId } from '../../kernel/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { testSession } from '../identity/testing/index.ts';
import { aBookingPlace, type BookingPlace } from './testing/booking-place.ts';
import { reservationDesk, type Browser } from './testing/reservation-desk.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
const { aColleague, theEmployeeOf } = reservationDesk(t);
const address = { street: 'Esimerkkikatu 1 A 2', postalCode: '00100', postalPlace: 'Helsinki' };

let place: BookingPlace;
let own: Browser;
let clerk: Browser;
let supervisor: Browser;

beforeAll(async () => {
  place = await aBookingPlace(t.db);
  [own, clerk, supervisor] = [await theEmployeeOf(place), await aColleague(place, 'BOOKING_CLERK'), await aColleague(place, 'SUPERVISOR')];
});

const add = (more: object) =>
  own
    .post('/api/v1/clients')
    .set('Idempotency-Key', newId())
    .send({ firstNames: 'Ritva', lastName: 'Osoitteellinen', birthOn: '1958-12-12', ...more });

async function booked(clientId: string): Promise<string> {
  const offeredTimeId = await place.offer(`2026-12-${10 + (made += 1)}T08:00:00Z`);
  const { body } = await own
    .post('/api/v1/reservations')
    .set('Idempotency-Key', newId())
    .send({ clientId, offeredTimeId, mode: 'VISIT' })
    .expect(201);
  return body.id as string;
}
let made = 0;

describe('the address of a client', () => {
  it('is shown to their own employee and to the supervisor, on the card and beside the reservation, and not to the booking desk', async () => {
    const added = await add({ address: { ...address, street: ` ${address.street} ` } }).expect(201);
    const clientId = added.body.id as string;
    expect(added.body.address).toEqual(address);
    const id = await booked(clientId);
    const seenBy = async (browser: Browser) => [
      (await browser.get(`/api/v1/clients/${clientId}`).expect(200)).body.address,
      (await browser.get(`/api/v1/reservations/${id}`).expect(200)).body.clients[0].address,
    ];
    expect(await seenBy(own)).toEqual([address, address]);
    expect(await seenBy(supervisor)).toEqual([address, address]);
    expect(await seenBy(clerk)).toEqual([null, null]);
  });

  it('T6: is shown to nobody any more once the client has a non-disclosure', async () => {
    const clientId = (await add({ address }).expect(201)).body.id as string;
    const id = await booked(clientId);
    await t.db.admin.query('UPDATE client SET non_disclosure = true WHERE id = $1', [clientId]);
    for (const browser of [own, clerk, supervisor])
      for (const path of [`clients/${clientId}`, `reservations/${id}`])
        expect((await browser.get(`/api/v1/${path}`).expect(200)).text).not.toContain('Esimerkkikatu');
  });

  it('of a protected person is not stored at all', async () => {
    expect((await add({ address, nonDisclosure: true })).body).toMatchObject({ status: 422, code: 'ADDRESS_PROTECTED' });
    expect((await add({ nonDisclosure: true })).status).toBe(201);
  });

  it.each([
    ['/address/postalCode', { ...address, postalCode: '0010' }],
    ['/address/postalCode', { ...address, postalCode: 'FI-00100' }],
    ['/address/street', { ...address, street: ' ' }],
    ['/address/postalPlace', { street: 'Esimerkkikatu 1', postalCode: '00100' }],
  ])('is whole and Finnish, or refused: %s', async (pointer, wrong) => {
    expect((await add({ address: wrong })).body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer }] });
  });
});
