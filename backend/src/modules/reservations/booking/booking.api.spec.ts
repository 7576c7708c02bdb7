import { newId } from '../../../kernel/index.ts';
import { ApiModule } from '../../../api.module.ts';
import { testApplication } from '../../../platform/testing/test-application.ts';
import { aClient } from '../../clients/testing/index.ts';
import { testSession } from '../../identity/testing/index.ts';
import { aBookingPlace } from '../testing/booking-place.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
type Browser = Awaited<ReturnType<typeof t.signInCitizen>>;

const path = '/api/v1/citizen/reservations';

async function aSignedInClient(): Promise<{ id: string; browser: Browser }> {
  const { id } = await aClient().save(t.db);
  return { id, browser: await t.signInCitizen(id) };
}

const book = (browser: Browser, offeredTimeId: string, more: object = {}, key = newId()) =>
  browser
    .post(path)
    .set('Idempotency-Key', key)
    .send({ offeredTimeId, mode: 'VISIT', ...more });

const change = (browser: Browser, id: string, version: number, command: string, body: object = {}, key = newId()) =>
  browser.post(`${path}/${id}/${command}`).set('Idempotency-Key', key).set('If-Match', `"${version}"`).send(body);

const allocations = (sourceId: string): Promise<{ subject_id: string }[]> =>
  t.db.admin.query('SELECT subject_id FROM allocation WHERE source_id = $1 ORDER BY subject_id', [sourceId]);

beforeEach(() => {
  t.clock.set(t.clock.now().set({ year: 2026, month: 11, day: 24, hour: 8, minute: 0, second: 0, millisecond: 0 }));
});

describe('a citizen who books an offered time', () => {
  it('has it with an employee and the smallest suitable room, and sees place and rules', async () => {
    const place = await aBookingPlace(t.db, { rooms: [12, 4], type: { roomNeed: 'VISIT', roomMinCapacity: 4 } });
    const { id, browser } = await aSignedInClient();
    const offeredTimeId = await place.offer('2026-12-10T14:00:00Z');

    const booked = await book(browser, offeredTimeId);
    expect(booked.status).toBe(201);
    expect(booked.body).toMatchObject({
      status: 'BOOKED',
      startsAt: '2026-12-10T14:00:00.000Z',
      employeeName: 'Liisa Lastenvalvoja',
      office: { id: place.unitId },
      cancel: { allowed: true, until: '2026-12-09T14:00:00.000Z', reason: null },
    });
    expect(booked.headers['etag']).toBe('"1"');
    expect((await allocations(booked.body.id)).map((row) => row.subject_id)).toEqual([place.employeeIds[0], place.roomIds[1]].sort());
    const log = await t.db.admin.query(
      `SELECT actor_kind, client_ids FROM audit_event WHERE action = 'ReservationBook' AND $1 = ANY (object_ids)`,
      [booked.body.id],
    );
    expect(log).toEqual([{ actor_kind: 'CITIZEN', client_ids: [id] }]);
    const listed = await browser.get(`${path}?when=upcoming`);
    expect(listed.body.items.map((item: { id: string }) => item.id)).toEqual([booked.body.id]);
  });

  it('gets the same answer again for the same key, and 422 for another body with it', async () => {
    const place = await aBookingPlace(t.db);
    const { browser } = await aSignedInClient();
    const [first, second] = [await place.offer('2026-12-11T08:00:00Z'), await place.offer('2026-12-12T08:00:00Z')];
    const key = newId();
    const answers = [await book(browser, first, {}, key), await book(browser, first, {}, key)];
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await book(browser, second, {}, key)).status).toBe(422);
  });

  it('is told of the three nearest alternatives when somebody was quicker', async () => {
    const place = await aBookingPlace(t.db);
    const [quick, slow] = [await aSignedInClient(), await aSignedInClient()];
    const times = [];
    for (const hour of ['08', '10', '12', '14']) times.push(await place.offer(`2026-12-14T${hour}:00:00Z`));
    expect((await book(quick.browser, times[1] ?? '')).status).toBe(201);
    const key = newId();
    const refused = await book(slow.browser, times[1] ?? '', {}, key);
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('TIME_TAKEN');
    expect(refused.body.alternatives.map((time: { id: string }) => time.id).sort()).toEqual([times[0], times[2], times[3]].sort());
    const again = await book(slow.browser, times[1] ?? '', {}, key);
    expect(again.body.alternatives).toEqual(refused.body.alternatives);
  });

  it('is not shown a time again whose hint was stale when they stumbled over it', async () => {
    const place = await aBookingPlace(t.db);
    const { browser } = await aSignedInClient();
    const time = await place.offer('2026-12-14T16:00:00Z');
    const [employeeId = ''] = place.employeeIds;
    await t.db.admin.query(
      `INSERT INTO allocation (id, organisation_id, subject_id, starts_at, ends_at, kind, source_id) VALUES ($1, $2, $3, '2026-12-14T16:30:00Z', '2026-12-14T17:30:00Z', 'OTHER_WORK', $1)`,
      [newId(), t.db.organisationId, employeeId],
    );
    const search = () => t.http().get(`/api/v1/public/free-times?appointmentTypeId=${place.typeId}`);
    expect((await search()).body.items).toHaveLength(1);
    expect((await book(browser, time)).body.code).toBe('TIME_TAKEN');
    expect((await search()).body.items).toEqual([]);

    const mine = await book(browser, await place.offer('2026-12-14T12:00:00Z'));
    const stale = await place.offer('2026-12-14T16:15:00Z');
    expect((await change(browser, mine.body.id, 1, 'move', { offeredTimeId: stale, mode: 'VISIT' })).body.code).toBe('TIME_TAKEN');
    expect((await search()).body.items).toEqual([]);
  });

  it('is refused by each rule of the type with a code of its own', async () => {
    const place = await aBookingPlace(t.db, {
      employees: 2,
      type: {
        minNoticeHours: 48,
        horizonDays: 60,
        maxActive: 1,
        eligibilityStatement: { fi: 'Sovimme yhdessä.', sv: 'Vi har kommit överens.', en: 'We agree.' },
      },
    });
    const { browser } = await aSignedInClient();
    const good = await place.offer('2026-12-15T08:00:00Z');
    const codeOf = async (offeredTimeId: string, more: object): Promise<string> => (await book(browser, offeredTimeId, more)).body.code;

    expect(await codeOf(good, {})).toBe('ELIGIBILITY_NOT_CONFIRMED');
    expect(await codeOf(good, { mode: 'PHONE', eligibilityConfirmed: true })).toBe('MODE_NOT_OFFERED');
    expect(await codeOf(await place.offer('2026-11-26T07:59:00Z'), { eligibilityConfirmed: true })).toBe('TOO_LATE_TO_BOOK');
    expect(await codeOf(await place.offer('2027-02-01T08:00:00Z'), { eligibilityConfirmed: true })).toBe('BEYOND_HORIZON');
    expect(await codeOf(await place.offer('2026-12-15T12:00:00Z', { audience: 'INTERNAL' }), { eligibilityConfirmed: true })).toBe(
      'NOT_FOUND',
    );
    expect(await codeOf(newId(), { eligibilityConfirmed: true })).toBe('NOT_FOUND');
    const [internal, general] = [
      await place.offer('2026-12-15T13:00:00Z', { audience: 'INTERNAL' }),
      await place.offer('2026-12-15T14:00:00Z'),
    ];
    await t.db.admin.query(`UPDATE offered_time SET state = 'WITHDRAWN', withdrawn_because = 'HAND' WHERE id = ANY ($1::uuid[])`, [
      [internal, general],
    ]);
    expect([await codeOf(internal, { eligibilityConfirmed: true }), await codeOf(general, { eligibilityConfirmed: true })]).toEqual([
      'NOT_FOUND',
      'TIME_NOT_OFFERED',
    ]);
    expect((await book(browser, good, { eligibilityConfirmed: true })).status).toBe(201);
    expect(await codeOf(await place.offer('2026-12-16T08:00:00Z'), { eligibilityConfirmed: true })).toBe('TOO_MANY_ACTIVE');
  });

  it('cannot be in two places at once, but a hidden appointment never shows in the answer', async () => {
    const [here, there] = [await aBookingPlace(t.db), await aBookingPlace(t.db)];
    const { id, browser } = await aSignedInClient();
    const first = await book(browser, await here.offer('2026-12-17T08:00:00Z'));
    expect((await book(browser, await there.offer('2026-12-17T08:30:00Z'))).body.code).toBe('OWN_OVERLAP');

    await t.db.admin.query(`UPDATE reservation SET citizen_visibility = 'HIDDEN' WHERE id = $1`, [first.body.id]);
    const second = await book(browser, await there.offer('2026-12-17T08:45:00Z'));
    expect(second.status).toBe(201);
    const tasks = await t.db.admin.query(`SELECT kind, reservation_id FROM employee_task WHERE client_id = $1`, [id]);
    expect(tasks).toEqual([{ kind: 'OVERLAPPING_TIME', reservation_id: first.body.id }]);
    expect((await browser.get(`${path}/${first.body.id}`)).status).toBe(404);
  });

  it('may move an appointment onto the time of a hidden one, which an employee then settles', async () => {
    const [here, there] = [await aBookingPlace(t.db), await aBookingPlace(t.db)];
    const { id, browser } = await aSignedInClient();
    const hidden = await book(browser, await here.offer('2026-12-21T08:00:00Z'));
    await t.db.admin.query(`UPDATE reservation SET citizen_visibility = 'HIDDEN' WHERE id = $1`, [hidden.body.id]);
    const own = await book(browser, await there.offer('2026-12-21T12:00:00Z'));
    expect(
      (await change(browser, own.body.id, 1, 'move', { offeredTimeId: await there.offer('2026-12-21T08:15:00Z'), mode: 'VISIT' })).status,
    ).toBe(200);
    expect(await t.db.admin.query(`SELECT kind, reservation_id FROM employee_task WHERE client_id = $1`, [id])).toEqual([
      { kind: 'OVERLAPPING_TIME', reservation_id: hidden.body.id },
    ]);
  });

  it('needs a key, a body that fits and a session', async () => {
    const place = await aBookingPlace(t.db);
    const { browser } = await aSignedInClient();
    const offeredTimeId = await place.offer('2026-12-18T08:00:00Z');
    expect((await browser.post(path).send({ offeredTimeId, mode: 'VISIT' })).body.code).toBe('IDEMPOTENCY_KEY_MISSING');
    expect((await book(browser, offeredTimeId, { status: 'FULFILLED' })).status).toBe(400);
    expect((await book(browser, 'not-an-id')).body.errors).toEqual([expect.objectContaining({ pointer: '/offeredTimeId' })]);
    expect((await book(t.http(), offeredTimeId)).status).toBe(401);
  });
});

describe('a race for one time', () => {
  async function rivals(count: number): Promise<Browser[]> {
    const browsers: Browser[] = [];
    for (let made = 0; made < count; made += 1) browsers.push((await aSignedInClient()).browser);
    return browsers;
  }

  it('has exactly one winner among twenty, whether for the employee, a pair or the last room', async () => {
    const place = await aBookingPlace(t.db, { employees: 4, rooms: [4], type: { roomNeed: 'VISIT', roomMinCapacity: 2, maxActive: null } });
    const browsers = await rivals(20);
    const sameEmployee = [await place.offer('2026-12-21T08:00:00Z')];
    const sharedPartner = [
      await place.offer('2026-12-21T10:00:00Z', { employee: 1, with: [place.employeeIds[3] ?? ''] }),
      await place.offer('2026-12-21T10:30:00Z', { employee: 2, with: [place.employeeIds[3] ?? ''] }),
    ];
    const lastRoom = [
      await place.offer('2026-12-21T12:00:00Z', { employee: 1 }),
      await place.offer('2026-12-21T12:00:00Z', { employee: 2 }),
    ];
    for (const times of [sameEmployee, sharedPartner, lastRoom]) {
      const answers = await Promise.all(browsers.map((browser, at) => book(browser, times[at % times.length] ?? '')));
      const statuses = answers.map((answer) => answer.status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      expect(statuses.filter((status) => status === 409)).toHaveLength(19);
    }
    const overlaps = await t.db.admin.query(
      `SELECT 1 FROM allocation a JOIN allocation b ON a.subject_id = b.subject_id AND a.id < b.id AND a.blocking AND b.blocking
        AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`,
    );
    expect(overlaps).toEqual([]);
  });

  it('lets a double click book once', async () => {
    const place = await aBookingPlace(t.db);
    const { id, browser } = await aSignedInClient();
    const offeredTimeId = await place.offer('2026-12-22T08:00:00Z');
    const key = newId();
    const answers = await Promise.all([book(browser, offeredTimeId, {}, key), book(browser, offeredTimeId, {}, key)]);
    expect(answers.map((answer) => answer.status)).toContain(201);
    const rows = await t.db.admin.query('SELECT reservation_id FROM reservation_client WHERE client_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  it('lets two people swap their times without a deadlock, or tells them, and loses neither time', async () => {
    const place = await aBookingPlace(t.db, { employees: 2 });
    const [a, b] = [await aSignedInClient(), await aSignedInClient()];
    const [early, late] = [await place.offer('2026-12-23T08:00:00Z'), await place.offer('2026-12-23T10:00:00Z')];
    const [ofA, ofB] = [await book(a.browser, early), await book(b.browser, late)];
    const answers = await Promise.all([
      change(a.browser, ofA.body.id, 1, 'move', { offeredTimeId: late, mode: 'VISIT' }),
      change(b.browser, ofB.body.id, 1, 'move', { offeredTimeId: early, mode: 'VISIT' }),
    ]);
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    for (const id of [ofA.body.id, ofB.body.id]) expect(await allocations(id)).toHaveLength(1);
  });
});

describe('two who hold what the other wants', () => {
  const holds = '/api/v1/citizen/holds';
  const hold = (browser: Browser, offeredTimeId: string) =>
    browser.post(holds).set('Idempotency-Key', newId()).send({ offeredTimeId, mode: 'VISIT' });
  const deadlocks = async (): Promise<number> => {
    await t.db.admin.query('SELECT pg_stat_clear_snapshot()');
    const [row] = (await t.db.admin.query('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()')) as {
      deadlocks: number;
    }[];
    return row?.deadlocks ?? 0;
  };

  it.each(['hold', 'book'] as const)(
    'and %s it at the same moment are refused or served, never caught in each other’s locks',
    async (wish) => {
      const place = await aBookingPlace(t.db, { employees: 2, rooms: [4, 4], type: { roomNeed: 'VISIT', maxActive: null } });
      const before = await deadlocks();
      for (let round = 0; round < 8; round += 1) {
        const [a, b] = [await aSignedInClient(), await aSignedInClient()];
        const at = `2026-12-${String(1 + round).padStart(2, '0')}T08:00:00Z`;
        const [one, other] = [await place.offer(at), await place.offer(at, { employee: 1 })];
        expect([(await hold(a.browser, one)).status, (await hold(b.browser, other)).status]).toEqual([201, 201]);
        const ask = wish === 'hold' ? hold : book;
        const answers = await Promise.all([ask(a.browser, other), ask(b.browser, one)]);
        for (const answer of answers) expect([201, 409]).toContain(answer.status);
      }
      expect(await deadlocks()).toBe(before);
    },
  );
});

describe('a moment at which several colleagues are free', () => {
  const hold = (browser: Browser, offeredTimeId: string, key = newId()) =>
    browser.post('/api/v1/citizen/holds').set('Idempotency-Key', key).send({ offeredTimeId, mode: 'VISIT' });

  it('has as many winners as colleagues, whichever of their times is asked for, and offers the others other moments', async () => {
    const place = await aBookingPlace(t.db, { employees: 3 });
    const [at, later] = ['2026-12-07T08:00:00Z', '2026-12-07T10:00:00Z'];
    const times = [await place.offer(at), await place.offer(at, { employee: 1 }), await place.offer(at, { employee: 2 })];
    const other = await place.offer(later);
    const browsers: Browser[] = [];
    for (let made = 0; made < 8; made += 1) browsers.push((await aSignedInClient()).browser);
    const answers = await Promise.all(browsers.map((browser) => hold(browser, times[0] ?? '')));
    const won = answers.filter((answer) => answer.status === 201);
    expect(won.map((answer) => answer.body.offeredTimeId).sort()).toEqual([...times].sort());
    expect(won.map((answer) => answer.body.startsAt)).toEqual(times.map(() => '2026-12-07T08:00:00.000Z'));
    const lost = answers.filter((answer) => answer.status === 409);
    expect(lost).toHaveLength(5);
    for (const answer of lost) expect(answer.body).toMatchObject({ code: 'TIME_TAKEN' });
    const late = await hold(browsers[answers.findIndex((answer) => answer.status === 409)] as Browser, times[0] ?? '');
    expect(late.body.alternatives.map((time: { id: string }) => time.id)).toEqual([other]);
  });

  it('is held without waiting for a colleague whose calendar is being changed, as long as the wanted time can be had', async () => {
    const place = await aBookingPlace(t.db, { employees: 2 });
    const at = '2026-12-09T08:00:00Z';
    const wanted = await place.offer(at);
    await place.offer(at, { employee: 1 });
    const { browser } = await aSignedInClient();
    await t.db.admin.transaction(async (tx) => {
      await tx.query('SELECT id FROM bookable_subject WHERE id = $1 FOR NO KEY UPDATE', [place.employeeIds[1]]);
      expect((await hold(browser, wanted)).body.offeredTimeId).toBe(wanted);
    });
  });

  it('is held once for a repeated request, and never in another length, office or audience', async () => {
    const place = await aBookingPlace(t.db, { employees: 4 });
    const at = '2026-12-08T08:00:00Z';
    const wanted = await place.offer(at);
    const equal = await place.offer(at, { employee: 1 });
    await place.offer(at, { employee: 2, minutes: 90 });
    await place.offer(at, { employee: 3, audience: 'INTERNAL' });
    const [quick, slow, last] = [await aSignedInClient(), await aSignedInClient(), await aSignedInClient()];
    expect((await hold(quick.browser, wanted)).body.offeredTimeId).toBe(wanted);
    const key = newId();
    const answers = [await hold(slow.browser, wanted, key), await hold(slow.browser, wanted, key)];
    expect(answers.map((answer) => answer.body.offeredTimeId)).toEqual([equal, equal]);
    expect((await hold(last.browser, wanted)).body.code).toBe('TIME_TAKEN');
  });
});

describe('moving and cancelling', () => {
  it('moves onto a time that overlaps its own old one, keeps the id, and frees the old time', async () => {
    const place = await aBookingPlace(t.db);
    const { browser } = await aSignedInClient();
    const [old, overlapping] = [await place.offer('2026-12-10T08:00:00Z'), await place.offer('2026-12-10T08:30:00Z')];
    const booked = await book(browser, old);
    const moved = await change(browser, booked.body.id, 1, 'move', { offeredTimeId: overlapping, mode: 'VISIT' });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({ id: booked.body.id, version: 2, startsAt: '2026-12-10T08:30:00.000Z' });
    const states = await t.db.admin.query('SELECT id, state, taken FROM offered_time WHERE id = ANY ($1) ORDER BY starts_at', [
      [old, overlapping],
    ]);
    expect(states).toEqual([
      { id: old, state: 'BLOCKED', taken: 0 },
      { id: overlapping, state: 'FULL', taken: 1 },
    ]);
  });

  it('keeps the old time when the new one is taken', async () => {
    const place = await aBookingPlace(t.db);
    const [a, b] = [await aSignedInClient(), await aSignedInClient()];
    const [mine, theirs] = [await place.offer('2026-12-11T12:00:00Z'), await place.offer('2026-12-11T14:00:00Z')];
    const booked = await book(a.browser, mine);
    await book(b.browser, theirs);
    const refused = await change(a.browser, booked.body.id, 1, 'move', { offeredTimeId: theirs, mode: 'VISIT' });
    expect(refused.body.code).toBe('TIME_TAKEN');
    expect((await a.browser.get(`${path}/${booked.body.id}`)).body).toMatchObject({ version: 1, startsAt: '2026-12-11T12:00:00.000Z' });
    expect(await allocations(booked.body.id)).toHaveLength(1);
  });

  it('cancels by the rules of the booking even when the type has become stricter, and the time is free again', async () => {
    const place = await aBookingPlace(t.db);
    const [a, b] = [await aSignedInClient(), await aSignedInClient()];
    const time = await place.offer('2026-12-09T08:00:00Z');
    const booked = await book(a.browser, time);
    await t.db.admin.query(
      `INSERT INTO appointment_type_version
       SELECT (jsonb_populate_record(v, jsonb_build_object('id', $2::text, 'version_no', 2, 'citizen_may_cancel', false, 'effective_from', '2026-11-24T08:00:00Z'))).*
         FROM appointment_type_version v WHERE v.appointment_type_id = $1`,
      [place.typeId, newId()],
    );
    const cancelled = await change(a.browser, booked.body.id, 1, 'cancel');
    expect(cancelled.body).toMatchObject({ status: 'CANCELLED', version: 2 });
    expect((await book(b.browser, time)).status).toBe(201);
  });

  it('is refused a second after the deadline, and "I cannot come" takes its place', async () => {
    const place = await aBookingPlace(t.db);
    const { browser } = await aSignedInClient();
    const booked = await book(browser, await place.offer('2026-11-27T08:00:00Z'));
    t.clock.set(t.clock.now().plus({ days: 2, seconds: 1 }));
    const fresh = await t.signInCitizen(
      (await t.db.admin.query('SELECT client_id FROM reservation_client WHERE reservation_id = $1', [booked.body.id]))[0].client_id,
    );
    expect((await change(fresh, booked.body.id, 1, 'cancel')).body).toMatchObject({
      code: 'TOO_LATE_TO_CANCEL',
      params: { until: '2026-11-26T08:00:00.000Z' },
    });
    const told = await fresh.post(`${path}/${booked.body.id}/cannot-come`).set('Idempotency-Key', newId()).send({});
    expect(told.body).toMatchObject({ status: 'BOOKED', cannotCome: false, cannotComeReported: true });
    expect(await allocations(booked.body.id)).toHaveLength(1);
  });

  it('is refused to another client as if nothing were there, and to a page that is out of date', async () => {
    const place = await aBookingPlace(t.db);
    const [owner, stranger] = [await aSignedInClient(), await aSignedInClient()];
    const booked = await book(owner.browser, await place.offer('2026-12-10T12:00:00Z'));
    const time = await place.offer('2026-12-10T14:00:00Z');
    expect((await stranger.browser.get(`${path}/${booked.body.id}`)).status).toBe(404);
    expect((await change(stranger.browser, booked.body.id, 1, 'cancel')).status).toBe(404);
    expect((await change(stranger.browser, booked.body.id, 1, 'move', { offeredTimeId: time, mode: 'VISIT' })).status).toBe(404);
    expect((await stranger.browser.get(`${path}/${booked.body.id}/calendar-file`)).status).toBe(404);
    expect((await change(owner.browser, booked.body.id, 7, 'cancel')).status).toBe(412);
    const noVersion = await owner.browser.post(`${path}/${booked.body.id}/cancel`).set('Idempotency-Key', newId()).send({});
    expect(noVersion.status).toBe(428);
  });

  it('gives a calendar file that tells when and nothing else', async () => {
    const place = await aBookingPlace(t.db);
    const { browser } = await aSignedInClient();
    const booked = await book(browser, await place.offer('2026-12-10T10:00:00Z'));
    const file = await browser.get(`${path}/${booked.body.id}/calendar-file?language=sv`);
    expect(file.headers['content-type']).toContain('text/calendar');
    expect(file.text).toContain('SUMMARY:Bokad tid');
    expect(file.text).toContain('DTSTART:20261210T100000Z');
    expect(file.text).not.toMatch(/LOCATION|DESCRIPTION|ORGANIZER|ATTENDEE|VALARM|Lastenvalvoja|Eroaika|Keskustori/);
  });
});
