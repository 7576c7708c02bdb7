import { newId, parseInstant, toLocalDate } from '../../kernel/index.ts';
import { ApiModule } from '../../api.module.ts';
import type { Role } from '../../platform/access/index.ts';
import { theSystem } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { anAppointmentType } from '../appointment-types/testing/index.ts';
import { phoneNumberFrom } from '../clients/index.ts';
import { aClient, whoIs } from '../clients/testing/index.ts';
import { GrantRole } from '../identity/index.ts';
import { testSession } from '../identity/testing/index.ts';
import { anEmployee } from '../staff/testing/index.ts';
import { aBookingPlace, type BookingPlace } from './testing/booking-place.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
type Browser = Awaited<ReturnType<typeof t.signInEmployee>>;
const start = t.clock.now();

beforeEach(() => {
  t.clock.set(start);
});

async function grant(employeeId: string, role: Role, unitId: string): Promise<void> {
  const grants = t.app.get(GrantRole, { strict: false });
  await grants.execute(theSystem(t.db.organisationId), { employeeId, role, unitId, validFrom: toLocalDate('2025-01-01') });
}

/** Somebody with the role in the place's unit, at work there. */
async function aColleague(place: BookingPlace, role: Role): Promise<{ id: string; browser: Browser }> {
  const { id } = await anEmployee({ homeUnitId: place.unitId, firstName: 'Eeva', lastName: 'Esihenkilö' }).save(t.db);
  await grant(id, role, place.unitId);
  return { id, browser: await t.signInEmployee(id) };
}

async function theEmployeeOf(place: BookingPlace): Promise<Browser> {
  const [employeeId = ''] = place.employeeIds;
  await grant(employeeId, 'EMPLOYEE', place.unitId);
  return t.signInEmployee(employeeId);
}

async function book(browser: Browser, body: { readonly clientId: string | undefined; readonly offeredTimeId: string; readonly mode: string; readonly lateEntry?: boolean }, key = newId()) {
  await whoIs(browser, t.db, body.clientId ?? '');
  return browser.post('/api/v1/reservations').set('Idempotency-Key', key).send(body);
}

const command = (browser: Browser, id: string, version: number, name: string, body: object = {}) =>
  browser.post(`/api/v1/reservations/${id}/${name}`).set('Idempotency-Key', newId()).set('If-Match', `"${version}"`).send(body);

describe('a time on offer', () => {
  it('tells an employee with whom, where and how it is, for what else, and whether it is for them to book', async () => {
    const place = await aBookingPlace(t.db, { employees: 2, type: { bookableBy: ['DESK'], citizenMayBook: false, modes: ['VISIT', 'REMOTE'], messages: 'OFF' } });
    const other = await anAppointmentType({ serviceId: place.serviceId, unitIds: [place.unitId] }).save(t.db);
    const [clerk, own] = [await aColleague(place, 'BOOKING_CLERK'), await theEmployeeOf(place)];
    const id = await place.offer('2026-12-10T08:00:00Z', { with: place.employeeIds.slice(1) });
    const sibling = await place.offer('2026-12-10T08:00:00Z', { typeId: other.id });
    await t.db.admin.query('UPDATE offered_time SET block_id = $1 WHERE id = $2', [id, sibling]);
    const read = (browser: Browser) => browser.get(`/api/v1/offered-times/${id}`);
    const told = await read(clerk.browser);
    expect(told.body).toMatchObject({
      id, startsAt: '2026-12-10T08:00:00.000Z', endsAt: '2026-12-10T09:00:00.000Z', availability: 'FREE', bookableByYou: true, appointmentType: { id: place.typeId, versionNo: 1 },
      otherTypes: [{ id: other.id, offeredTimeId: sibling }], unit: { id: place.unitId }, room: null, modes: ['VISIT', 'REMOTE'], capacity: 1, taken: 0, messages: 'OFF',
    });
    expect(told.body.employees.map((each: { id: string; lead: boolean }) => [each.id, each.lead])).toEqual([[place.employeeIds[0], true], [place.employeeIds[1], false]]);
    expect((await read(own)).body.bookableByYou).toBe(false);
  });

  it('of a type that citizens do not see says that no message goes, whatever the type’s own setting', async () => {
    const place = await aBookingPlace(t.db, { type: { citizenVisibility: 'HIDDEN', bookableBy: ['OWN_EMPLOYEE'], citizenMayBook: false, messages: 'ON' } });
    const own = await theEmployeeOf(place);
    expect((await own.get(`/api/v1/offered-times/${await place.offer('2026-12-10T08:00:00Z')}`)).body.messages).toBe('OFF');
  });

  it('is taken as soon as somebody has it, without a word of who', async () => {
    const place = await aBookingPlace(t.db);
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient({ lastName: 'Salainen' }).save(t.db);
    const offeredTimeId = await place.offer('2026-12-10T08:00:00Z');
    expect((await book(clerk.browser, { clientId, offeredTimeId, mode: 'VISIT' })).status).toBe(201);
    const told = await clerk.browser.get(`/api/v1/offered-times/${offeredTimeId}`);
    expect(told.body).toMatchObject({ availability: 'TAKEN', taken: 1 });
    expect(told.text).not.toContain('Salainen');
  });

  it('leads, when it is taken, to the nearest ones around it that the reader may book', async () => {
    const place = await aBookingPlace(t.db, { employees: 2, type: { bookableBy: ['OWN_EMPLOYEE', 'DESK'], citizenMayBook: false } });
    const [clerk, own] = [await aColleague(place, 'BOOKING_CLERK'), await theEmployeeOf(place)];
    const { id: clientId } = await aClient().save(t.db);
    const taken = await place.offer('2026-12-10T10:00:00Z');
    expect((await book(clerk.browser, { clientId, offeredTimeId: taken, mode: 'VISIT' })).status).toBe(201);
    const colleagues = [await place.offer('2026-12-10T10:00:00Z', { employee: 1 }), await place.offer('2026-12-10T08:00:00Z', { employee: 1 })];
    const mine = [await place.offer('2026-12-10T13:00:00Z'), await place.offer('2026-12-09T10:00:00Z')];
    await place.offer('2026-12-14T10:00:00Z', { employee: 1 });
    const alternatives = async (browser: Browser): Promise<{ id: string; employees: { id: string }[] }[]> => (await browser.get(`/api/v1/offered-times/${taken}`)).body.alternatives;
    expect((await alternatives(clerk.browser)).map(({ id }) => id)).toEqual([...colleagues, mine[0]]);
    const ownOnly = await alternatives(own);
    expect(ownOnly.map(({ id }) => id)).toEqual(mine);
    expect(ownOnly[0]?.employees.map(({ id }) => id)).toEqual([place.employeeIds[0]]);
  });

  it('that was withdrawn says so', async () => {
    const place = await aBookingPlace(t.db);
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const id = await place.offer('2026-12-10T08:00:00Z');
    await t.db.admin.query(`UPDATE offered_time SET state = 'WITHDRAWN', withdrawn_because = 'HAND' WHERE id = $1`, [id]);
    expect((await clerk.browser.get(`/api/v1/offered-times/${id}`)).body).toMatchObject({ status: 409, code: 'TIME_NOT_OFFERED' });
  });
});

describe('booking by employees', () => {
  it('lets the booking desk book what the type leaves to the desk, and nobody else', async () => {
    const place = await aBookingPlace(t.db, { type: { bookableBy: ['DESK'], citizenMayBook: false } });
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const own = await theEmployeeOf(place);
    const { id: clientId } = await aClient().save(t.db);
    const offeredTimeId = await place.offer('2026-12-10T08:00:00Z', { audience: 'INTERNAL' });
    expect((await book(own, { clientId, offeredTimeId, mode: 'VISIT' })).body.code).toBe('NOT_BOOKABLE_BY_YOU');
    const booked = await book(clerk.browser, { clientId, offeredTimeId, mode: 'VISIT' });
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({ channel: 'DESK', clients: [{ id: clientId }], actions: ['move', 'cancel'] });
  });

  it('is not for clients of whom one may not know: an id alone opens nobody’s card', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id: clientId } = await aClient().save(t.db);
    const body = { clientId, offeredTimeId: await place.offer('2026-12-10T09:00:00Z'), mode: 'VISIT' };
    const blind = await own.post('/api/v1/reservations').set('Idempotency-Key', newId()).send(body);
    expect(blind.body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await book(own, body)).status).toBe(201);
  });

  it('of a protected client shows office and room to who books it and who meets them, and to nobody else', async () => {
    const place = await aBookingPlace(t.db, { rooms: [4], type: { roomNeed: 'VISIT' } });
    const [clerk, supervisor, own] = [await aColleague(place, 'BOOKING_CLERK'), await aColleague(place, 'SUPERVISOR'), await theEmployeeOf(place)];
    const { id: clientId } = await aClient({ nonDisclosure: true }).save(t.db);
    const booked = await book(clerk.browser, { clientId, offeredTimeId: await place.offer('2026-12-11T09:00:00Z'), mode: 'VISIT' });
    const roomSeenBy = async (browser: Browser) => (await browser.get(`/api/v1/reservations/${booked.body.id}`)).body.room;
    expect(booked.body.room).toMatchObject({ id: place.roomIds[0] });
    expect(await roomSeenBy(own)).toMatchObject({ id: place.roomIds[0] });
    expect([await roomSeenBy(clerk.browser), await roomSeenBy(supervisor.browser)]).toEqual([null, null]);
  });

  it('tells a colleague who marks or cancels it nothing of the client', async () => {
    const place = await aBookingPlace(t.db);
    const [own, colleague] = [await theEmployeeOf(place), await aColleague(place, 'EMPLOYEE')];
    const { id: clientId } = await aClient().save(t.db);
    const booked = await book(own, { clientId, offeredTimeId: await place.offer('2026-11-24T09:00:00Z'), mode: 'VISIT' });
    const { id } = booked.body;
    expect(booked.body.clients).toMatchObject([{ id: clientId }]);
    const marked = await command(colleague.browser, id, 1, 'check-in');
    expect(marked.body).toMatchObject({ status: 'CHECKED_IN', clients: [], noteToClient: null });
    expect((await command(colleague.browser, id, 2, 'cancel', { reason: 'OTHER' })).body).toMatchObject({ status: 'CANCELLED', clients: [] });
  });

  it('shows a time of another unit to nobody', async () => {
    const [here, there] = [await aBookingPlace(t.db), await aBookingPlace(t.db)];
    const clerk = await aColleague(here, 'BOOKING_CLERK');
    const { id: clientId } = await aClient().save(t.db);
    const offeredTimeId = await there.offer('2026-12-10T08:00:00Z');
    expect((await book(clerk.browser, { clientId, offeredTimeId, mode: 'VISIT' })).status).toBe(404);
  });

  it('offers the desk other internal times when one was taken', async () => {
    const place = await aBookingPlace(t.db, { type: { bookableBy: ['DESK'], citizenMayBook: false, audience: 'INTERNAL' } });
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const [first, second] = [await place.offer('2026-12-10T08:00:00Z', { audience: 'INTERNAL' }), await place.offer('2026-12-10T10:00:00Z', { audience: 'INTERNAL' })];
    const clients = [await aClient().save(t.db), await aClient().save(t.db)];
    await book(clerk.browser, { clientId: clients[0]?.id, offeredTimeId: first, mode: 'VISIT' });
    const refused = await book(clerk.browser, { clientId: clients[1]?.id, offeredTimeId: first, mode: 'VISIT' });
    expect(refused.body).toMatchObject({ code: 'TIME_TAKEN', alternatives: [{ id: second, employees: [{ id: place.employeeIds[0], lead: true }] }] });
  });

  it('records a past time as a late entry only', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id: clientId } = await aClient().save(t.db);
    const body = { clientId, offeredTimeId: await place.offer('2026-11-23T08:00:00Z'), mode: 'VISIT' };
    expect((await book(own, body)).body.code).toBe('TIME_IN_THE_PAST');
    expect((await book(own, { ...body, lateEntry: true })).status).toBe(201);
  });

  it('is refused for a client who has died, but for what was before', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id: clientId } = await aClient().save(t.db);
    await t.db.admin.query(`UPDATE client SET deceased_on = '2026-11-20' WHERE id = $1`, [clientId]);
    const [before, after, coming] = [await place.offer('2026-11-19T08:00:00Z'), await place.offer('2026-11-23T08:00:00Z'), await place.offer('2026-12-10T08:00:00Z')];
    const enter = (offeredTimeId: string, lateEntry: boolean) => book(own, { clientId, offeredTimeId, mode: 'VISIT', lateEntry });
    expect((await enter(coming, false)).body.code).toBe('CLIENT_DECEASED');
    expect((await enter(after, true)).body.code).toBe('CLIENT_DECEASED');
    expect((await enter(before, true)).status).toBe(201);
  });
});

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
    expect((await supervisor.browser.get(`/api/v1/reservations/${id}`)).status).toBe(200);
    expect((await colleague.browser.get(`/api/v1/reservations/${id}`)).status).toBe(404);
    expect((await administrator.browser.get(`/api/v1/reservations/${id}`)).status).toBe(403);
    const log = await t.db.admin.query(`SELECT purpose, client_ids FROM audit_event WHERE action = 'ReservationRead' AND what = 'view' AND $1 = ANY (object_ids) ORDER BY at, purpose`, [id]);
    expect(log).toEqual([{ purpose: 'ASSIGNED', client_ids: [clientId] }, { purpose: 'UNIT_DUTY', client_ids: [clientId] }]);
  });

  it('says by what its client is told of a change, and by nothing when no message would go', async () => {
    const place = await aBookingPlace(t.db);
    const own = await theEmployeeOf(place);
    const { id, clientId } = await aReservation(place, own);
    const toldBy = async (): Promise<unknown> => (await own.get(`/api/v1/reservations/${id}`)).body.clients[0].toldBy;
    expect(await toldBy()).toEqual([]);
    const { id: reachable } = await aClient({ phone: phoneNumberFrom('+358401234567') }).save(t.db);
    await t.db.admin.query("UPDATE client SET phone_confirmed_at = created_at, reminder_channels = '{SMS}' WHERE id = $1", [reachable]);
    await t.db.admin.query('UPDATE reservation_client SET client_id = $2 WHERE reservation_id = $1 AND client_id = $3', [id, reachable, clientId]);
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

describe('the time of a cancelled reservation', () => {
  const free = async (place: BookingPlace, browser: Browser) => {
    const { items } = (await browser.get('/api/v1/free-times').query({ appointmentTypeId: place.typeId, rowPer: 'EMPLOYEE' })).body;
    return items.map(({ id }: { id: string }) => id);
  };

  async function cancelled(place: BookingPlace, offeredTimeId: string, body: { reason: string; offerAgain?: boolean }, mode = 'VISIT') {
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient().save(t.db);
    const booked = await book(clerk.browser, { clientId, offeredTimeId, mode });
    const { body: view } = await command(clerk.browser, booked.body.id, 1, 'cancel', body);
    return { free: await free(place, clerk.browser), told: view.history.at(-1).details };
  }

  it.each([
    [{ reason: 'CLIENT_REQUEST' }, true],
    [{ reason: 'BOOKED_BY_MISTAKE' }, true],
    [{ reason: 'CLIENT_REQUEST', offerAgain: false }, false],
    [{ reason: 'EMPLOYEE_ABSENT' }, false],
    [{ reason: 'EMPLOYEE_ABSENT', offerAgain: true }, true],
    [{ reason: 'ROOM_UNAVAILABLE' }, false],
  ])('with %j: offered again %s', async (body, offeredAgain) => {
    const place = await aBookingPlace(t.db, { rooms: [4], type: { roomNeed: 'VISIT' } });
    const time = await place.offer('2026-12-10T08:00:00Z');
    expect(await cancelled(place, time, body)).toEqual({ free: offeredAgain ? [time] : [], told: { reason: body.reason, offeredAgain } });
  });

  it('is withdrawn for all types of its block', async () => {
    const place = await aBookingPlace(t.db);
    const other = await anAppointmentType({ serviceId: place.serviceId, unitIds: [place.unitId] }).save(t.db);
    const [time, sibling] = [await place.offer('2026-12-10T08:00:00Z'), await place.offer('2026-12-10T08:00:00Z', { typeId: other.id })];
    await t.db.admin.query('UPDATE offered_time SET block_id = $1 WHERE id = $2', [time, sibling]);
    await cancelled(place, time, { reason: 'ROOM_UNAVAILABLE' });
    const states = await t.db.admin.query('SELECT state FROM offered_time WHERE block_id = $1', [time]);
    expect(states).toEqual([{ state: 'WITHDRAWN' }, { state: 'WITHDRAWN' }]);
  });

  it('is withdrawn alone: what else is offered with either of a pair stays, whoever of them is away', async () => {
    const place = await aBookingPlace(t.db, { employees: 2 });
    const pair = await place.offer('2026-12-10T08:00:00Z', { with: place.employeeIds.slice(1) });
    const alone = await place.offer('2026-12-10T08:30:00Z', { employee: 1 });
    expect((await cancelled(place, pair, { reason: 'EMPLOYEE_ABSENT' })).free).toEqual([alone]);
  });

  it('is withdrawn with a row in the usage log and a sign to those who follow the calendar', async () => {
    const place = await aBookingPlace(t.db);
    const time = await place.offer('2026-12-10T08:00:00Z');
    await cancelled(place, time, { reason: 'EMPLOYEE_ABSENT' });
    const log = `SELECT object_ids, client_ids, actor_kind FROM audit_event WHERE action = 'OfferedTimeWithdraw' AND $1 = ANY (object_ids)`;
    expect(await t.db.admin.query(log, [time])).toEqual([{ object_ids: [time], client_ids: [], actor_kind: 'EMPLOYEE' }]);
    const signs = `SELECT payload FROM outbox_message WHERE type = 'calendar.changed' AND subject_id = (SELECT block_id FROM offered_time WHERE id = $1)`;
    expect(await t.db.admin.query(signs, [time])).toEqual([{ payload: expect.objectContaining({ change: 'WITHDRAWN' }) }]);
  });

  it('stays when another client has a place of it, and nothing is said to be withdrawn', async () => {
    const place = await aBookingPlace(t.db);
    const time = await place.offer('2026-12-10T08:00:00Z');
    await t.db.admin.query('UPDATE offered_time SET capacity = 2 WHERE id = $1', [time]);
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient().save(t.db);
    expect((await book(clerk.browser, { clientId, offeredTimeId: time, mode: 'VISIT' })).status).toBe(201);
    expect((await cancelled(place, time, { reason: 'EMPLOYEE_ABSENT' })).free).toEqual([time]);
    expect(await t.db.admin.query(`SELECT FROM audit_event WHERE action = 'OfferedTimeWithdraw' AND $1 = ANY (object_ids)`, [time])).toEqual([]);
  });
});

describe('a move to another employee', () => {
  it('is told in the history: who met the client, who meets now, and in which room', async () => {
    const place = await aBookingPlace(t.db, { employees: 2, rooms: [4], type: { roomNeed: 'VISIT', modes: ['VISIT', 'PHONE'] } });
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient().save(t.db);
    const names = async (id: string | undefined) => (await t.db.admin.query(`SELECT first_name || ' ' || last_name AS name FROM employee WHERE id = $1`, [id]))[0].name;
    const booked = await book(clerk.browser, { clientId, offeredTimeId: await place.offer('2026-12-10T08:00:00Z'), mode: 'VISIT' });
    const moved = await command(clerk.browser, booked.body.id, 1, 'move', { offeredTimeId: await place.offer('2026-12-11T08:00:00Z', { employee: 1 }), mode: 'PHONE' });
    expect(moved.body.history.at(-1)).toMatchObject({
      kind: 'MOVED',
      details: {
        from: '2026-12-10T08:00:00.000Z', to: '2026-12-11T08:00:00.000Z', fromRoomId: place.roomIds[0], toRoomId: null,
        fromEmployees: await names(place.employeeIds[0]), toEmployees: await names(place.employeeIds[1]),
      },
    });
  });

  it('is for the booking desk, and not for the employee, who moves between own times', async () => {
    const place = await aBookingPlace(t.db, { employees: 2 });
    const [clerk, own] = [await aColleague(place, 'BOOKING_CLERK'), await theEmployeeOf(place)];
    const { id: clientId } = await aClient().save(t.db);
    const booked = await book(own, { clientId, offeredTimeId: await place.offer('2026-12-10T08:00:00Z'), mode: 'VISIT' });
    const colleagues = { offeredTimeId: await place.offer('2026-12-11T08:00:00Z', { employee: 1 }), mode: 'VISIT' };
    expect(booked.body.mayMoveToOthers).toBe(false);
    expect((await command(own, booked.body.id, 1, 'move', colleagues)).status).toBe(404);
    expect((await clerk.browser.get(`/api/v1/reservations/${booked.body.id}`)).body.mayMoveToOthers).toBe(true);
    expect((await command(clerk.browser, booked.body.id, 1, 'move', colleagues)).status).toBe(200);
  });

  it('of a protected client tells no room of it to who neither books nor meets', async () => {
    const place = await aBookingPlace(t.db, { employees: 2, rooms: [4], type: { roomNeed: 'VISIT', modes: ['VISIT', 'PHONE'] } });
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient({ nonDisclosure: true }).save(t.db);
    const booked = await book(clerk.browser, { clientId, offeredTimeId: await place.offer('2026-12-10T08:00:00Z'), mode: 'VISIT' });
    const moved = await command(clerk.browser, booked.body.id, 1, 'move', { offeredTimeId: await place.offer('2026-12-11T08:00:00Z', { employee: 1 }), mode: 'PHONE' });
    expect(Object.keys(moved.body.history.at(-1).details).sort()).toEqual(['from', 'fromEmployees', 'to', 'toEmployees']);
  });
});

describe('a held time', () => {
  const holds = '/api/v1/citizen/holds';
  const hold = (browser: Browser, offeredTimeId: string) => browser.post(holds).set('Idempotency-Key', newId()).send({ offeredTimeId, mode: 'VISIT' });

  async function aCitizen(): Promise<Browser> {
    return t.signInCitizen((await aClient().save(t.db)).id);
  }

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
    const booked = await a.post('/api/v1/citizen/reservations').set('Idempotency-Key', newId()).send({ offeredTimeId: second, mode: 'VISIT' });
    expect(booked.status).toBe(201);
    const left = await t.db.admin.query(`SELECT kind FROM allocation WHERE source_id = $1`, [held.body.id]);
    expect(left).toEqual([]);
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
    const mine = (await own.get('/api/v1/employee-tasks')).body;
    expect(mine).toEqual([expect.objectContaining({ kind: 'CANNOT_COME', reservationId: booked.body.id })]);
    expect((await elsewhere.browser.get('/api/v1/employee-tasks')).body).toEqual([]);
    expect((await elsewhere.browser.post(`/api/v1/employee-tasks/${mine[0].id}/done`).send({})).status).toBe(404);
    expect((await supervisor.browser.post(`/api/v1/employee-tasks/${mine[0].id}/done`).send({})).status).toBe(200);
    expect((await own.get('/api/v1/employee-tasks')).body).toEqual([]);
  });
});
