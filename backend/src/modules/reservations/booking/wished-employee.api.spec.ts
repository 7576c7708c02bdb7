import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiModule } from '../../../api.module.ts';
import { newId } from '../../../kernel/index.ts';
import { testApplication } from '../../../platform/testing/test-application.ts';
import { aClient } from '../../clients/testing/index.ts';
import { testSession } from '../../identity/testing/index.ts';
import { aBookingPlace, type BookingPlace } from '../testing/booking-place.ts';

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
type Browser = Awaited<ReturnType<typeof t.signInCitizen>>;
const holds = '/api/v1/citizen/holds';
const reservations = '/api/v1/citizen/reservations';
const aCitizen = async (): Promise<Browser> => t.signInCitizen((await aClient().save(t.db)).id);
const idsOf = (body: { alternatives: { id: string }[] }): string[] => body.alternatives.map(({ id }) => id);

describe('a time chosen by the employee', () => {
  let place: BookingPlace;
  const [vilma, anna] = [0, 1];
  const wish = () => ({ employeeId: place.employeeIds[vilma] ?? '' });
  const post = (browser: Browser, path: string, body: object) => browser.post(path).set('Idempotency-Key', newId()).send(body);
  const hold = (browser: Browser, offeredTimeId: string, more: object = {}) =>
    post(browser, holds, { offeredTimeId, mode: 'VISIT', ...more });

  beforeAll(async () => {
    place = await aBookingPlace(t.db, { employees: 2, type: { employeeChoice: 'PERSON', citizenMayMove: true } });
    await t.db.admin.query('UPDATE employee SET named_to_citizens = true WHERE id = ANY ($1::uuid[])', [place.employeeIds]);
  });

  it('is never replaced by a colleague’s at the same moment, as one chosen by the moment is', async () => {
    const hers = await place.offer('2026-12-10T08:00:00Z', { employee: vilma });
    const colleagues = await place.offer('2026-12-10T08:00:00Z', { employee: anna });
    const later = await place.offer('2026-12-10T10:00:00Z', { employee: vilma });
    expect((await hold(await aCitizen(), hers)).body.offeredTimeId).toBe(hers);
    const late = await hold(await aCitizen(), hers, wish());
    expect(late.body.code).toBe('TIME_TAKEN');
    expect(idsOf(late.body)).toEqual([later]);
    expect((await hold(await aCitizen(), hers)).body.offeredTimeId).toBe(colleagues);
  });

  it('keeps the wish in the alternatives when booking or moving comes too late', async () => {
    const taken = await place.offer('2026-12-15T08:00:00Z', { employee: vilma });
    await place.offer('2026-12-15T10:00:00Z', { employee: anna });
    const own = await place.offer('2026-12-15T12:00:00Z', { employee: vilma });
    const mine = await place.offer('2026-12-18T08:00:00Z', { employee: anna });
    expect((await hold(await aCitizen(), taken)).status).toBe(201);
    const citizen = await aCitizen();
    const agreed = { mode: 'VISIT', eligibilityConfirmed: true };
    const late = await post(citizen, reservations, { ...agreed, ...wish(), offeredTimeId: taken });
    expect(late.body.code).toBe('TIME_TAKEN');
    expect(idsOf(late.body)).toContain(own);
    expect(late.body.alternatives).toHaveLength(2);
    const booked = await post(citizen, reservations, { ...agreed, offeredTimeId: mine });
    expect(booked.status).toBe(201);
    const moved = await post(citizen, `${reservations}/${booked.body.id}/move`, { mode: 'VISIT', ...wish(), offeredTimeId: taken }).set(
      'If-Match',
      `"${booked.body.version}"`,
    );
    expect(moved.body.code).toBe('TIME_TAKEN');
    expect(idsOf(moved.body)).toContain(own);
  });

  it('is refused as a wish where the type leaves no choice, before anything is taken', async () => {
    const closed = await aBookingPlace(t.db);
    const time = await closed.offer('2026-12-10T08:00:00Z');
    const refused = await hold(await aCitizen(), time, { employeeId: closed.employeeIds[0] });
    expect(refused).toMatchObject({ status: 400, body: { code: 'EMPLOYEE_NOT_TO_CHOOSE' } });
    expect((await hold(await aCitizen(), time, { language: 'fi' })).body.code).toBe('EMPLOYEE_NOT_TO_CHOOSE');
    expect((await hold(await aCitizen(), time)).status).toBe(201);
  });
});
