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

let place: BookingPlace;
let own: Browser;
let colleague: Browser;
let stranger: Browser;

beforeAll(async () => {
  place = await aBookingPlace(t.db, { employees: 2 });
  [own, colleague] = [await theEmployeeOf(place), await theEmployeeOf(place, 1)];
  stranger = (await signedInAs(t, 'SUPERVISOR', (await aBookingPlace(t.db)).unitId)).http;
});

let minute = 0;
/** A free place in the calendar, today, each time another. */
const sometime = (): string => new Date(Date.UTC(2026, 10, 24, 9, (minute += 70))).toISOString();

async function booked(browser: Browser, at: BookingPlace, offer: { startsAt?: string; employee?: number } = {}, more: object = {}) {
  const { id: clientId } = await aClient().save(t.db);
  await whoIs(browser, t.db, clientId);
  const offeredTimeId = await at.offer(offer.startsAt ?? sometime(), { employee: offer.employee ?? 0 });
  const { body } = await browser
    .post('/api/v1/reservations')
    .set('Idempotency-Key', newId())
    .send({ clientId, offeredTimeId, mode: 'VISIT', ...more })
    .expect(201);
  return { clientId, id: body.id as string };
}

const command = (browser: Browser, id: string, name: string, body: object = {}, key = newId(), version = 1) =>
  browser.post(`/api/v1/reservations/${id}/${name}`).set('Idempotency-Key', key).set('If-Match', `"${version}"`).send(body);

describe('a try at somebody else’s reservation', () => {
  const deniedOf = async (id: string): Promise<unknown[]> => {
    const rows: { action: string; client_ids: string[] }[] = await t.db.admin.query(
      `SELECT action, client_ids FROM audit_event WHERE what = 'denied' AND object_ids @> ARRAY[$1::uuid] ORDER BY at, id`,
      [id],
    );
    return rows.map((row) => [row.action, row.client_ids]);
  };

  it.each([
    ['ReservationRead', (id: string) => stranger.get(`/api/v1/reservations/${id}`)],
    ['ReservationCancel', (id: string) => command(stranger, id, 'cancel', { reason: 'OTHER' })],
    ['ReservationAttendance', (id: string) => command(stranger, id, 'check-in')],
    ['ReservationMessagesRead', (id: string) => stranger.get(`/api/v1/reservations/${id}/messages`)],
  ] as const)('by an employee (%s) stays in the usage log', async (action, ask) => {
    const { id, clientId } = await booked(own, place);
    expect((await ask(id)).status).toBe(404);
    expect(await deniedOf(id)).toEqual([[action, [clientId]]]);
  });

  it('by an employee stays each time, also when the refusal is given again by its key', async () => {
    const { id } = await booked(own, place);
    const key = newId();
    for (const status of [404, 404]) expect((await command(stranger, id, 'cancel', { reason: 'OTHER' }, key)).status).toBe(status);
    expect(await deniedOf(id)).toHaveLength(2);
  });

  it('by a citizen stays, and one at nothing leaves nothing', async () => {
    const { id, clientId } = await booked(own, place);
    const other = await t.signInCitizen((await aClient().save(t.db)).id);
    await other.get(`/api/v1/citizen/reservations/${id}`).expect(404);
    await other.get(`/api/v1/citizen/reservations/${id}/calendar-file`).expect(404);
    await other
      .post(`/api/v1/citizen/reservations/${id}/cancel`)
      .set('Idempotency-Key', newId())
      .set('If-Match', '"1"')
      .send({})
      .expect(404);
    expect(await deniedOf(id)).toEqual([
      ['OwnReservationRead', [clientId]],
      ['OwnReservationCalendarFile', [clientId]],
      ['ReservationCancel', [clientId]],
    ]);
    const nothing = newId();
    await other.get(`/api/v1/citizen/reservations/${nothing}`).expect(404);
    expect(await deniedOf(nothing)).toEqual([]);
  });
});

describe('whose client somebody is', () => {
  it('cannot be made so by an entry afterwards that is cancelled again', async () => {
    const { id, clientId } = await booked(own, place, { startsAt: '2026-11-20T09:00:00Z' }, { lateEntry: true });
    const later = await theEmployeeOf(place);
    await later.get(`/api/v1/clients/${clientId}`).expect(200);
    expect((await command(own, id, 'cancel', { reason: 'OTHER' })).status).toBe(200);
    await later.get(`/api/v1/clients/${clientId}`).expect(404);
  });

  it('cannot be made so by moving a colleague’s reservation to oneself', async () => {
    const { id, clientId } = await booked(own, place);
    const offeredTimeId = await place.offer(sometime(), { employee: 1 });
    expect((await command(colleague, id, 'move', { offeredTimeId, mode: 'VISIT' })).status).toBe(404);
    await colleague.get(`/api/v1/clients/${clientId}`).expect(404);
  });

  it('stays the own employee’s: own reservations move between own times', async () => {
    const { id } = await booked(own, place);
    expect((await command(own, id, 'move', { offeredTimeId: await place.offer(sometime(), { employee: 1 }), mode: 'VISIT' })).status).toBe(
      404,
    );
    expect((await command(own, id, 'move', { offeredTimeId: await place.offer(sometime()), mode: 'VISIT' })).status).toBe(200);
  });
});

describe('a colleague who may change what he may not read', () => {
  it('gets no more in the answer than the calendar shows him', async () => {
    const { id } = await booked(own, place, { startsAt: '2026-11-24T09:00:00Z' });
    const { status, body } = await command(colleague, id, 'check-in');
    expect([status, body.clients, body.noteToClient, body.history, body.cancelReason]).toEqual([200, [], null, [], null]);
    expect((await command(colleague, id, 'cancel', { reason: 'EMPLOYEE_ABSENT' }, newId(), 2)).body).toMatchObject({
      history: [],
      cancelReason: null,
    });
  });

  it('finds nothing to change where the calendar says no more than busy', async () => {
    const secret = await aBookingPlace(t.db, { employees: 2, type: { calendarVisibility: 'BUSY' } });
    const [its, hers] = [await theEmployeeOf(secret), await theEmployeeOf(secret, 1)];
    const { id } = await booked(its, secret, { startsAt: '2026-11-24T09:00:00Z' });
    for (const [name, body] of [
      ['check-in', {}],
      ['cancel', { reason: 'OTHER' }],
    ] as const)
      expect((await command(hers, id, name, body)).status).toBe(404);
    expect((await command(its, id, 'check-in')).status).toBe(200);
  });
});
