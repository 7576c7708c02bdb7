import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../api.module.ts';
import { newId, parseInstant } from '../../kernel/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { phoneNumberFrom } from '../clients/index.ts';
import { aClient } from '../clients/testing/index.ts';
import { testSession } from '../identity/testing/index.ts';
import { ReservationJobs } from './reservation-jobs.ts';
import { aBookingPlace, type BookingPlace } from './testing/booking-place.ts';
import { reservationDesk, type Browser } from './testing/reservation-desk.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
const { aColleague, theEmployeeOf, book, command } = reservationDesk(t);
const start = t.clock.now();

beforeEach(() => t.clock.set(start));

describe('one reservation', () => {
  async function aReservation(place: BookingPlace, browser: Browser, startsAt = '2026-11-24T10:00:00Z') {
    const { id: clientId } = await aClient({ phone: null }).save(t.db);
    const booked = await book(browser, { clientId, offeredTimeId: await place.offer(startsAt), mode: 'VISIT' });
    expect(booked.status).toBe(201);
    return { id: booked.body.id as string, clientId };
  }

  it('opens to its employee and to the supervisor with a row in the log, and not to others', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id, clientId } = await aReservation(place, own);
    const supervisor = await aColleague(place, 'SUPERVISOR');
    const colleague = await aColleague(place, 'EMPLOYEE');
    const administrator = await aColleague(place, 'ADMINISTRATOR');
    expect((await own.get(`/api/v1/reservations/${id}`)).body.clients[0].name).toBe('Aino Esimerkki');
    expect((await supervisor.get(`/api/v1/reservations/${id}`)).status).toBe(200);
    expect((await colleague.get(`/api/v1/reservations/${id}`)).status).toBe(404);
    expect((await administrator.get(`/api/v1/reservations/${id}`)).status).toBe(403);
    const log = await t.db.admin.query(
      `SELECT purpose, client_ids FROM audit_event WHERE action = 'ReservationRead' AND what = 'view' AND $1 = ANY (object_ids) ORDER BY at, purpose`,
      [id],
    );
    expect(log).toEqual([
      { purpose: 'ASSIGNED', client_ids: [clientId] },
      { purpose: 'UNIT_DUTY', client_ids: [clientId] },
    ]);
  });

  it('says by what its client is told of a change, and by nothing when no message would go', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id, clientId } = await aReservation(place, own);
    const toldBy = async (): Promise<unknown> => (await own.get(`/api/v1/reservations/${id}`)).body.clients[0].toldBy;
    expect(await toldBy()).toEqual([]);
    const { id: reachable } = await aClient({ phone: phoneNumberFrom('+358401234567') }).save(t.db);
    await t.db.admin.query("UPDATE client SET phone_confirmed_at = created_at, reminder_channels = '{SMS}' WHERE id = $1", [reachable]);
    await t.db.admin.query('UPDATE reservation_client SET client_id = $2 WHERE reservation_id = $1 AND client_id = $3', [
      id,
      reachable,
      clientId,
    ]);
    expect(await toldBy()).toEqual(['SMS']);
    const silencers = [
      ['UPDATE reservation SET messages = $2 WHERE id = $1', 'OFF', 'ON'],
      ['UPDATE reservation SET citizen_visibility = $2 WHERE id = $1', 'HIDDEN', 'FULL'],
      ['UPDATE reservation_client SET notify = $2::boolean WHERE reservation_id = $1', 'false', 'true'],
    ] as const;
    for (const [change, silent, heard] of silencers) {
      await t.db.admin.query(change, [id, silent]);
      expect(await toldBy()).toEqual([]);
      await t.db.admin.query(change, [id, heard]);
      expect(await toldBy()).toEqual(['SMS']);
    }
    await t.db.admin.query("UPDATE client SET quiet_contact = 'NO_MESSAGES' WHERE id = $1", [reachable]);
    expect(await toldBy()).toEqual([]);
  });

  it('is cancelled with a reason, and the history tells by whom', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id } = await aReservation(place, own);
    expect((await command(own, id, 1, 'cancel')).body.errors).toEqual([expect.objectContaining({ pointer: '/reason' })]);
    const cancelled = await command(own, id, 1, 'cancel', { reason: 'EMPLOYEE_ABSENT' });
    expect(cancelled.body).toMatchObject({ status: 'CANCELLED', cancelReason: 'EMPLOYEE_ABSENT', actions: [] });
    expect(cancelled.body.history.map((event: { kind: string; actorName: string }) => [event.kind, event.actorName])).toEqual([
      ['BOOKED', 'Liisa Lastenvalvoja'],
      ['CANCELLED', 'Liisa Lastenvalvoja'],
    ]);
    expect((await command(own, id, 2, 'cancel', { reason: 'OTHER' })).body.code).toBe('STATUS_NOT_ALLOWED');
  });

  it('goes from arrived to done, is corrected the same day, and no-show waits for the start', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id } = await aReservation(place, own);
    expect((await command(own, id, 1, 'no-show')).body.code).toBe('NOT_STARTED_YET');
    expect((await command(own, id, 1, 'fulfil')).body.code).toBe('NOT_STARTED_YET');
    expect((await command(own, id, 1, 'check-in')).body.status).toBe('CHECKED_IN');
    expect((await command(own, id, 2, 'start')).body.status).toBe('STARTED');
    expect((await command(own, id, 3, 'fulfil')).body.status).toBe('FULFILLED');
    expect((await command(own, id, 4, 'correct-attendance')).body.status).toBe('BOOKED');
    t.clock.advance({ hours: 3 });
    const again = await t.signInEmployee(place.employeeIds[0] ?? '');
    expect((await command(again, id, 5, 'no-show')).body.status).toBe('NO_SHOW');
    t.clock.advance({ hours: 20 });
    const nextDay = await t.signInEmployee(place.employeeIds[0] ?? '');
    expect((await command(nextDay, id, 6, 'correct-attendance')).body.code).toBe('CORRECTION_TOO_LATE');
  });

  it('is neither arrived nor begun before its day, and the buttons are not offered', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id } = await aReservation(place, own, '2026-11-25T07:00:00Z');
    expect((await command(own, id, 1, 'check-in')).body).toMatchObject({ status: 409, code: 'NOT_ON_THE_DAY_YET' });
    expect((await command(own, id, 1, 'start')).body.code).toBe('NOT_ON_THE_DAY_YET');
    expect((await own.get(`/api/v1/reservations/${id}`)).body.actions).toEqual(['move', 'cancel']);
    t.clock.set(parseInstant('2026-11-24T22:00:00Z'));
    const onTheDay = await t.signInEmployee(place.employeeIds[0] ?? '');
    expect((await onTheDay.get(`/api/v1/reservations/${id}`)).body.actions).toEqual(['move', 'cancel', 'check-in', 'start']);
    expect((await command(onTheDay, id, 1, 'check-in')).body.status).toBe('CHECKED_IN');
  });

  it('is moved by an employee whatever the deadline of the citizen', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id } = await aReservation(place, own);
    const moved = await command(own, id, 1, 'move', { offeredTimeId: await place.offer('2026-11-24T12:00:00Z'), mode: 'VISIT' });
    expect(moved.body).toMatchObject({ id, version: 2, startsAt: '2026-11-24T12:00:00.000Z' });
  });
});

describe('tasks', () => {
  it('show "I cannot come" to the employee and the supervisor, and are done once', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const supervisor = await aColleague(place, 'SUPERVISOR');
    const elsewhere = await aColleague(await aBookingPlace(t.db), 'SUPERVISOR');
    const { id: clientId } = await aClient().save(t.db);
    const booked = await book(own, { clientId, offeredTimeId: await place.offer('2026-11-25T07:00:00Z'), mode: 'VISIT' });
    const citizen = await t.signInCitizen(clientId);
    const told = await citizen.post(`/api/v1/citizen/reservations/${booked.body.id}/cannot-come`).set('Idempotency-Key', newId()).send({});
    expect(told.status).toBe(200);
    const again = await citizen.post(`/api/v1/citizen/reservations/${booked.body.id}/cannot-come`).set('Idempotency-Key', newId()).send({});
    expect([again.status, again.body.cannotComeReported]).toEqual([200, true]);
    const { history } = (await own.get(`/api/v1/reservations/${booked.body.id}`)).body;
    expect(history.filter(({ kind }: { kind: string }) => kind === 'CANNOT_COME')).toHaveLength(1);
    const mine = (await own.get('/api/v1/employee-tasks')).body;
    expect(mine).toEqual([expect.objectContaining({ kind: 'CANNOT_COME', reservationId: booked.body.id })]);
    expect((await elsewhere.get('/api/v1/employee-tasks')).body).toEqual([]);
    expect((await elsewhere.post(`/api/v1/employee-tasks/${mine[0].id}/done`).send({})).status).toBe(404);
    expect((await supervisor.post(`/api/v1/employee-tasks/${mine[0].id}/done`).send({})).status).toBe(200);
    expect((await own.get('/api/v1/employee-tasks')).body).toEqual([]);
  });
});

describe('"I cannot come"', () => {
  it('was told of the time before a move, and can be told of the new one', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id: clientId } = await aClient().save(t.db);
    const { id } = (await book(own, { clientId, offeredTimeId: await place.offer('2026-11-24T13:00:00Z'), mode: 'VISIT' })).body;
    const citizen = await t.signInCitizen(clientId);
    const tell = async () =>
      (await citizen.post(`/api/v1/citizen/reservations/${id}/cannot-come`).set('Idempotency-Key', newId()).send({})).body;
    expect(await tell()).toMatchObject({ cannotCome: false, cannotComeReported: true });
    t.clock.set(t.clock.now().plus({ seconds: 1 }));
    expect((await command(own, id, 1, 'move', { offeredTimeId: await place.offer('2026-11-24T14:00:00Z'), mode: 'VISIT' })).status).toBe(
      200,
    );
    expect((await citizen.get(`/api/v1/citizen/reservations/${id}`)).body).toMatchObject({ cannotCome: true, cannotComeReported: false });
    t.clock.set(t.clock.now().plus({ seconds: 1 }));
    expect(await tell()).toMatchObject({ cannotCome: false, cannotComeReported: true });
    expect((await own.get('/api/v1/employee-tasks')).body).toHaveLength(1);
  });
});

it('the nightly check finds nothing, until a time tells of a place that nobody took', async () => {
  const place = await aBookingPlace(t.db);
  const own = await theEmployeeOf(place);
  const { id: clientId } = await aClient().save(t.db);
  const [taken, ghost] = [await place.offer('2026-12-10T08:00:00Z'), await place.offer('2026-12-10T10:00:00Z')];
  await book(own, { clientId, offeredTimeId: taken, mode: 'VISIT' });
  const check = () => t.app.get(ReservationJobs, { strict: false }).findGhosts();
  await check();
  await t.db.admin.query(`UPDATE offered_time SET taken = 1, state = 'FULL' WHERE id = $1`, [ghost]);
  await expect(check()).rejects.toThrow(`TAKEN_DIFFERS ${ghost}`);
});
