import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../../api.module.ts';
import { newId } from '../../../kernel/index.ts';
import { testApplication } from '../../../platform/testing/test-application.ts';
import { anAppointmentType } from '../../appointment-types/testing/index.ts';
import { aClient } from '../../clients/testing/index.ts';
import { testSession } from '../../identity/testing/index.ts';
import { aBookingPlace, type BookingPlace } from '../testing/booking-place.ts';
import { reservationDesk, type Browser } from '../testing/reservation-desk.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
const { aColleague, theEmployeeOf, book, command } = reservationDesk(t);
const start = t.clock.now();

beforeEach(() => t.clock.set(start));

describe('the time of a cancelled reservation', () => {
  const free = async (place: BookingPlace, browser: Browser) => {
    const { items } = (await browser.get('/api/v1/free-times').query({ appointmentTypeId: place.typeId, rowPer: 'EMPLOYEE' })).body;
    return items.map(({ id }: { id: string }) => id);
  };

  async function cancelled(place: BookingPlace, offeredTimeId: string, body: { reason: string; offerAgain?: boolean }, mode = 'VISIT') {
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient().save(t.db);
    const booked = await book(clerk, { clientId, offeredTimeId, mode });
    const { body: view } = await command(clerk, booked.body.id, 1, 'cancel', body);
    return { free: await free(place, clerk), told: view.history.at(-1).details };
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
    expect((await book(clerk, { clientId, offeredTimeId: time, mode: 'VISIT' })).status).toBe(201);
    expect((await cancelled(place, time, { reason: 'EMPLOYEE_ABSENT' })).free).toEqual([time]);
    expect(
      await t.db.admin.query(`SELECT FROM audit_event WHERE action = 'OfferedTimeWithdraw' AND $1 = ANY (object_ids)`, [time]),
    ).toEqual([]);
  });
});

describe('a move to another employee', () => {
  it('is told in the history: who met the client, who meets now, and in which room', async () => {
    const place = await aBookingPlace(t.db, { employees: 2, rooms: [4], type: { roomNeed: 'VISIT', modes: ['VISIT', 'PHONE'] } });
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient().save(t.db);
    const names = async (id: string | undefined) =>
      (await t.db.admin.query(`SELECT first_name || ' ' || last_name AS name FROM employee WHERE id = $1`, [id]))[0].name;
    const booked = await book(clerk, { clientId, offeredTimeId: await place.offer('2026-12-10T08:00:00Z'), mode: 'VISIT' });
    const moved = await command(clerk, booked.body.id, 1, 'move', {
      offeredTimeId: await place.offer('2026-12-11T08:00:00Z', { employee: 1 }),
      mode: 'PHONE',
    });
    expect(moved.body.history.at(-1)).toMatchObject({
      kind: 'MOVED',
      details: {
        from: '2026-12-10T08:00:00.000Z',
        to: '2026-12-11T08:00:00.000Z',
        fromRoomId: place.roomIds[0],
        toRoomId: null,
        fromEmployees: await names(place.employeeIds[0]),
        toEmployees: await names(place.employeeIds[1]),
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
    expect((await clerk.get(`/api/v1/reservations/${booked.body.id}`)).body.mayMoveToOthers).toBe(true);
    expect((await command(clerk, booked.body.id, 1, 'move', colleagues)).status).toBe(200);
  });

  it('is refused when the client has died, with the word to cancel; while another client lives it goes on', async () => {
    const place = await aBookingPlace(t.db, { employees: 2 });
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient().save(t.db);
    const { id: otherId } = await aClient().save(t.db);
    const booked = await book(clerk, { clientId, offeredTimeId: await place.offer('2026-12-10T08:00:00Z'), mode: 'VISIT' });
    expect(booked.body.actions).toContain('move');
    await t.db.admin.query(`UPDATE client SET deceased_on = '2026-11-20' WHERE id = $1`, [clientId]);
    const later = { offeredTimeId: await place.offer('2026-12-11T08:00:00Z'), mode: 'VISIT' };
    const refused = await command(clerk, booked.body.id, 1, 'move', later);
    expect([refused.status, refused.body.code]).toEqual([409, 'CLIENT_DECEASED_CANCEL']);
    const { body: view } = await clerk.get(`/api/v1/reservations/${booked.body.id}`);
    expect([view.actions.includes('move'), view.actions.includes('cancel'), view.clients[0].deceased]).toEqual([false, true, true]);
    await t.db.admin.query(
      `INSERT INTO reservation_client (id, reservation_id, client_id, organisation_id, booker, notify, may_cancel)
       SELECT $3, reservation_id, $2, organisation_id, false, notify, may_cancel FROM reservation_client WHERE reservation_id = $1`,
      [booked.body.id, otherId, newId()],
    );
    expect((await command(clerk, booked.body.id, 1, 'move', later)).status).toBe(200);
  });

  it('of a protected client tells no room of it to who neither books nor meets', async () => {
    const place = await aBookingPlace(t.db, { employees: 2, rooms: [4], type: { roomNeed: 'VISIT', modes: ['VISIT', 'PHONE'] } });
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient({ nonDisclosure: true }).save(t.db);
    const booked = await book(clerk, { clientId, offeredTimeId: await place.offer('2026-12-10T08:00:00Z'), mode: 'VISIT' });
    const moved = await command(clerk, booked.body.id, 1, 'move', {
      offeredTimeId: await place.offer('2026-12-11T08:00:00Z', { employee: 1 }),
      mode: 'PHONE',
    });
    expect(Object.keys(moved.body.history.at(-1).details).sort()).toEqual(['from', 'fromEmployees', 'to', 'toEmployees']);
  });
});
