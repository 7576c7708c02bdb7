import { beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../kernel/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { ApiModule } from '../../api.module.ts';
import { aWorkplace, type Workplace } from '../calendar/testing/index.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';

const test = await testApplication({ module: ApiModule, session: testSession });

describe('week templates over the API', () => {
  let work: Workplace;
  let supervisor: Awaited<ReturnType<typeof signedInAs>>;
  const entry = (given: object = {}) => ({
    recurrence: 'WEEKLY',
    weekday: 1,
    startsLocal: '09:00',
    endsLocal: '10:00',
    appointmentTypeIds: [work.typeId],
    audience: 'GENERAL',
    ...given,
  });
  const post = (path: string, body: object, key = newId()) =>
    supervisor.http.post(`/api/v1/${path}`).set('Idempotency-Key', key).send(body);
  const span = () => ({ employeeIds: work.employeeIds, fromDate: '2026-11-30', toDate: '2026-12-13' });

  beforeAll(async () => {
    work = await aWorkplace(test.db);
    supervisor = await signedInAs(test, 'SUPERVISOR', work.unitId);
  });

  it('are written, previewed, applied, changed and undone', async () => {
    const template = { unitId: work.unitId, code: 'POP', name: { fi: 'Perus', sv: 'Bas', en: 'Basic' }, cycleWeeks: 1, entries: [entry()] };
    const { id } = (await post('week-templates', template).expect(201)).body;
    expect((await supervisor.http.get(`/api/v1/week-templates/${id}`).expect(200)).body).toMatchObject({
      code: 'POP',
      versionNo: 1,
      entries: [{ weekday: 1, startsLocal: '09:00' }],
    });
    expect((await supervisor.http.post(`/api/v1/week-templates/${id}/preview`).send(span()).expect(200)).body).toMatchObject({
      offeredTimes: 2,
      skippedCount: 0,
    });

    const key = newId();
    const applied = (await post(`week-templates/${id}/applications`, span(), key).expect(201)).body;
    expect(applied.report).toMatchObject({ created: 2 });
    expect((await post(`week-templates/${id}/applications`, span(), key).expect(201)).body).toEqual(applied);

    const changed = { cycleWeeks: 1, entries: [entry({ weekday: 2 })] };
    await post(`week-templates/${id}/versions`, changed).set('If-Match', '"1"').expect(201);
    expect((await post(`week-templates/${id}/versions`, changed).set('If-Match', '"1"').expect(409)).body).toMatchObject({
      code: 'TEMPLATE_CHANGED_MEANWHILE',
    });
    const again = (await post(`week-templates/${id}/applications`, span()).expect(201)).body;
    expect(again.report).toMatchObject({ created: 2, replaced: 2 });
    expect((await supervisor.http.post(`/api/v1/template-applications/${again.applicationId}/undo`).expect(200)).body).toEqual({
      withdrawn: 2,
      otherWorkRemoved: 0,
    });
  });

  it('are applied and previewed for no days of another age', async () => {
    const template = { unitId: work.unitId, code: 'AGE', name: { fi: 'Perus', sv: 'Bas', en: 'Basic' }, cycleWeeks: 1, entries: [entry()] };
    const { id } = (await post('week-templates', template).expect(201)).body;
    const far = { ...span(), fromDate: '2199-01-07', toDate: '2199-01-14' };
    const refusal = {
      code: 'VALIDATION_FAILED',
      errors: [
        { pointer: '/fromDate', code: 'OUT_OF_RANGE' },
        { pointer: '/toDate', code: 'OUT_OF_RANGE' },
      ],
    };
    expect((await post(`week-templates/${id}/applications`, far).expect(400)).body).toMatchObject(refusal);
    expect((await supervisor.http.post(`/api/v1/week-templates/${id}/preview`).send(far).expect(400)).body).toMatchObject(refusal);
  });

  it('name the entry that is not possible, and why', async () => {
    const template = {
      unitId: work.unitId,
      code: 'X',
      name: { fi: 'X', sv: 'X', en: 'X' },
      cycleWeeks: 1,
      entries: [entry(), entry({ startsLocal: '11:00' })],
    };
    const { body } = await post('week-templates', template).expect(422);
    expect(body).toMatchObject({ code: 'TEMPLATE_ENTRY_INVALID', errors: [{ pointer: '/entries/1', code: 'ENDS_BEFORE_START' }] });
    expect((await post('week-templates', { ...template, entries: [entry({ startsLocal: '25:00' })] }).expect(400)).body).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
  });

  it('of other units cannot be read, and are not applied to colleagues by an employee', async () => {
    const elsewhere = await aWorkplace(test.db);
    const stranger = await signedInAs(test, 'SUPERVISOR', elsewhere.unitId);
    const [template] = (await supervisor.http.get('/api/v1/week-templates').expect(200)).body;
    await stranger.http.get(`/api/v1/week-templates/${template.id}`).expect(404);
    expect((await stranger.http.get('/api/v1/week-templates').expect(200)).body).toEqual([]);
    const own = await signedInAs(test, 'EMPLOYEE', work.unitId);
    const apply = (employeeIds: readonly string[]) =>
      own.http
        .post(`/api/v1/week-templates/${template.id}/applications`)
        .set('Idempotency-Key', newId())
        .send({ ...span(), employeeIds });
    await apply(work.employeeIds).expect(404);
    await apply([own.employee.id]).expect(201);

    const applyAs = (http: typeof own.http, body: object) =>
      http
        .post(`/api/v1/week-templates/${template.id}/applications`)
        .set('Idempotency-Key', newId())
        .send({ ...span(), ...body });
    await applyAs(supervisor.http, { employeeIds: elsewhere.employeeIds }).expect(404);
    await applyAs(stranger.http, { employeeIds: elsewhere.employeeIds, unitId: elsewhere.unitId }).expect(404);
    await stranger.http
      .post(`/api/v1/week-templates/${template.id}/preview`)
      .send({ ...span(), employeeIds: elsewhere.employeeIds, unitId: elsewhere.unitId })
      .expect(404);
  });
});
