import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../../api.module.ts';
import { newId } from '../../../kernel/index.ts';
import { testApplication } from '../../../platform/testing/test-application.ts';
import { aClient } from '../../clients/testing/index.ts';
import { signedInAnew, testSession } from '../../identity/testing/index.ts';
import { aBookingPlace } from '../testing/booking-place.ts';
import { ReleaseHold } from './release-hold.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
type Browser = Awaited<ReturnType<typeof t.signInCitizen>>;
const start = t.clock.now();
beforeEach(() => t.clock.set(start));

const holds = '/api/v1/citizen/holds';
const hold = (browser: Browser, offeredTimeId: string) =>
  browser.post(holds).set('Idempotency-Key', newId()).send({ offeredTimeId, mode: 'VISIT' });
const aCitizen = async (): Promise<Browser> => t.signInCitizen((await aClient().save(t.db)).id);
const keptFor = async (clientId: string): Promise<string[]> => {
  const rows: { id: string }[] = await t.db.admin.query(
    `SELECT h.offered_time_id AS id FROM hold h JOIN allocation a ON a.source_id = h.id WHERE h.client_id = $1`,
    [clientId],
  );
  return rows.map((row) => row.id);
};

describe('a held time', () => {
  it('is kept from others for ten minutes, and for ten more when asked once', async () => {
    const place = await aBookingPlace(t.db);
    const [a, b] = [await aCitizen(), await aCitizen()];
    const time = await place.offer('2026-12-10T08:00:00Z');
    const held = await hold(a, time);
    expect(held.status).toBe(201);
    expect((await hold(b, time)).body.code).toBe('TIME_TAKEN');
    expect((await t.http().get(`/api/v1/public/free-times?appointmentTypeId=${place.typeId}`)).body.items).toEqual([]);
    const extended = await a.post(`${holds}/${held.body.id}/extend`).send({});
    expect(extended.body).toMatchObject({ extended: true, expiresAt: '2026-11-24T08:20:00.000Z' });
    expect((await a.post(`${holds}/${held.body.id}/extend`).send({})).body.code).toBe('HOLD_ALREADY_EXTENDED');
    t.clock.advance({ minutes: 10, seconds: 1 });
    expect((await a.get(`${holds}/${held.body.id}`)).status).toBe(200);
    expect((await hold(b, time)).body.code).toBe('TIME_TAKEN');
    t.clock.advance({ minutes: 10 });
    expect((await a.get(`${holds}/${held.body.id}`)).body.code).toBe('HOLD_EXPIRED');
    expect((await hold(b, time)).status).toBe(201);
  });

  it('goes on for who identifies anew while booking, and is given back when another person does so in that browser', async () => {
    const place = await aBookingPlace(t.db);
    const [aino, eero] = [await aClient().save(t.db), await aClient().save(t.db)];
    const first = await testSession.open(t.app, t.db.organisationId, 'CITIZEN', aino.id);
    const held = await hold(t.http().set('Cookie', first), await place.offer('2026-12-15T08:00:00Z'));
    const second = await signedInAnew(t.app, t.db.organisationId, 'CITIZEN', aino.id, first);
    expect((await t.http().get(`${holds}/${held.body.id}`).set('Cookie', first)).status).toBe(401);
    expect((await t.http().get(`${holds}/${held.body.id}`).set('Cookie', second)).body).toMatchObject({ id: held.body.id });
    expect(await keptFor(aino.id)).toHaveLength(1);
    const third = await signedInAnew(t.app, t.db.organisationId, 'CITIZEN', eero.id, second);
    expect((await t.http().get(`${holds}/${held.body.id}`).set('Cookie', third)).status).toBe(404);
    expect(await keptFor(aino.id)).toEqual([]);
  });

  it('tells nothing by its id: another session’s hold answers like one that never was', async () => {
    const place = await aBookingPlace(t.db);
    const [a, b] = [await aCitizen(), await aCitizen()];
    const { body } = await hold(a, await place.offer('2026-12-14T08:00:00Z'));
    const answersTo = async (id: string): Promise<unknown[]> => {
      const answers = [await b.get(`${holds}/${id}`), await b.post(`${holds}/${id}/extend`).send({}), await b.delete(`${holds}/${id}`)];
      return answers.map(({ status, body: { code, detail, title } }) => ({ status, code, detail, title }));
    };
    expect(await answersTo(body.id)).toEqual(await answersTo(newId()));
    expect(await answersTo(body.id)).toMatchObject([{ status: 404 }, { status: 404 }, { status: 404 }]);
    expect((await a.get(`${holds}/${body.id}`)).status).toBe(200);
  });

  it('is given up for another one, is booked by its session, and is nothing to a stranger', async () => {
    const place = await aBookingPlace(t.db);
    const [a, b] = [await aCitizen(), await aCitizen()];
    const [first, second] = [await place.offer('2026-12-11T08:00:00Z'), await place.offer('2026-12-11T10:00:00Z')];
    await hold(a, first);
    const held = await hold(a, second);
    expect((await b.get(`${holds}/${held.body.id}`)).status).toBe(404);
    expect((await b.delete(`${holds}/${held.body.id}`)).status).toBe(404);
    expect((await hold(b, first)).status).toBe(201);
    const booked = await a
      .post('/api/v1/citizen/reservations')
      .set('Idempotency-Key', newId())
      .send({ offeredTimeId: second, mode: 'VISIT' });
    expect(booked.status).toBe(201);
    const left = await t.db.admin.query(`SELECT kind FROM allocation WHERE source_id = $1`, [held.body.id]);
    expect(left).toEqual([]);
  });
});

describe('AC 18: a held time', () => {
  it('is one a person: another browser’s hold takes its place', async () => {
    const place = await aBookingPlace(t.db);
    const [one, other] = [await place.offer('2026-12-10T08:00:00Z'), await place.offer('2026-12-10T10:00:00Z')];
    const { id } = await aClient().save(t.db);
    const [here, there] = [await t.signInCitizen(id), await t.signInCitizen(id)];
    const first = await hold(here, one);
    expect([first.status, (await hold(there, other)).status]).toEqual([201, 201]);
    expect(await keptFor(id)).toEqual([other]);
    expect((await hold(await aCitizen(), one)).status).toBe(201);
  });

  it('stays one a person when several browsers ask at the same moment', async () => {
    const place = await aBookingPlace(t.db, { employees: 3 });
    for (let round = 0; round < 6; round += 1) {
      const at = `2026-12-${String(10 + round)}T12:00:00Z`;
      const { id } = await aClient().save(t.db);
      const wanted = await Promise.all(
        [0, 1, 2].map(async (employee) => [await t.signInCitizen(id), await place.offer(at, { employee })] as const),
      );
      const answers = await Promise.all(wanted.map(([browser, time]) => hold(browser, time)));
      for (const { status } of answers) expect([201, 409]).toContain(status);
      expect(await keptFor(id)).toHaveLength(1);
    }
  });

  it('is not kept for longer by holding it again, nor extended twice', async () => {
    const offeredTimeId = await (await aBookingPlace(t.db)).offer('2026-12-11T08:00:00Z');
    const browser = await t.signInCitizen((await aClient().save(t.db)).id);
    const first = await hold(browser, offeredTimeId);
    await browser.post(`${holds}/${first.body.id}/extend`).send({}).expect(200);
    t.clock.advance({ minutes: 9 });
    const again = await hold(browser, offeredTimeId);
    expect(again.body).toMatchObject({ expiresAt: '2026-11-24T08:20:00.000Z', extended: true });
    expect((await browser.post(`${holds}/${again.body.id}/extend`).send({})).body.code).toBe('HOLD_ALREADY_EXTENDED');
  });

  it('is free again at once when its person signs out', async () => {
    const offeredTimeId = await (await aBookingPlace(t.db)).offer('2026-12-12T08:00:00Z');
    const { id } = await aClient().save(t.db);
    const browser = await t.signInCitizen(id);
    expect((await hold(browser, offeredTimeId)).status).toBe(201);
    await browser.post('/auth/citizen/logout').expect(200);
    expect(await keptFor(id)).toEqual([]);
    expect(await t.db.admin.query('SELECT held_until FROM offered_time WHERE id = $1', [offeredTimeId])).toEqual([{ held_until: null }]);
  });

  it('is given back by the next round of maintenance when its session was removed in another way', async () => {
    const place = await aBookingPlace(t.db);
    const [kept, left] = [await aClient().save(t.db), await aClient().save(t.db)];
    for (const [index, { id }] of [kept, left].entries()) {
      expect((await hold(await t.signInCitizen(id), await place.offer(`2026-12-1${4 + index}T08:00:00Z`))).status).toBe(201);
    }
    await t.db.admin.query('DELETE FROM session WHERE client_id = $1', [left.id]);
    await t.app.get(ReleaseHold, { strict: false }).expired(100);
    expect([(await keptFor(kept.id)).length, await keptFor(left.id)]).toEqual([1, []]);
  });
});

it('a held place of a group hides the group from nobody, and is extended and booked like any other', async () => {
  const place = await aBookingPlace(t.db);
  const group = await place.offer('2026-12-10T08:00:00Z');
  await t.db.admin.query('UPDATE offered_time SET capacity = 2 WHERE id = $1', [group]);
  const [aino, eino] = [await aCitizen(), await aCitizen()];
  const [first, second] = [await hold(aino, group), await hold(eino, group)];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await t.db.admin.query('SELECT held_until FROM offered_time WHERE id = $1', [group])).toEqual([{ held_until: null }]);
  await aino.post(`${holds}/${first.body.id}/extend`).send({}).expect(200);
  for (const browser of [aino, eino])
    await browser
      .post('/api/v1/citizen/reservations')
      .set('Idempotency-Key', newId())
      .send({ offeredTimeId: group, mode: 'VISIT' })
      .expect(201);
});
