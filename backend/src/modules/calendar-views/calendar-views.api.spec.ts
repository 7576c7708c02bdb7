import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../api.module.ts';
import { newId, parseInstant, toLocalDate } from '../../kernel/index.ts';
import { LivePublisher } from '../../platform/live/index.ts';
import { eventually, testHost, theSystem } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { anAppointmentType, otherWorkType } from '../appointment-types/testing/index.ts';
import { AddAbsence, AddOtherWork, OfferTimes, RemoveAbsence } from '../calendar/index.ts';
import { aClient, whoIs } from '../clients/testing/index.ts';
import { EndSessions, GrantRole } from '../identity/index.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { aService, aUnit } from '../organisation/testing/index.ts';
import { CreateDefaultMessageTemplates } from '../notifications/index.ts';
import { aBookingPlace, type BookingPlace } from '../reservations/testing/booking-place.ts';
import type { CalendarEntryView, CalendarView } from './calendar.dto.ts';

const test = await testApplication({ module: ApiModule, session: testSession });
const { app, db } = test;
const thursday = '2026-11-26';

let place: BookingPlace;
let liisa: string;
let clerk: Awaited<ReturnType<typeof signedInAs>>;
let clientId: string;
let reservationId: string;

type Browser = Awaited<ReturnType<typeof signedInAs>>['http'];

beforeAll(async () => {
  await app.get(CreateDefaultMessageTemplates).execute(theSystem());
  place = await aBookingPlace(db, { employees: 2, rooms: [4], type: { roomNeed: 'VISIT' } });
  liisa = place.employeeIds[0] ?? '';
  clerk = await signedInAs(test, 'BOOKING_CLERK', place.unitId);
  clientId = (await aClient({ firstNames: 'Aino', lastName: 'Esimerkki' }).save(db)).id;
  reservationId = await book(clientId, `${thursday}T14:00:00Z`);
});

async function book(client: string, startsAt: string): Promise<string> {
  await whoIs(clerk.http, db, client);
  const { body } = await clerk.http
    .post('/api/v1/reservations')
    .set('Idempotency-Key', newId())
    .send({ clientId: client, offeredTimeId: await place.offer(startsAt), mode: 'VISIT' })
    .expect(201);
  return body.id;
}

async function day(browser: Browser, subjectId: string | string[] = liisa, date = thursday): Promise<CalendarView> {
  return (await browser.get('/api/v1/calendar/day').query({ date, subjectId }).expect(200)).body;
}

async function entryFor(browser: Browser): Promise<CalendarEntryView | undefined> {
  return (await day(browser)).entries.find((entry) => entry.kind === 'RESERVATION');
}

describe('a day', () => {
  it('has a column for each subject with its working hours, and the reservation in each calendar that it fills', async () => {
    const [roomId = ''] = place.roomIds;
    const view = await day(clerk.http, [liisa, roomId]);
    expect(view).toMatchObject({
      from: '2026-11-25T22:00:00.000Z',
      to: '2026-11-26T22:00:00.000Z',
      timeZone: 'Europe/Helsinki',
      now: '2026-11-24T08:00:00.000Z',
    });
    expect(view.columns).toMatchObject([
      {
        subjectId: liisa,
        kind: 'EMPLOYEE',
        title: { fi: 'Liisa Lastenvalvoja' },
        working: [{ startsAt: '2026-11-26T06:00:00.000Z', endsAt: '2026-11-26T14:00:00.000Z' }],
      },
      { subjectId: roomId, kind: 'ROOM', working: [] },
    ]);
    expect(view.entries).toMatchObject([
      {
        id: reservationId,
        kind: 'RESERVATION',
        disclosure: 'FULL',
        startsAt: '2026-11-26T14:00:00.000Z',
        endsAt: '2026-11-26T15:00:00.000Z',
        clientNames: ['Aino Esimerkki'],
        reservationId,
        mode: 'VISIT',
        status: 'BOOKED',
        typeNames: [{ fi: 'Eroaika' }],
        roomName: { fi: expect.stringMatching(/^Huone/) },
        version: 1,
      },
    ]);
    expect([...(view.entries[0]?.subjectIds ?? [])].sort()).toEqual([liisa, roomId].sort());
  });

  it('tells that the client could not be told', async () => {
    expect(await entryFor(clerk.http)).toMatchObject({ notNotified: true });
  });

  it('writes one row of the usage log with every client whose name it shows', async () => {
    const before = await logRows();
    await day(clerk.http);
    const rows = await logRows();
    expect(rows.length).toBe(before.length + 1);
    expect(rows.at(-1)).toEqual({ client_ids: [clientId], object_ids: [liisa] });
  });

  it('shows times on offer, a block of several types as one', async () => {
    const second = await anAppointmentType({
      serviceId: place.serviceId,
      unitIds: [place.unitId],
      content: { name: { fi: 'Jatkoaika', sv: 'Fortsatt avtal', en: 'Renewal' } },
    }).save(db);
    const { offeredTimeIds } = await app.get(OfferTimes, { strict: false }).execute(theSystem(), {
      employeeId: liisa,
      unitId: place.unitId,
      appointmentTypeIds: [place.typeId, second.id],
      startsAt: parseInstant('2026-11-27T07:00:00Z'),
    });
    const { entries } = await day(clerk.http, liisa, '2026-11-27');
    expect(entries).toMatchObject([{ kind: 'OFFERED', disclosure: 'FULL', capacity: 1, taken: 0, clientNames: [] }]);
    const [first = '', other = ''] = offeredTimeIds;
    const { offeredTimeIds: shownIds = [], offeredTypeIds: shownTypes = [] } = entries[0] ?? {};
    expect(new Map(shownIds.map((id, index) => [id, shownTypes[index]]))).toEqual(
      new Map([
        [first, place.typeId],
        [other, second.id],
      ]),
    );
    expect(entries[0]?.typeNames.map((name) => name.fi).sort()).toEqual(['Eroaika', 'Jatkoaika']);
    expect(entries[0]?.typeCode?.split(' / ')).toHaveLength(2);
  });

  it('tells a work pair from one who works alone', async () => {
    const startsAt = parseInstant('2026-12-01T07:00:00Z');
    await app.get(OfferTimes, { strict: false }).execute(theSystem(), {
      employeeId: liisa,
      unitId: place.unitId,
      appointmentTypeIds: [place.typeId],
      startsAt,
      withEmployeeIds: place.employeeIds.slice(1, 2),
    });
    expect((await day(clerk.http, liisa, '2026-12-01')).entries).toMatchObject([{ kind: 'OFFERED', employeeCount: 2 }]);
    expect(await entryFor(clerk.http)).toMatchObject({ employeeCount: 1 });
  });

  it('shows a time that a citizen holds as held, without a name', async () => {
    const offeredTimeId = await place.offer('2026-11-30T08:00:00Z');
    const citizen = await test.signInCitizen(clientId);
    await citizen.post('/api/v1/citizen/holds').set('Idempotency-Key', newId()).send({ offeredTimeId, mode: 'VISIT' }).expect(201);
    const { entries } = await day(clerk.http, liisa, '2026-11-30');
    expect(entries).toMatchObject([{ kind: 'HOLD', disclosure: 'BUSY', clientNames: [], typeCode: null, reservationId: null }]);
  });

  it.each([['2026-02-30'], ['2026-13-01'], ['27.11.2026'], ['']])('refuses %j as a day', async (date) => {
    expect((await clerk.http.get('/api/v1/calendar/day').query({ date, subjectId: liisa })).status).toBe(400);
  });
});

describe('who sees what of a reservation', () => {
  it('the employee in person sees the client, and so does the supervisor', async () => {
    const elsewhere = (await aUnit().save(db)).id;
    await app
      .get(GrantRole, { strict: false })
      .execute(theSystem(), { employeeId: liisa, role: 'EMPLOYEE', unitId: elsewhere, validFrom: toLocalDate('2025-01-01') });
    expect(await entryFor(await test.signInEmployee(liisa))).toMatchObject({ disclosure: 'FULL', clientNames: ['Aino Esimerkki'] });
    expect(await entryFor((await signedInAs(test, 'SUPERVISOR', place.unitId)).http)).toMatchObject({
      disclosure: 'FULL',
      clientNames: ['Aino Esimerkki'],
    });
  });

  it('a colleague of the service sees the type and not the client', async () => {
    expect(await entryFor((await signedInAs(test, 'EMPLOYEE', place.unitId)).http)).toMatchObject({
      disclosure: 'TYPE',
      typeNames: [{ fi: 'Eroaika' }],
      clientNames: [],
      reservationId: null,
    });
  });

  it('an employee of another service in the same office sees that the time is taken', async () => {
    const other = await aService({ unitIds: [place.unitId] }).save(db);
    for (const role of ['EMPLOYEE', 'BOOKING_CLERK', 'SUPERVISOR'] as const) {
      const entry = await entryFor((await signedInAs(test, role, place.unitId, [other.id])).http);
      expect(entry).toMatchObject({
        disclosure: 'BUSY',
        typeCode: null,
        typeNames: [],
        colour: null,
        mode: null,
        status: null,
        roomName: null,
        clientNames: [],
        notNotified: false,
      });
    }
  });

  it('an administrator never sees a name, nor a type', async () => {
    const administrator = await signedInAs(test, 'ADMINISTRATOR', place.unitId);
    const view = await day(administrator.http, [liisa, ...place.roomIds]);
    const busy = { disclosure: 'BUSY', typeCode: null, clientNames: [], version: null };
    expect(view.entries).toMatchObject([busy, busy]);
    expect(JSON.stringify(view)).not.toMatch(/Aino|Esimerkki|Eroaika/);
    expect((await logRows()).at(-1)).toMatchObject({ client_ids: [] });
  });

  it('who may not open it cannot tell by the id that an employee and a room are busy together', async () => {
    const other = await aService({ unitIds: [place.unitId] }).save(db);
    const stranger = await signedInAs(test, 'SUPERVISOR', place.unitId, [other.id]);
    const { entries } = await day(stranger.http, [liisa, ...place.roomIds]);
    expect(entries.map((entry) => entry.subjectIds)).toEqual(expect.arrayContaining([[liisa], [...place.roomIds]]));
    const ids = entries.map((entry) => entry.id);
    const known: { id: string }[] = await db.admin.query(
      'SELECT id FROM reservation UNION SELECT id FROM allocation UNION SELECT source_id FROM allocation',
    );
    expect([new Set(ids).size, ids.filter((id) => known.some((row) => row.id === id))]).toEqual([ids.length, []]);
    expect((await day(stranger.http, [liisa, ...place.roomIds])).entries.map((entry) => entry.id)).toEqual(ids);
  });

  it('somebody of another unit does not learn that the calendar exists', async () => {
    const outsider = await signedInAs(test, 'SUPERVISOR', (await aUnit().save(db)).id);
    await outsider.http.get('/api/v1/calendar/day').query({ date: thursday, subjectId: liisa }).expect(404);
    await outsider.http
      .get('/api/v1/calendar/day')
      .query({ date: thursday, subjectId: [outsider.employee.id, liisa] })
      .expect(404);
    await outsider.http.get('/api/v1/calendar/week').query({ date: thursday, employeeId: liisa }).expect(404);
    await outsider.http.get('/api/v1/live').query({ subjects: liisa }).expect(404);
    await day(outsider.http, outsider.employee.id);
    await test.http().get('/api/v1/calendar/day').query({ date: thursday, subjectId: liisa }).expect(401);
  });
});

describe('time without clients', () => {
  it('is private where it says so, and an absence is only an absence', async () => {
    const satu = await signedInAs(test, 'EMPLOYEE', place.unitId);
    const type = await otherWorkType({ unitIds: [] }).save(db);
    const shared = { appointmentTypeId: type.id, unitId: place.unitId, employeeIds: [satu.employee.id] };
    const add = app.get(AddOtherWork, { strict: false });
    await add.execute(theSystem(), {
      ...shared,
      startsAt: parseInstant('2026-12-01T07:00:00Z'),
      endsAt: parseInstant('2026-12-01T08:00:00Z'),
      title: 'Hammaslääkäri',
      visibility: 'BUSY',
    });
    await add.execute(theSystem(), {
      ...shared,
      startsAt: parseInstant('2026-12-01T08:00:00Z'),
      endsAt: parseInstant('2026-12-01T09:00:00Z'),
      title: 'Viikkokatsaus',
      visibility: 'TYPE',
    });
    await app.get(AddAbsence, { strict: false }).execute(theSystem(), {
      employeeId: satu.employee.id,
      kind: 'LEAVE',
      startsAt: parseInstant('2026-12-01T10:00:00Z'),
      endsAt: parseInstant('2026-12-01T14:00:00Z'),
    });
    const seen = async (browser: Browser): Promise<unknown[]> =>
      (await day(browser, satu.employee.id, '2026-12-01')).entries.map((entry) => [
        entry.kind,
        entry.disclosure,
        entry.title,
        entry.typeCode,
      ]);
    expect(await seen(satu.http)).toEqual([
      ['OTHER_WORK', 'FULL', 'Hammaslääkäri', type.code],
      ['OTHER_WORK', 'FULL', 'Viikkokatsaus', type.code],
      ['ABSENCE', 'FULL', null, 'LEAVE'],
    ]);
    const supervisor = await signedInAs(test, 'SUPERVISOR', place.unitId);
    expect(await seen(supervisor.http)).toEqual([
      ['OTHER_WORK', 'BUSY', null, null],
      ['OTHER_WORK', 'FULL', 'Viikkokatsaus', type.code],
      ['ABSENCE', 'FULL', null, 'LEAVE'],
    ]);
    const colleague = await signedInAs(test, 'EMPLOYEE', place.unitId);
    expect(await seen(colleague.http)).toEqual([
      ['OTHER_WORK', 'BUSY', null, null],
      ['OTHER_WORK', 'TYPE', null, type.code],
      ['ABSENCE', 'BUSY', null, null],
    ]);
    expect(await seen(clerk.http)).toEqual([
      ['OTHER_WORK', 'BUSY', null, null],
      ['OTHER_WORK', 'BUSY', null, null],
      ['ABSENCE', 'BUSY', null, null],
    ]);
  });
});

describe('a week', () => {
  it('is from Monday to Sunday, an hour shorter or longer when the clocks are moved in it', async () => {
    const hours = async (date: string): Promise<number> => {
      const { body } = await clerk.http.get('/api/v1/calendar/week').query({ employeeId: liisa, date }).expect(200);
      return parseInstant(body.to).diff(parseInstant(body.from)).as('hours');
    };
    expect([await hours('2026-11-29'), await hours('2027-03-24'), await hours('2027-10-31')]).toEqual([168, 167, 169]);
    const { body } = await clerk.http.get('/api/v1/calendar/week').query({ employeeId: liisa, date: '2026-11-29' }).expect(200);
    expect(body.from).toBe('2026-11-22T22:00:00.000Z');
    expect(body.entries.some((entry: CalendarEntryView) => entry.id === reservationId)).toBe(true);
  });
});

describe('the live stream', () => {
  it('tells of a booking after its commit, by its subject alone', async () => {
    const stream = await watch([liisa]);
    await book(clientId, '2026-12-02T09:00:00Z');
    await eventually(() => expect(stream.text()).toContain(`event: changed\ndata: {"subject":"${liisa}"`));
    expect(stream.text()).not.toMatch(/Aino|Esimerkki/);
    expect(stream.text()).not.toContain(clientId);
    stream.end();
  });

  it('tells the partner of a pair when an absence of the other comes and goes, and nobody else', async () => {
    const pair = await aBookingPlace(db, { employees: 3 });
    const [away = '', partner = '', third = ''] = pair.employeeIds;
    await pair.offer('2026-12-04T09:00:00Z', { with: [partner] });
    const { employee } = await signedInAs(test, 'BOOKING_CLERK', pair.unitId);
    const cookie = await testSession.open(app, db.organisationId, 'EMPLOYEE', employee.id);
    const [ofPartner, ofThird] = [await watch([partner], cookie), await watch([third], cookie)];
    const changes = (): number => ofPartner.text().split('event: changed').length - 1;
    const span = { startsAt: parseInstant('2026-12-04T05:00:00Z'), endsAt: parseInstant('2026-12-04T15:00:00Z') };
    const { id } = await app.get(AddAbsence).execute(theSystem(), { employeeId: away, kind: 'AWAY', ...span });
    await eventually(() => expect(changes()).toBe(1));
    await app.get(RemoveAbsence).execute(theSystem(), id, 1);
    await eventually(() => expect(changes()).toBe(2));
    expect(ofThird.text()).not.toContain('event: changed');
    ofPartner.end();
    ofThird.end();
  });

  it('tells nothing of what was rolled back, and nothing of other calendars', async () => {
    const [, other = ''] = place.employeeIds;
    const stream = await watch([other]);
    const undone = db.transactions.run(db, async (tx) => {
      await app.get(LivePublisher, { strict: false }).publish(tx, other);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await book(clientId, '2026-12-03T09:00:00Z');
    await wait(300);
    expect(stream.text()).not.toContain('event: changed');
    stream.end();
  });

  it('is no activity: an open calendar does not keep its session alive', async () => {
    const { employee } = await signedInAs(test, 'EMPLOYEE', place.unitId);
    const cookie = await testSession.open(app, db.organisationId, 'EMPLOYEE', employee.id);
    const seen = async (): Promise<unknown> =>
      db.admin.query('SELECT last_seen_at FROM session WHERE employee_id = $1 ORDER BY last_seen_at', [employee.id]);
    const before = await seen();
    test.clock.advance({ minutes: 5 });
    const stream = await watch([employee.id], cookie);
    expect(await seen()).toEqual(before);
    stream.end();
  });
});

describe('a live stream', () => {
  const aReader = async (): Promise<{ id: string; cookie: string }> => {
    const { employee } = await signedInAs(test, 'SUPERVISOR', place.unitId);
    return { id: employee.id, cookie: await testSession.open(app, db.organisationId, 'EMPLOYEE', employee.id) };
  };

  it('ends with its session: signed out, ended by a supervisor, or pushed out by a fourth', async () => {
    const one = await aReader();
    const signedOut = await watch([one.id], one.cookie);
    await test.http().post('/auth/employee/logout').set('Cookie', one.cookie).expect(200);
    await eventually(() => expect(signedOut.hasEnded()).toBe(true));

    const other = await aReader();
    const stream = await watch([other.id], other.cookie);
    const stays = await watch([liisa]);
    await app.get(EndSessions, { strict: false }).ofEmployee(theSystem(db.organisationId), other.id);
    await eventually(() => expect(stream.hasEnded()).toBe(true));
    expect(stays.hasEnded()).toBe(false);
    stays.end();
  });

  it('is one of six that a person has; a seventh closes the oldest and sends it away for a minute', async () => {
    const { id, cookie } = await aReader();
    const streams: Stream[] = [];
    for (let n = 0; n < 7; n += 1) streams.push(await watch([id], cookie));
    await eventually(() => expect(streams.map((stream) => stream.hasEnded())).toEqual([true, false, false, false, false, false, false]));
    expect(streams[0]?.text()).toContain('retry: 60000');
    for (const stream of streams) stream.end();
  });

  it('is not had by HEAD, which would hold a connection for nothing', async () => {
    const { id, cookie } = await aReader();
    const refused = await test.http().head(`/api/v1/live?subjects=${id}`).set('Cookie', cookie).timeout(5000);
    expect(refused.status).toBe(405);
    expect(refused.headers['allow']).toBe('GET');
  });
});

interface Stream {
  hasEnded(): boolean;
  text(): string;
  end(): void;
}

/** A stream over real HTTP that has been told that it stands. */
async function watch(subjects: readonly string[], given?: string): Promise<Stream> {
  const cookie = given ?? (await testSession.open(app, db.organisationId, 'EMPLOYEE', clerk.employee.id));
  let received = '';
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path: `/api/v1/live?subjects=${subjects.join(',')}`,
        headers: { Host: testHost, Cookie: cookie, Accept: 'text/event-stream', 'Sec-Fetch-Site': 'same-origin' },
      },
      resolve,
    );
    request.on('error', reject).end();
  });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toContain('text/event-stream');
  response
    .setEncoding('utf8')
    .on('data', (chunk: string) => {
      received += chunk;
    })
    .on('error', () => undefined);
  await eventually(() => expect(received).toContain('retry:'));
  let ended = false;
  response.on('close', () => {
    ended = true;
  });
  return { text: () => received, hasEnded: () => ended, end: () => void response.destroy() };
}

async function logRows(): Promise<{ client_ids: string[]; object_ids: string[] }[]> {
  return db.admin.query(`SELECT client_ids, object_ids FROM audit_event WHERE action = 'CalendarDayRead' ORDER BY id`);
}
