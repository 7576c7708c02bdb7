import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../../api.module.ts';
import { newId } from '../../../kernel/index.ts';
import { testApplication } from '../../../platform/testing/test-application.ts';
import { anAppointmentType } from '../../appointment-types/testing/index.ts';
import { aClient } from '../../clients/testing/index.ts';
import { testSession } from '../../identity/testing/index.ts';
import { aBookingPlace } from '../testing/booking-place.ts';
import { reservationDesk, type Browser } from '../testing/reservation-desk.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
const { aColleague, theEmployeeOf, book, command } = reservationDesk(t);
const start = t.clock.now();

beforeEach(() => t.clock.set(start));

describe('a time on offer', () => {
  it('tells an employee with whom, where and how it is, for what else, and whether it is for them to book', async () => {
    const place = await aBookingPlace(t.db, {
      employees: 2,
      type: { bookableBy: ['DESK'], citizenMayBook: false, modes: ['VISIT', 'REMOTE'], messages: 'OFF' },
    });
    const other = await anAppointmentType({ serviceId: place.serviceId, unitIds: [place.unitId] }).save(t.db);
    const [clerk, own] = [await aColleague(place, 'BOOKING_CLERK'), await theEmployeeOf(place)];
    const id = await place.offer('2026-12-10T08:00:00Z', { with: place.employeeIds.slice(1) });
    const sibling = await place.offer('2026-12-10T08:00:00Z', { typeId: other.id });
    await t.db.admin.query('UPDATE offered_time SET block_id = $1 WHERE id = $2', [id, sibling]);
    const read = (browser: Browser) => browser.get(`/api/v1/offered-times/${id}`);
    const told = await read(clerk);
    expect(told.body).toMatchObject({
      id,
      startsAt: '2026-12-10T08:00:00.000Z',
      endsAt: '2026-12-10T09:00:00.000Z',
      availability: 'FREE',
      bookableByYou: true,
      appointmentType: { id: place.typeId, versionNo: 1 },
      otherTypes: [{ id: other.id, offeredTimeId: sibling }],
      unit: { id: place.unitId },
      room: null,
      modes: ['VISIT', 'REMOTE'],
      capacity: 1,
      taken: 0,
      messages: 'OFF',
    });
    expect(told.body.employees.map((each: { id: string; lead: boolean }) => [each.id, each.lead])).toEqual([
      [place.employeeIds[0], true],
      [place.employeeIds[1], false],
    ]);
    expect((await read(own)).body.bookableByYou).toBe(false);
  });

  it('of a type that citizens do not see says that no message goes, whatever the type’s own setting', async () => {
    const place = await aBookingPlace(t.db, {
      type: { citizenVisibility: 'HIDDEN', bookableBy: ['OWN_EMPLOYEE'], citizenMayBook: false, messages: 'ON' },
    });
    const own = await theEmployeeOf(place);
    expect((await own.get(`/api/v1/offered-times/${await place.offer('2026-12-10T08:00:00Z')}`)).body.messages).toBe('OFF');
  });

  it('is taken as soon as somebody has it, without a word of who', async () => {
    const place = await aBookingPlace(t.db);
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const { id: clientId } = await aClient({ lastName: 'Salainen' }).save(t.db);
    const offeredTimeId = await place.offer('2026-12-10T08:00:00Z');
    expect((await book(clerk, { clientId, offeredTimeId, mode: 'VISIT' })).status).toBe(201);
    const told = await clerk.get(`/api/v1/offered-times/${offeredTimeId}`);
    expect(told.body).toMatchObject({ availability: 'TAKEN', taken: 1 });
    expect(told.text).not.toContain('Salainen');
  });

  it('leads, when it is taken, to the nearest ones around it that the reader may book', async () => {
    const place = await aBookingPlace(t.db, { employees: 2, type: { bookableBy: ['OWN_EMPLOYEE', 'DESK'], citizenMayBook: false } });
    const [clerk, own] = [await aColleague(place, 'BOOKING_CLERK'), await theEmployeeOf(place)];
    const { id: clientId } = await aClient().save(t.db);
    const taken = await place.offer('2026-12-10T10:00:00Z');
    expect((await book(clerk, { clientId, offeredTimeId: taken, mode: 'VISIT' })).status).toBe(201);
    const colleagues = [
      await place.offer('2026-12-10T10:00:00Z', { employee: 1 }),
      await place.offer('2026-12-10T08:00:00Z', { employee: 1 }),
    ];
    const mine = [await place.offer('2026-12-10T13:00:00Z'), await place.offer('2026-12-09T10:00:00Z')];
    await place.offer('2026-12-14T10:00:00Z', { employee: 1 });
    const alternatives = async (browser: Browser): Promise<{ id: string; employees: { id: string }[] }[]> =>
      (await browser.get(`/api/v1/offered-times/${taken}`)).body.alternatives;
    expect((await alternatives(clerk)).map(({ id }) => id)).toEqual([...colleagues, mine[0]]);
    const ownOnly = await alternatives(own);
    expect(ownOnly.map(({ id }) => id)).toEqual(mine);
    expect(ownOnly[0]?.employees.map(({ id }) => id)).toEqual([place.employeeIds[0]]);
  });

  it('that was withdrawn says so', async () => {
    const place = await aBookingPlace(t.db);
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const id = await place.offer('2026-12-10T08:00:00Z');
    await t.db.admin.query(`UPDATE offered_time SET state = 'WITHDRAWN', withdrawn_because = 'HAND' WHERE id = $1`, [id]);
    expect((await clerk.get(`/api/v1/offered-times/${id}`)).body).toMatchObject({ status: 409, code: 'TIME_NOT_OFFERED' });
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
    const booked = await book(clerk, { clientId, offeredTimeId, mode: 'VISIT' });
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
    const [clerk, supervisor, own] = [
      await aColleague(place, 'BOOKING_CLERK'),
      await aColleague(place, 'SUPERVISOR'),
      await theEmployeeOf(place),
    ];
    const { id: clientId } = await aClient({ nonDisclosure: true }).save(t.db);
    const booked = await book(clerk, { clientId, offeredTimeId: await place.offer('2026-12-11T09:00:00Z'), mode: 'VISIT' });
    const roomSeenBy = async (browser: Browser) => (await browser.get(`/api/v1/reservations/${booked.body.id}`)).body.room;
    expect(booked.body.room).toMatchObject({ id: place.roomIds[0] });
    expect(await roomSeenBy(own)).toMatchObject({ id: place.roomIds[0] });
    expect([await roomSeenBy(clerk), await roomSeenBy(supervisor)]).toEqual([null, null]);
  });

  it('tells a colleague who marks or cancels it nothing of the client', async () => {
    const place = await aBookingPlace(t.db);
    const [own, colleague] = [await theEmployeeOf(place), await aColleague(place, 'EMPLOYEE')];
    const { id: clientId } = await aClient().save(t.db);
    const booked = await book(own, { clientId, offeredTimeId: await place.offer('2026-11-24T09:00:00Z'), mode: 'VISIT' });
    const { id } = booked.body;
    expect(booked.body.clients).toMatchObject([{ id: clientId }]);
    const marked = await command(colleague, id, 1, 'check-in');
    expect(marked.body).toMatchObject({ status: 'CHECKED_IN', clients: [], noteToClient: null });
    expect((await command(colleague, id, 2, 'cancel', { reason: 'OTHER' })).body).toMatchObject({ status: 'CANCELLED', clients: [] });
  });

  it('shows a time of another unit to nobody', async () => {
    const [here, there] = [await aBookingPlace(t.db), await aBookingPlace(t.db)];
    const clerk = await aColleague(here, 'BOOKING_CLERK');
    const { id: clientId } = await aClient().save(t.db);
    const offeredTimeId = await there.offer('2026-12-10T08:00:00Z');
    expect((await book(clerk, { clientId, offeredTimeId, mode: 'VISIT' })).status).toBe(404);
  });

  it('offers the desk other internal times when one was taken', async () => {
    const place = await aBookingPlace(t.db, { type: { bookableBy: ['DESK'], citizenMayBook: false, audience: 'INTERNAL' } });
    const clerk = await aColleague(place, 'BOOKING_CLERK');
    const [first, second] = [
      await place.offer('2026-12-10T08:00:00Z', { audience: 'INTERNAL' }),
      await place.offer('2026-12-10T10:00:00Z', { audience: 'INTERNAL' }),
    ];
    const clients = [await aClient().save(t.db), await aClient().save(t.db)];
    await book(clerk, { clientId: clients[0]?.id, offeredTimeId: first, mode: 'VISIT' });
    const refused = await book(clerk, { clientId: clients[1]?.id, offeredTimeId: first, mode: 'VISIT' });
    expect(refused.body).toMatchObject({
      code: 'TIME_TAKEN',
      alternatives: [{ id: second, employees: [{ id: place.employeeIds[0], lead: true }] }],
    });
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
    const [before, after, coming] = [
      await place.offer('2026-11-19T08:00:00Z'),
      await place.offer('2026-11-23T08:00:00Z'),
      await place.offer('2026-12-10T08:00:00Z'),
    ];
    const enter = (offeredTimeId: string, lateEntry: boolean) => book(own, { clientId, offeredTimeId, mode: 'VISIT', lateEntry });
    expect((await enter(coming, false)).body.code).toBe('CLIENT_DECEASED');
    expect((await enter(after, true)).body.code).toBe('CLIENT_DECEASED');
    expect((await enter(before, true)).status).toBe(201);
  });
});
