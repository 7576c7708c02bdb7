import { newId, toLocalDate } from '../../kernel/index.ts';
import { theSystem } from '../../platform/testing/index.ts';
import type { TestApplication } from '../../platform/testing/test-application.ts';
import { otherWorkType } from '../../modules/appointment-types/testing/index.ts';
import { aClient } from '../../modules/clients/testing/index.ts';
import { GrantRole } from '../../modules/identity/index.ts';
import { aBookingPlace } from '../../modules/reservations/testing/booking-place.ts';
import { anEmployee, aTeam } from '../../modules/staff/testing/index.ts';
import type { KnownIds } from './hostile-requests.ts';

export interface FuzzedWorld {
  /** Who calls the citizens' operations. */
  readonly clientId: string;
  /** Who calls the employees' operations: somebody with every role, so that each operation goes as far as it can. */
  readonly employeeId: string;
  readonly ids: KnownIds;
}

/** An office with people, rooms, a booking, an absence, other work and a week template: one of everything that a request can name. */
export async function aFuzzedWorld(t: TestApplication): Promise<FuzzedWorld> {
  const place = await aBookingPlace(t.db, {
    employees: 3,
    rooms: [4, 8],
    type: {
      roomNeed: 'VISIT',
      maxActive: null,
      minNoticeHours: 0,
      bookableBy: ['CITIZEN', 'DESK', 'OWN_EMPLOYEE', 'TEAM'],
      noteAllowed: true,
    },
  });
  const employee = await anEmployee({ homeUnitId: place.unitId }).save(t.db);
  for (const role of ['EMPLOYEE', 'BOOKING_CLERK', 'SUPERVISOR', 'ADMINISTRATOR'] as const) {
    await t.app.get(GrantRole, { strict: false }).execute(theSystem(t.db.organisationId), {
      employeeId: employee.id,
      role,
      unitId: place.unitId,
      validFrom: toLocalDate('2025-01-01'),
    });
  }
  const team = await aTeam({ unitId: place.unitId, employeeIds: place.employeeIds }).save(t.db);
  const meeting = await otherWorkType().save(t.db);
  const client = await aClient().save(t.db);
  const [citizen, colleague] = [await t.signInCitizen(client.id), await t.signInEmployee(employee.id)];
  const times: string[] = [];
  for (let day = 1; day <= 28; day += 1) {
    for (const [index] of place.employeeIds.entries())
      times.push(
        await place.offer(`2026-12-${String(day).padStart(2, '0')}T${String(8 + index).padStart(2, '0')}:00:00Z`, { employee: index }),
      );
  }
  const create = async (browser: typeof citizen, path: string, body: object): Promise<string> => {
    const answer = await browser.post(`/api/v1/${path}`).set('Idempotency-Key', newId()).send(body);
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return ((answer.body as { id?: string }).id ?? (answer.body as { applicationId?: string }).applicationId) as string;
  };
  const reservations: string[] = [];
  for (const offeredTimeId of times.slice(0, 3))
    reservations.push(await create(citizen, 'citizen/reservations', { offeredTimeId, mode: 'VISIT' }));
  const hold = await create(citizen, 'citizen/holds', { offeredTimeId: times.at(-1), mode: 'VISIT' });
  const [first = ''] = place.employeeIds;
  const span = (day: number) => ({ startsAt: `2027-01-${day}T08:00:00Z`, endsAt: `2027-01-${day}T09:00:00Z` });
  const absences = [await create(colleague, 'absences', { employeeId: first, kind: 'AWAY', ...span(11) })];
  const otherWork = [
    await create(colleague, 'other-work', { appointmentTypeId: meeting.id, unitId: place.unitId, employeeIds: [first], ...span(12) }),
  ];
  const template = await create(colleague, 'week-templates', {
    unitId: place.unitId,
    code: 'FUZZ',
    name: { fi: 'Perus', sv: 'Bas', en: 'Basic' },
    cycleWeeks: 1,
    entries: [
      {
        recurrence: 'WEEKLY',
        weekday: 1,
        startsLocal: '12:00',
        endsLocal: '13:00',
        appointmentTypeIds: [place.typeId],
        audience: 'GENERAL',
      },
    ],
  });
  const application = await create(colleague, `week-templates/${template}/applications`, {
    employeeIds: [first],
    fromDate: '2027-02-01',
    toDate: '2027-02-14',
  });
  const [service]: { slug: string }[] = await t.db.admin.query('SELECT slug FROM service WHERE id = $1', [place.serviceId]);
  const byName: Readonly<Record<string, readonly string[]>> = {
    employeeId: place.employeeIds,
    employeeIds: place.employeeIds,
    withEmployeeIds: place.employeeIds,
    employees: place.employeeIds,
    unitId: [place.unitId],
    'unitId[]': [place.unitId],
    roomId: place.roomIds,
    teamId: [team.id],
    subjects: place.employeeIds,
    'subjectId[]': [...place.employeeIds, ...place.roomIds],
    appointmentTypeId: [place.typeId, meeting.id],
    appointmentTypeIds: [place.typeId],
    'appointment-types': [place.typeSlug],
    services: [service?.slug ?? ''],
    offeredTimeId: times,
    'offered-times': times,
    clientId: [client.id],
    clients: [client.id],
    reservations,
    holds: [hold],
    absences,
    'other-work': otherWork,
    'week-templates': [template],
    'template-applications': [application],
  };
  const strange = [
    newId(),
    t.db.organisationId,
    t.db.otherOrganisationId,
    place.serviceId,
    ...Object.values(byName).map((ids) => ids[0] ?? ''),
  ];
  return { clientId: client.id, employeeId: employee.id, ids: { of: (name) => byName[name] ?? strange } };
}
