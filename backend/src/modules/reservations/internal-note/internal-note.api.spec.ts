import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../../api.module.ts';
import { newId } from '../../../kernel/index.ts';
import { testApplication } from '../../../platform/testing/test-application.ts';
import { aClient, whoIs } from '../../clients/testing/index.ts';
import { testSession } from '../../identity/testing/index.ts';
import { aBookingPlace, type BookingPlace } from '../testing/booking-place.ts';
import { reservationDesk, type Browser } from '../testing/reservation-desk.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
const { aColleague, theEmployeeOf, command } = reservationDesk(t);

const secret = 'Kanarianote: tulee pyörätuolilla';
const corrected = 'Kanarianote: ovi auki valmiiksi';

let place: BookingPlace;
let own: Browser;
let pair: Browser;
let colleague: Browser;
let clerk: Browser;
let supervisor: Browser;
let stranger: Browser;

beforeAll(async () => {
  place = await aBookingPlace(t.db, { employees: 2 });
  [own, pair] = [await theEmployeeOf(place), await theEmployeeOf(place, 1)];
  [colleague, clerk, supervisor] = [
    await aColleague(place, 'EMPLOYEE'),
    await aColleague(place, 'BOOKING_CLERK'),
    await aColleague(place, 'SUPERVISOR'),
  ];
  const elsewhere = await aBookingPlace(t.db);
  stranger = await theEmployeeOf(elsewhere);
});

let minute = 0;
const sometime = (): string => new Date(Date.UTC(2026, 11, 10, 6, (minute += 70))).toISOString();

async function tryToBook(browser: Browser, more: object = {}, as?: readonly string[]) {
  const { id: clientId } = await aClient().save(t.db);
  await whoIs(browser, t.db, clientId);
  const offeredTimeId = await place.offer(sometime(), as === undefined ? {} : { with: as });
  const answer = await browser
    .post('/api/v1/reservations')
    .set('Idempotency-Key', newId())
    .send({ clientId, offeredTimeId, mode: 'VISIT', ...more });
  return { answer, clientId, offeredTimeId, id: (answer.body as { id?: string }).id ?? '' };
}

const write = (browser: Browser, id: string, version: number, internalNote: string) =>
  command(browser, id, version, 'internal-note', { internalNote });
const read = async (browser: Browser, id: string) =>
  (await browser.get(`/api/v1/reservations/${id}`).expect(200)).body as Record<string, unknown>;

describe('an internal note', () => {
  it('is given with the booking by one of its employees, and read by all of them', async () => {
    const { answer, id } = await tryToBook(own, { internalNote: `  ${secret}\nkaksi riviä ` }, place.employeeIds.slice(1));
    expect(answer.status).toBe(201);
    for (const each of [own, pair])
      expect(await read(each, id)).toMatchObject({ internalNote: `${secret}\nkaksi riviä`, mayChangeInternalNote: true });
  });

  it('is shown neither to the booking desk nor to the supervisor, though they may read the reservation', async () => {
    const { id } = await tryToBook(own, { internalNote: secret });
    for (const each of [clerk, supervisor])
      expect(await read(each, id)).toMatchObject({ internalNote: null, mayChangeInternalNote: false });
    expect((await write(clerk, id, 1, corrected)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect((await write(supervisor, id, 1, corrected)).body).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });

  it('is not there for a colleague, nor for anybody of another unit, and the try is in the usage log', async () => {
    const { id, clientId } = await tryToBook(own, { internalNote: secret });
    for (const each of [colleague, stranger]) {
      expect((await each.get(`/api/v1/reservations/${id}`)).status).toBe(404);
      expect((await write(each, id, 1, corrected)).status).toBe(404);
    }
    const denied: unknown[] = await t.db.admin.query(
      `SELECT client_ids FROM audit_event WHERE what = 'denied' AND action = 'ReservationInternalNoteChange' AND object_ids @> ARRAY[$1::uuid]`,
      [id],
    );
    expect(denied).toEqual([{ client_ids: [clientId] }, { client_ids: [clientId] }]);
    const { text } = await command(colleague, id, 1, 'cancel', { reason: 'OTHER' }).expect(200);
    expect(text).not.toContain(secret);
  });

  it('is refused of whoever books a time that is not their own, and the screen knows it before', async () => {
    const { answer, offeredTimeId } = await tryToBook(clerk, { internalNote: secret });
    expect(answer.body).toMatchObject({ status: 403, code: 'INTERNAL_NOTE_NOT_YOURS' });
    const mayWrite = async (browser: Browser) =>
      (await browser.get(`/api/v1/offered-times/${offeredTimeId}`).expect(200)).body.mayWriteInternalNote;
    expect([await mayWrite(clerk), await mayWrite(own), await mayWrite(colleague)]).toEqual([false, true, false]);
    expect((await tryToBook(clerk, { internalNote: ' ' })).answer.status).toBe(201);
  });

  it('is corrected and taken away, and history and usage log tell that it changed without a word of it', async () => {
    const { id, clientId } = await tryToBook(own, { internalNote: secret });
    const changed = await write(own, id, 1, corrected);
    expect(changed.body).toMatchObject({ version: 2, internalNote: corrected });
    expect(changed.headers['etag']).toBe('"2"');
    expect(changed.body.history).toMatchObject([
      { kind: 'BOOKED' },
      { kind: 'CHANGED', actorKind: 'EMPLOYEE', details: { what: 'INTERNAL_NOTE' } },
    ]);
    expect((await write(own, id, 2, '')).body).toMatchObject({ version: 3, internalNote: null, mayChangeInternalNote: true });
    const rows: { row: string }[] = await t.db.admin.query(
      `SELECT row_to_json(a)::text AS row FROM audit_event a WHERE action = 'ReservationInternalNoteChange' AND result = 'OK' AND client_ids @> ARRAY[$1::uuid]`,
      [clientId],
    );
    expect(rows).toHaveLength(2);
    for (const { row } of rows) expect(row).not.toContain('Kanarianote');
  });

  it('is not overwritten by somebody who has not read what stands there', async () => {
    const { id } = await tryToBook(own, { internalNote: secret }, place.employeeIds.slice(1));
    await write(pair, id, 1, corrected).expect(200);
    expect((await write(own, id, 1, 'jotain muuta')).body).toMatchObject({ status: 412, code: 'VERSION_CONFLICT' });
    expect(await read(own, id)).toMatchObject({ internalNote: corrected });
  });

  it('can be mended of what is cancelled, and changes nothing that the client is told', async () => {
    const { id } = await tryToBook(own, { internalNote: secret });
    await command(own, id, 1, 'cancel', { reason: 'OTHER' }).expect(200);
    const [before] = await t.db.admin.query('SELECT message_version FROM reservation WHERE id = $1', [id]);
    await write(own, id, 2, '').expect(200);
    expect(await t.db.admin.query('SELECT message_version, internal_note_encrypted FROM reservation WHERE id = $1', [id])).toEqual([
      { ...before, internal_note_encrypted: null },
    ]);
  });

  it('is no longer than a thousand characters', async () => {
    const { answer, id } = await tryToBook(own, { internalNote: 'a'.repeat(1000) });
    expect(answer.status).toBe(201);
    expect((await write(own, id, 1, 'a'.repeat(1001))).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/internalNote' }],
    });
  });

  it('never reaches the client: neither own times nor calendar file nor messages have it', async () => {
    const { id, clientId } = await tryToBook(own, { internalNote: secret });
    const aino = await t.signInCitizen(clientId);
    const one = await aino.get(`/api/v1/citizen/reservations/${id}`).expect(200);
    expect(one.body).not.toHaveProperty('internalNote');
    for (const path of [`/${id}`, `/${id}/calendar-file`, '?when=upcoming']) {
      const { text } = await aino.get(`/api/v1/citizen/reservations${path}`).expect(200);
      expect(text.length).toBeGreaterThan(0);
      expect(text).not.toContain('Kanarianote');
    }
    expect((await own.get(`/api/v1/reservations/${id}/messages`).expect(200)).text).not.toContain('Kanarianote');
  });
});
