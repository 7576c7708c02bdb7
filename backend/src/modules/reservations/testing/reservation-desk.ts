import { newId, toLocalDate } from '../../../kernel/index.ts';
import type { Role } from '../../../platform/access/index.ts';
import { theSystem } from '../../../platform/testing/index.ts';
import type { TestApplication } from '../../../platform/testing/test-application.ts';
import { whoIs } from '../../clients/testing/index.ts';
import { GrantRole } from '../../identity/index.ts';
import { signedInAs } from '../../identity/testing/index.ts';
import type { BookingPlace } from './booking-place.ts';

export type Browser = Awaited<ReturnType<TestApplication['signInEmployee']>>;

export interface BookingBody {
  readonly clientId: string | undefined;
  readonly offeredTimeId: string;
  readonly mode: string;
  readonly lateEntry?: boolean;
  readonly internalNote?: string;
}

/** What employees of a place do with its reservations, over HTTP. */
export function reservationDesk(t: TestApplication) {
  return {
    /** Somebody with the role in the place's unit, at work there. */
    async aColleague(place: BookingPlace, role: Role): Promise<Browser> {
      return (await signedInAs(t, role, place.unitId)).http;
    },

    /** Whoever has the place's times, as an employee of it. */
    async theEmployeeOf(place: BookingPlace, index = 0): Promise<Browser> {
      const employeeId = place.employeeIds[index] ?? '';
      const grant = { employeeId, role: 'EMPLOYEE', unitId: place.unitId, validFrom: toLocalDate('2025-01-01') } as const;
      await t.app.get(GrantRole, { strict: false }).execute(theSystem(t.db.organisationId), grant);
      return t.signInEmployee(employeeId);
    },

    /** Looks the client up first, as one does. */
    async book(browser: Browser, body: BookingBody) {
      await whoIs(browser, t.db, body.clientId ?? '');
      return browser.post('/api/v1/reservations').set('Idempotency-Key', newId()).send(body);
    },

    command: (browser: Browser, id: string, version: number, name: string, body: object = {}) =>
      browser.post(`/api/v1/reservations/${id}/${name}`).set('Idempotency-Key', newId()).set('If-Match', `"${version}"`).send(body),
  };
}
