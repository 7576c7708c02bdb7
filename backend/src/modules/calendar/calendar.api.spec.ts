import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../kernel/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { ApiModule } from '../../api.module.ts';
import { otherWorkType } from '../appointment-types/testing/index.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { aWorkplace, type Workplace } from './testing/index.ts';

const test = await testApplication({ module: ApiModule, session: testSession });

describe('planning a calendar', () => {
  let work: Workplace;
  let anna: string;
  let supervisor: Awaited<ReturnType<typeof signedInAs>>;
  const time = (startsAt: string) => ({ employeeId: anna, unitId: work.unitId, appointmentTypeIds: [work.typeId], startsAt });

  beforeAll(async () => {
    work = await aWorkplace(test.db);
    anna = work.employeeIds[0] ?? '';
    supervisor = await signedInAs(test, 'SUPERVISOR', work.unitId);
  });

  it('offers a time once, however often the same request arrives, and withdraws it for good', async () => {
    const key = newId();
    const offer = (startsAt: string, withKey = key) =>
      supervisor.http.post('/api/v1/offered-times').set('Idempotency-Key', withKey).send(time(startsAt));
    const first = (await offer('2026-11-30T08:00:00Z').expect(201)).body;
    expect((await offer('2026-11-30T08:00:00Z').expect(201)).body).toEqual(first);
    expect((await offer('2026-11-30T08:00:00Z', newId()).expect(409)).body).toMatchObject({ code: 'ALREADY_OFFERED' });
    await supervisor.http.post(`/api/v1/offered-times/${first.offeredTimeIds[0]}/withdraw`).expect(204);
    const free = await test.http().get('/api/v1/public/free-times').query({ appointmentTypeId: work.typeId }).expect(200);
    expect(free.body.items).toEqual([]);
  });

  it('keeps a time that nobody can come to yet, and says so', async () => {
    const meeting = await otherWorkType().save(test.db);
    const span = { startsAt: '2026-12-09T08:00:00Z', endsAt: '2026-12-09T10:00:00Z' };
    const post = (path: string, body: object) =>
      supervisor.http.post(`/api/v1/${path}`).set('Idempotency-Key', newId()).send(body).expect(201);
    expect((await post('offered-times', time('2026-12-09T06:00:00Z'))).body).toMatchObject({ bookable: true });
    await post('other-work', { appointmentTypeId: meeting.id, unitId: work.unitId, employeeIds: [anna], ...span });
    expect((await post('offered-times', time(span.startsAt))).body).toMatchObject({ bookable: false });
  });

  it('takes no time of another age, and no title with hidden characters', async () => {
    const post = (path: string, body: object) =>
      supervisor.http.post(`/api/v1/${path}`).set('Idempotency-Key', newId()).send(body).expect(400);
    const outOfRange = (pointer: string) => ({ code: 'VALIDATION_FAILED', errors: [{ pointer, code: 'OUT_OF_RANGE' }] });
    for (const year of ['1800', '2023', '2030', '2199']) {
      const [startsAt, endsAt] = [`${year}-12-01T08:00:00Z`, `${year}-12-01T09:00:00Z`];
      expect((await post('offered-times', time(startsAt))).body).toMatchObject(outOfRange('/startsAt'));
      expect((await post('absences', { employeeId: anna, kind: 'AWAY', startsAt, endsAt })).body).toMatchObject(outOfRange('/startsAt'));
      const meeting = await otherWorkType().save(test.db);
      expect(
        (await post('other-work', { appointmentTypeId: meeting.id, unitId: work.unitId, employeeIds: [anna], startsAt, endsAt })).body,
      ).toMatchObject(outOfRange('/startsAt'));
    }
    expect((await post('offered-times', { ...time('2026-11-30T10:00:00Z'), publishAt: '2199-01-01T00:00:00Z' })).body).toMatchObject(
      outOfRange('/publishAt'),
    );
    const titled = {
      appointmentTypeId: newId(),
      unitId: work.unitId,
      employeeIds: [anna],
      startsAt: '2026-12-01T07:00:00Z',
      endsAt: '2026-12-01T08:00:00Z',
      title: 'Tiimi\u202e',
    };
    expect((await post('other-work', titled)).body).toMatchObject({ errors: [{ pointer: '/title', code: 'HIDDEN_CHARACTER' }] });
  });

  it('adds other work and removes the version that was seen', async () => {
    const meeting = await otherWorkType().save(test.db);
    const body = {
      appointmentTypeId: meeting.id,
      unitId: work.unitId,
      employeeIds: [anna],
      startsAt: '2026-12-01T07:00:00Z',
      endsAt: '2026-12-01T08:30:00Z',
    };
    const { id } = (await supervisor.http.post('/api/v1/other-work').set('Idempotency-Key', newId()).send(body).expect(201)).body;
    expect((await supervisor.http.post('/api/v1/other-work').set('Idempotency-Key', newId()).send(body).expect(409)).body).toMatchObject({
      code: 'CALENDAR_BUSY',
    });
    await supervisor.http.post(`/api/v1/other-work/${id}/remove`).expect(428);
    await supervisor.http.post(`/api/v1/other-work/${id}/remove`).set('If-Match', '"7"').expect(412);
    await supervisor.http.post(`/api/v1/other-work/${id}/remove`).set('If-Match', '"1"').expect(204);
  });

  it('closes the time of an absence and tells how much waits to be handled', async () => {
    await supervisor.http.post('/api/v1/offered-times').set('Idempotency-Key', newId()).send(time('2026-12-02T08:00:00Z')).expect(201);
    const body = { employeeId: anna, kind: 'AWAY', startsAt: '2026-12-02T05:00:00Z', endsAt: '2026-12-02T15:00:00Z' };
    const added = (await supervisor.http.post('/api/v1/absences').set('Idempotency-Key', newId()).send(body).expect(201)).body;
    expect(added).toMatchObject({ withdrawnTimes: 1, reservationsToHandle: 0 });
    await supervisor.http.post(`/api/v1/absences/${added.id}/remove`).set('If-Match', '"1"').expect(204);
    const reversed = { ...body, endsAt: body.startsAt };
    expect((await supervisor.http.post('/api/v1/absences').set('Idempotency-Key', newId()).send(reversed).expect(422)).body).toMatchObject({
      code: 'ABSENCE_SPAN_INVALID',
    });
  });

  it('lets employees plan their own calendar and no other, and booking clerks none', async () => {
    const own = await signedInAs(test, 'EMPLOYEE', work.unitId);
    const clerk = await signedInAs(test, 'BOOKING_CLERK', work.unitId);
    const post = (http: typeof own.http, employeeId: string) =>
      http
        .post('/api/v1/offered-times')
        .set('Idempotency-Key', newId())
        .send({ ...time('2026-12-03T08:00:00Z'), employeeId });
    await post(own.http, own.employee.id).expect(201);
    await post(own.http, anna).expect(404);
    await post(clerk.http, anna).expect(403);
  });

  it('keeps leaders of one unit out of the calendars of another, and everybody out of a colleague’s', async () => {
    const elsewhere = await aWorkplace(test.db);
    const [stranger = ''] = elsewhere.employeeIds;
    const meeting = await otherWorkType().save(test.db);
    const own = await signedInAs(test, 'EMPLOYEE', work.unitId);
    const post = (http: typeof own.http, path: string, body: object) =>
      http.post(`/api/v1/${path}`).set('Idempotency-Key', newId()).send(body);
    const workOf = (employeeIds: readonly string[], hour: number) => ({
      appointmentTypeId: meeting.id,
      unitId: work.unitId,
      employeeIds,
      startsAt: `2026-12-05T${hour}:00:00Z`,
      endsAt: `2026-12-05T${hour}:30:00Z`,
    });
    await post(supervisor.http, 'offered-times', { ...time('2026-12-05T08:00:00Z'), employeeId: stranger }).expect(404);
    await post(supervisor.http, 'offered-times', { ...time('2026-12-05T08:00:00Z'), withEmployeeIds: [stranger] }).expect(404);
    await post(supervisor.http, 'other-work', workOf([anna, stranger], 10)).expect(404);
    await post(own.http, 'offered-times', { ...time('2026-12-05T08:00:00Z'), employeeId: own.employee.id, withEmployeeIds: [anna] }).expect(
      404,
    );

    const { id } = (await post(supervisor.http, 'other-work', workOf([anna, own.employee.id], 11)).expect(201)).body;
    await own.http.post(`/api/v1/other-work/${id}/remove`).set('If-Match', '"1"').expect(404);
    await supervisor.http.post(`/api/v1/other-work/${id}/remove`).set('If-Match', '"1"').expect(204);
  });

  it('does not know the units of others', async () => {
    const elsewhere = await aWorkplace(test.db);
    await supervisor.http
      .post('/api/v1/offered-times')
      .set('Idempotency-Key', newId())
      .send({ ...time('2026-12-04T08:00:00Z'), unitId: elsewhere.unitId })
      .expect(404);
  });
});
