import type TestAgent from 'supertest/lib/agent.js';
import { ApiModule } from './api.module.ts';
import { formatInstant, newId, parseInstant, toLocalDate } from './kernel/index.ts';
import type { Role } from './platform/access/index.ts';
import { buildDocument } from './platform/http/openapi/build-document.ts';
import { theSystem } from './platform/testing/index.ts';
import { testApplication } from './platform/testing/test-application.ts';
import { otherWorkType } from './modules/appointment-types/testing/index.ts';
import { aClient, whoIs } from './modules/clients/testing/index.ts';
import { GrantRole } from './modules/identity/index.ts';
import { signedInAs, testSession } from './modules/identity/testing/index.ts';
import { aBookingPlace, type BookingPlace } from './modules/reservations/testing/booking-place.ts';
import { operationsOf } from './testing/fuzz/operations.ts';

// The table of the access model, row by row, for the operations that there are. It is the specification: where the code differs, the
// code is wrong. own = the employee's own client or calendar; unit = a colleague's, in the granted unit; never = not with this role.
type Scope = 'own' | 'unit' | 'never';
const table = {
  P1_availability: { EMPLOYEE: 'unit', BOOKING_CLERK: 'unit', SUPERVISOR: 'unit', ADMINISTRATOR: 'unit' },
  P2_reservationRead: { EMPLOYEE: 'own', BOOKING_CLERK: 'unit', SUPERVISOR: 'unit', ADMINISTRATOR: 'never' },
  P3_reservationChange: { EMPLOYEE: 'unit', BOOKING_CLERK: 'unit', SUPERVISOR: 'unit', ADMINISTRATOR: 'never' },
  P17_reservationMove: { EMPLOYEE: 'own', BOOKING_CLERK: 'unit', SUPERVISOR: 'unit', ADMINISTRATOR: 'never' },
  P5_clientRead: { EMPLOYEE: 'own', BOOKING_CLERK: 'unit', SUPERVISOR: 'unit', ADMINISTRATOR: 'never' },
  P9_planning: { EMPLOYEE: 'own', BOOKING_CLERK: 'never', SUPERVISOR: 'unit', ADMINISTRATOR: 'unit' },
  P9_templateRead: { EMPLOYEE: 'unit', BOOKING_CLERK: 'never', SUPERVISOR: 'unit', ADMINISTRATOR: 'unit' },
  P9_templateWrite: { EMPLOYEE: 'never', BOOKING_CLERK: 'never', SUPERVISOR: 'unit', ADMINISTRATOR: 'unit' },
  P15_attendance: { EMPLOYEE: 'unit', BOOKING_CLERK: 'unit', SUPERVISOR: 'unit', ADMINISTRATOR: 'never' },
  P16_absence: { EMPLOYEE: 'own', BOOKING_CLERK: 'never', SUPERVISOR: 'unit', ADMINISTRATOR: 'never' },
  P18_messageLog: { EMPLOYEE: 'own', BOOKING_CLERK: 'unit', SUPERVISOR: 'unit', ADMINISTRATOR: 'never' },
  P23_internalNote: { EMPLOYEE: 'own', BOOKING_CLERK: 'never', SUPERVISOR: 'never', ADMINISTRATOR: 'never' },
  endSessions: { EMPLOYEE: 'never', BOOKING_CLERK: 'never', SUPERVISOR: 'unit', ADMINISTRATOR: 'unit' },
} as const satisfies Readonly<Record<string, Readonly<Record<Role, Scope>>>>;

const roles = ['EMPLOYEE', 'BOOKING_CLERK', 'SUPERVISOR', 'ADMINISTRATOR'] as const;
const relations = ['own', 'own unit', 'other unit', 'other organisation'] as const;
type Relation = (typeof relations)[number];
type Verdict = 'ALLOWED' | 'NOT_FOUND' | 'FORBIDDEN';

function verdictOf(scope: Scope, relation: Relation): Verdict {
  if (scope === 'never') return 'FORBIDDEN';
  return relation === 'own' || (scope === 'unit' && relation === 'own unit') ? 'ALLOWED' : 'NOT_FOUND';
}

/** Everything that can stand in one relation to the person who asks. */
interface Things {
  readonly employeeId: string;
  readonly unitId: string;
  readonly typeId: string;
  readonly clientId: string;
  readonly reservationId: string;
  readonly taskId: string;
  readonly otherWorkId: string;
  readonly absenceId: string;
  readonly templateId: string;
  readonly applicationId: string;
  /** Another offered time of the same employee, each time. */
  offer(): Promise<string>;
}

interface Asked {
  readonly permission: keyof typeof table;
  /** The request, whose shape or version fails on purpose after the access rule, so that nothing changes where it is allowed. */
  ask(http: TestAgent, things: Things): Promise<{ readonly status: number }>;
}

const noSuchVersion = '"999999"';
const post = (http: TestAgent, path: string, body: object = {}) =>
  http.post(`/api/v1/${path}`).set('Idempotency-Key', newId()).set('If-Match', noSuchVersion).send(body);
const backwards = { startsAt: '2027-03-02T10:00:00Z', endsAt: '2027-03-02T09:00:00Z' };
const forwards = { startsAt: '2027-03-02T10:00:00Z', endsAt: '2027-03-02T11:00:00Z' };
const week = { fromDate: '2027-03-01', toDate: '2027-03-07' };
const attendance = (command: string): Asked => ({
  permission: 'P15_attendance',
  ask: (http, { reservationId }) => post(http, `reservations/${reservationId}/${command}`),
});
let meetingId = '';

const asked: Readonly<Record<string, Asked>> = {
  readReservation: {
    permission: 'P2_reservationRead',
    ask: (http, { reservationId }) => http.get(`/api/v1/reservations/${reservationId}`),
  },
  markEmployeeTaskDone: { permission: 'P2_reservationRead', ask: (http, { taskId }) => post(http, `employee-tasks/${taskId}/done`) },
  cancelReservation: {
    permission: 'P3_reservationChange',
    ask: (http, { reservationId }) => post(http, `reservations/${reservationId}/cancel`, { reason: 'OTHER' }),
  },
  moveReservation: {
    permission: 'P17_reservationMove',
    ask: async (http, { reservationId, offer }) =>
      post(http, `reservations/${reservationId}/move`, { offeredTimeId: await offer(), mode: 'VISIT' }),
  },
  bookForClient: {
    permission: 'P3_reservationChange',
    ask: async (http, { offer }) => {
      const { id: clientId } = await aClient().save(t.db);
      await whoIs(http, t.db, clientId).catch(() => undefined);
      return post(http, 'reservations', { clientId, offeredTimeId: await offer(), mode: 'HOME' });
    },
  },
  readOfferedTime: {
    permission: 'P3_reservationChange',
    ask: async (http, { offer }) => http.get(`/api/v1/offered-times/${await offer()}`),
  },
  checkIn: attendance('check-in'),
  startVisit: attendance('start'),
  fulfilVisit: attendance('fulfil'),
  markNoShow: attendance('no-show'),
  correctAttendance: attendance('correct-attendance'),
  listReservationMessages: {
    permission: 'P18_messageLog',
    ask: (http, { reservationId }) => http.get(`/api/v1/reservations/${reservationId}/messages`),
  },
  changeInternalNote: {
    permission: 'P23_internalNote',
    ask: (http, { reservationId }) => post(http, `reservations/${reservationId}/internal-note`, { internalNote: 'X' }),
  },
  readClient: { permission: 'P5_clientRead', ask: (http, { clientId }) => http.get(`/api/v1/clients/${clientId}`) },
  offerTimes: {
    permission: 'P9_planning',
    ask: (http, { employeeId, unitId, typeId }) =>
      post(http, 'offered-times', { employeeId, unitId, appointmentTypeIds: [typeId], ...backwards }),
  },
  withdrawOfferedTime: { permission: 'P9_planning', ask: async (http, { offer }) => post(http, `offered-times/${await offer()}/withdraw`) },
  addOtherWork: {
    permission: 'P9_planning',
    ask: (http, { employeeId, unitId }) =>
      post(http, 'other-work', { appointmentTypeId: meetingId, unitId, employeeIds: [employeeId], ...backwards }),
  },
  removeOtherWork: { permission: 'P9_planning', ask: (http, { otherWorkId }) => post(http, `other-work/${otherWorkId}/remove`) },
  addAbsence: {
    permission: 'P16_absence',
    ask: (http, { employeeId }) => post(http, 'absences', { employeeId, kind: 'AWAY', ...backwards }),
  },
  removeAbsence: { permission: 'P16_absence', ask: (http, { absenceId }) => post(http, `absences/${absenceId}/remove`) },
  previewTemplate: {
    permission: 'P9_planning',
    ask: (http, { templateId, employeeId }) => post(http, `week-templates/${templateId}/preview`, { ...week, employeeIds: [employeeId] }),
  },
  applyTemplate: {
    permission: 'P9_planning',
    ask: (http, { templateId, employeeId }) =>
      post(http, `week-templates/${templateId}/applications`, { ...week, employeeIds: [employeeId] }),
  },
  undoTemplateApplication: {
    permission: 'P9_planning',
    ask: (http, { applicationId }) => post(http, `template-applications/${applicationId}/undo`),
  },
  readWeekTemplate: { permission: 'P9_templateRead', ask: (http, { templateId }) => http.get(`/api/v1/week-templates/${templateId}`) },
  createWeekTemplate: {
    permission: 'P9_templateWrite',
    ask: (http, { unitId }) =>
      post(http, 'week-templates', { unitId, code: newId(), name: { fi: 'X', sv: 'X', en: 'X' }, cycleWeeks: 1, entries: [] }),
  },
  addWeekTemplateVersion: {
    permission: 'P9_templateWrite',
    ask: (http, { templateId }) => post(http, `week-templates/${templateId}/versions`, { cycleWeeks: 1, entries: [] }),
  },
  readCalendarDay: {
    permission: 'P1_availability',
    ask: (http, { employeeId }) => http.get(`/api/v1/calendar/day?date=2027-03-01&subjectId=${employeeId}`),
  },
  readCalendarWeek: {
    permission: 'P1_availability',
    ask: (http, { employeeId }) => http.get(`/api/v1/calendar/week?date=2027-03-01&employeeId=${employeeId}`),
  },
  findFreeTimes: { permission: 'P1_availability', ask: (http, { typeId }) => http.get(`/api/v1/free-times?appointmentTypeId=${typeId}`) },
  endEmployeeSessions: { permission: 'endSessions', ask: (http, { employeeId }) => post(http, `employees/${employeeId}/end-sessions`) },
};

/** What a list gives of each relation; `key` finds the thing in it. */
const lists: Readonly<Record<string, { readonly permission: keyof typeof table; readonly path: string; key(things: Things): string }>> = {
  listUnits: { permission: 'P1_availability', path: 'units', key: ({ unitId }) => unitId },
  listEmployees: { permission: 'P1_availability', path: 'employees', key: ({ employeeId }) => employeeId },
  listAppointmentTypes: { permission: 'P1_availability', path: 'appointment-types', key: ({ typeId }) => typeId },
  listWeekTemplates: { permission: 'P9_templateRead', path: 'week-templates', key: ({ templateId }) => templateId },
  listEmployeeTasks: { permission: 'P2_reservationRead', path: 'employee-tasks', key: ({ reservationId }) => reservationId },
};

// Decided elsewhere, each by a test of its own: by rows of the same rule, by what is found, or without an object.
const elsewhere = ['listRooms', 'listTeams', 'listWorkPairs', 'findClients', 'createClient', 'watchCalendars', 'extendEmployeeSession'];

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
const operations = operationsOf(buildDocument(t.app));

let people: Readonly<Record<Role, { readonly signIn: () => Promise<TestAgent>; readonly things: Readonly<Record<Relation, Things>> }>>;
let citizen: TestAgent;
let otherServiceId = '';

beforeAll(async () => {
  meetingId = (await otherWorkType().save(t.db)).id;
  const foreignMeeting = await otherWorkType().save({ ...t.db, organisationId: t.db.otherOrganisationId });
  const [here, there] = [await aBookingPlace(t.db, { employees: 5 }), await aBookingPlace(t.db)];
  otherServiceId = there.serviceId;
  const abroad = await aBookingPlace({ ...t.db, organisationId: t.db.otherOrganisationId });
  citizen = await t.signInCitizen((await aClient().save(t.db)).id);
  const [colleague, stranger, foreigner] = [
    await thingsOf(here, 4),
    await thingsOf(there, 0),
    await thingsOf(abroad, 0, t.db.otherOrganisationId, foreignMeeting.id),
  ];
  const made = await Promise.all(
    roles.map(async (role, index) => {
      const [employeeId = ''] = here.employeeIds.slice(index);
      await t.app
        .get(GrantRole, { strict: false })
        .execute(theSystem(t.db.organisationId), { employeeId, role, unitId: here.unitId, validFrom: toLocalDate('2025-01-01') });
      const things = { own: await thingsOf(here, index), 'own unit': colleague, 'other unit': stranger, 'other organisation': foreigner };
      return [role, { signIn: () => t.signInEmployee(employeeId), things }] as const;
    }),
  );
  people = Object.fromEntries(made) as typeof people;
}, 60_000);

const firstOffer = parseInstant('2027-01-04T00:00:00Z');
let hour = 0;

/** Rows as they stand, past the rules that are tested here. */
async function thingsOf(
  place: BookingPlace,
  employee: number,
  organisationId = t.db.organisationId,
  workTypeId = meetingId,
): Promise<Things> {
  const [employeeId = ''] = place.employeeIds.slice(employee);
  const { id: clientId } = await aClient().save(t.db, organisationId);
  const offer = () => place.offer(formatInstant(firstOffer.plus({ hours: (hour += 2) })), { employee });
  const ids = {
    reservationId: newId(),
    taskId: newId(),
    otherWorkId: newId(),
    absenceId: newId(),
    templateId: newId(),
    versionId: newId(),
    applicationId: newId(),
  };
  const at = [`'2027-02-0${1 + (hour % 8)}T08:00Z'`, `'2027-02-0${1 + (hour % 8)}T09:00Z'`].join(', ');
  const insert = (sql: string, values: readonly unknown[]) => t.db.admin.query(sql, [...values]);
  await insert(
    `INSERT INTO reservation (id, organisation_id, appointment_type_id, appointment_type_version_id, service_id, service_task_id, unit_id, employee_id, starts_at, ends_at,
                              mode, status, channel, rule_snapshot, citizen_visibility, messages, booked_by_kind, created_at, updated_at)
     SELECT $1, $2, v.appointment_type_id, v.id, $3, s.service_task_id, $4, $5, ${at}, 'VISIT', 'BOOKED', 'DESK',
            '{"mayMove":true,"mayCancel":true,"cancelDeadlineHours":24,"moveDeadlineHours":24}', 'FULL', 'ON', 'SYSTEM', '2026-11-01Z', '2026-11-01Z'
       FROM appointment_type_version v JOIN service s ON s.id = $3 WHERE v.appointment_type_id = $6 LIMIT 1`,
    [ids.reservationId, organisationId, place.serviceId, place.unitId, employeeId, place.typeId],
  );
  await insert(`INSERT INTO reservation_subject (reservation_id, subject_id, organisation_id, role) VALUES ($1, $2, $3, 'LEAD')`, [
    ids.reservationId,
    employeeId,
    organisationId,
  ]);
  await insert(
    `INSERT INTO reservation_client (id, organisation_id, reservation_id, client_id, role, booker, notify, may_cancel) VALUES ($1, $2, $3, $4, 'CLIENT', true, true, true)`,
    [newId(), organisationId, ids.reservationId, clientId],
  );
  await insert(
    `INSERT INTO employee_task (id, organisation_id, kind, unit_id, employee_id, reservation_id, client_id, created_at) VALUES ($1, $2, 'CANNOT_COME', $3, $4, $5, $6, '2026-11-01Z')`,
    [ids.taskId, organisationId, place.unitId, employeeId, ids.reservationId, clientId],
  );
  await insert(
    `INSERT INTO other_work (id, organisation_id, appointment_type_id, unit_id, employee_ids, starts_at, ends_at, visibility, created_at, updated_at)
     VALUES ($1, $2, $3, $4, ARRAY[$5::uuid], ${at}, 'FULL', '2026-11-01Z', '2026-11-01Z')`,
    [ids.otherWorkId, organisationId, workTypeId, place.unitId, employeeId],
  );
  await insert(
    `INSERT INTO absence (id, organisation_id, employee_id, kind, starts_at, ends_at, created_at) VALUES ($1, $2, $3, 'AWAY', ${at}, '2026-11-01Z')`,
    [ids.absenceId, organisationId, employeeId],
  );
  await insert(
    `INSERT INTO week_template (id, organisation_id, unit_id, code, name, created_at) VALUES ($1, $2, $3, $4, '{"fi":"X","sv":"X","en":"X"}', '2026-11-01Z')`,
    [ids.templateId, organisationId, place.unitId, newId()],
  );
  await insert(
    `INSERT INTO week_template_version (id, organisation_id, week_template_id, version_no, cycle_weeks, created_at) VALUES ($1, $2, $3, 1, 1, '2026-11-01Z')`,
    [ids.versionId, organisationId, ids.templateId],
  );
  await insert(
    `INSERT INTO template_application (id, organisation_id, week_template_version_id, employee_ids, unit_id, from_on, to_on, rotation_start_on, applied_by_kind, applied_at, report)
     VALUES ($1, $2, $3, ARRAY[$4::uuid], $5, '2027-02-01', '2027-02-07', '2024-01-01', 'SYSTEM', '2026-11-01Z', '{}')`,
    [ids.applicationId, organisationId, ids.versionId, employeeId, place.unitId],
  );
  return { employeeId, unitId: place.unitId, typeId: place.typeId, clientId, offer, ...ids };
}

function verdictBy(status: number): Verdict {
  if (status === 403) return 'FORBIDDEN';
  return status === 404 ? 'NOT_FOUND' : 'ALLOWED';
}

describe('who may do what with what (access model, G4)', () => {
  it('is specified for every operation of employees', () => {
    const guarded = operations.filter((operation) => operation.surface === 'EMPLOYEE').map((operation) => operation.id);
    expect([...Object.keys(asked), ...Object.keys(lists), ...elsewhere].sort()).toEqual(guarded.sort());
  });

  // Before anything is asked for that changes what lists show.
  it.each(Object.entries(lists).flatMap(([id, { permission }]) => roles.map((role) => [id, role, permission] as const)))(
    '%s as %s shows what %s lets one know of, and nothing else',
    async (id, role, permission) => {
      const { signIn, things } = people[role];
      const scope = table[permission][role];
      const list = lists[id];
      const answer = await (await signIn()).get(`/api/v1/${list?.path ?? ''}`);
      if (scope === 'never') return expect(answer.status).toBe(403);
      const shown = relations.filter((relation) => answer.text.includes(list?.key(things[relation]) ?? '-'));
      expect(shown).toEqual(relations.filter((relation) => verdictOf(scope, relation) === 'ALLOWED'));
    },
  );

  const cells = Object.entries(asked).flatMap(([id, { permission }]) => roles.map((role) => [id, role, permission] as const));

  it.each(cells)('%s as %s follows %s, for whatever relation', async (id, role, permission) => {
    const { signIn, things } = people[role];
    const scope = table[permission][role];
    const expected: Record<string, Verdict> = {};
    const actual: Record<string, Verdict> = {};
    for (const relation of relations) {
      expected[relation] = verdictOf(scope, relation);
      const answer = await asked[id]?.ask(await signIn(), things[relation]);
      expect([401, 400, 428]).not.toContain(answer?.status);
      expect(answer?.status).toBeLessThan(500);
      actual[relation] = verdictBy(answer?.status ?? 0);
    }
    expect(actual).toEqual(expected);
  });

  it('ends at the services of a grant: what belongs to another one of the same unit does not exist', async () => {
    const things = people.SUPERVISOR.things['own unit'];
    const { http } = await signedInAs(t, 'BOOKING_CLERK', things.unitId, [otherServiceId]);
    const reached: string[] = [];
    for (const [id, { permission, ask }] of Object.entries(asked)) {
      if (!/^P(2|3|5|15|18)_/.test(permission)) continue;
      const { status } = await ask(http, things);
      if (status !== 404) reached.push(`${id}: ${status}`);
    }
    expect(reached).toEqual([]);
    expect((await http.get('/api/v1/employee-tasks')).body).toEqual([]);
  });

  it('ends at the units and services of a grant in one’s own calendar, too: else own times there would bring foreign clients', async () => {
    const reached: string[] = [];
    for (const role of roles) {
      const { signIn, things } = people[role];
      const http = await signIn();
      const [{ employeeId, templateId }, { unitId, typeId }] = [things.own, things['other unit']];
      const apply = { ...week, employeeIds: [employeeId], unitId };
      const tries: Record<string, { readonly status: number }> = {
        offerTimes: await post(http, 'offered-times', {
          employeeId,
          unitId,
          appointmentTypeIds: [typeId],
          startsAt: '2027-03-02T10:00:00Z',
        }),
        addOtherWork: await post(http, 'other-work', { appointmentTypeId: meetingId, unitId, employeeIds: [employeeId], ...forwards }),
        previewTemplate: await post(http, `week-templates/${templateId}/preview`, apply),
        applyTemplate: await post(http, `week-templates/${templateId}/applications`, apply),
        createWeekTemplate: await post(http, 'week-templates', {
          unitId,
          code: newId(),
          name: { fi: 'X', sv: 'X', en: 'X' },
          cycleWeeks: 1,
          entries: [],
        }),
      };
      for (const [id, { status }] of Object.entries(tries))
        if (status !== 403 && status !== 404) reached.push(`${id} as ${role}: ${status}`);
    }
    expect(reached).toEqual([]);
  });

  it.each(['EMPLOYEE', 'SUPERVISOR', 'ADMINISTRATOR'] as const)(
    'lets no %s offer or book times of a service outside the grant',
    async (role) => {
      const { unitId, typeId, offer } = people.EMPLOYEE.things.own;
      const { http, employee } = await signedInAs(t, role, unitId, [otherServiceId]);
      const time = { employeeId: employee.id, unitId, appointmentTypeIds: [typeId], startsAt: '2027-03-02T10:00:00Z' };
      expect((await post(http, 'offered-times', time)).status).toBe(404);
      if (role !== 'EMPLOYEE') {
        const entry = {
          recurrence: 'WEEKLY',
          weekday: 1,
          startsLocal: '09:00',
          endsLocal: '10:00',
          appointmentTypeIds: [typeId],
          audience: 'GENERAL',
        };
        const template = { unitId, code: newId(), name: { fi: 'X', sv: 'X', en: 'X' }, cycleWeeks: 1, entries: [entry] };
        expect((await post(http, 'week-templates', template)).status).toBe(404);
      }
      const offeredTimeId = await offer();
      await t.db.admin.query('UPDATE offered_time SET employee_id = $2 WHERE id = $1', [offeredTimeId, employee.id]);
      expect((await http.get(`/api/v1/offered-times/${offeredTimeId}`)).status).toBe(role === 'ADMINISTRATOR' ? 403 : 404);
    },
  );

  it('lets no role but those who serve clients search or create them', async () => {
    const codes: Record<string, number[]> = {};
    for (const role of roles) {
      const http = await people[role].signIn();
      codes[role] = [
        (await post(http, 'clients/search', { lastName: 'X' })).status,
        (await post(http, 'clients', { firstNames: 'X', lastName: 'X' })).status,
      ];
    }
    expect(codes).toEqual({ EMPLOYEE: [400, 400], BOOKING_CLERK: [400, 400], SUPERVISOR: [400, 400], ADMINISTRATOR: [403, 403] });
  });

  it('is nothing at all on the other surface, and nothing without a session', async () => {
    const reached: string[] = [];
    const someId = newId();
    const employee = await people.SUPERVISOR.signIn();
    for (const { id, method, path, surface } of operations.filter((operation) => operation.surface !== null)) {
      const address = path.replaceAll(/\{\w+\}/g, someId);
      const strangers = { nobody: t.http(), other: surface === 'EMPLOYEE' ? citizen : employee };
      for (const [who, http] of Object.entries(strangers)) {
        const { status } = await http[method.toLowerCase() as 'get'](address);
        if (status !== 401) reached.push(`${id} by ${who}: ${status}`);
      }
    }
    expect(reached).toEqual([]);
  });
});

describe('a citizen', () => {
  const commands = [
    ['get', ''],
    ['get', '/calendar-file'],
    ['post', '/move'],
    ['post', '/cancel'],
    ['post', '/cannot-come'],
  ] as const;

  it.each(commands)('%s %s reaches the own reservation and no other', async (method, command) => {
    const { own, 'other unit': other, 'other organisation': foreign } = people.EMPLOYEE.things;
    const ask = async (clientId: string, { reservationId, offer }: Things): Promise<Verdict> => {
      const request = (await t.signInCitizen(clientId))[method](`/api/v1/citizen/reservations/${reservationId}${command}`);
      if (method === 'get') return verdictBy((await request).status);
      const body = command === '/move' ? { offeredTimeId: await offer(), mode: 'VISIT' } : {};
      return verdictBy((await request.set('Idempotency-Key', newId()).set('If-Match', noSuchVersion).send(body)).status);
    };
    expect(await ask(own.clientId, own)).toBe('ALLOWED');
    expect([await ask(own.clientId, other), await ask(own.clientId, foreign), await ask(other.clientId, own)]).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
  });
});
