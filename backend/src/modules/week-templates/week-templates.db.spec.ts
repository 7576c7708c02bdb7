import { beforeEach, describe, expect, it } from '@jest/globals';
import { interval, ManualClock, newId, parseInstant, toLocalDate, toLocalTime } from '../../kernel/index.ts';
import { testDatabase, testOrganisationId, theSystem } from '../../platform/testing/index.ts';
import { anAppointmentType, otherWorkType } from '../appointment-types/testing/index.ts';
import { aWorkplace, anAllocation, type Workplace } from '../calendar/testing/index.ts';
import { anEmployee, staffOf } from '../staff/testing/index.ts';
import { aTemplateEntry, templatesOf } from './testing/index.ts';
import type { TemplateEntryContent } from './week-template-types.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-23T08:00:00Z'));
const { calendar, create, addVersion, preview, apply, undo } = templatesOf(db, clock);
const system = theSystem();
const scope = { organisationId: testOrganisationId };

interface Row {
  readonly starts: string;
  readonly state: string;
  readonly because: string | null;
  readonly type: string;
  readonly application: string | null;
}

const rowsOf = (employeeId: string): Promise<Row[]> =>
  db.admin.query(
    `SELECT to_char(starts_at AT TIME ZONE 'Europe/Helsinki', 'DD.MM. HH24:MI') AS starts, state, withdrawn_because AS because,
            appointment_type_id AS type, template_application_id AS application
       FROM offered_time WHERE employee_id = $1 ORDER BY starts_at, appointment_type_id`,
    [employeeId],
  );
const contentOf = async (employeeId: string): Promise<unknown[]> =>
  (await rowsOf(employeeId)).map(({ starts, state, because, type }) => ({ starts, state, because, type }));

describe('applying a week template', () => {
  let work: Workplace;
  let meetingId: string;
  let anna: string;

  beforeEach(async () => {
    await db.reset();
    clock.set(parseInstant('2026-11-23T08:00:00Z'));
    work = await aWorkplace(db);
    anna = work.employeeIds[0] ?? '';
    meetingId = (await otherWorkType().save(db)).id;
  });

  const template = (entries: readonly TemplateEntryContent[]): Promise<string> =>
    create.execute(system, {
      unitId: work.unitId,
      code: newId(),
      name: { fi: 'Pohja', sv: 'Mall', en: 'Template' },
      cycleWeeks: 1,
      entries,
    });
  const twoWeeks = (weekTemplateId: string) => ({
    weekTemplateId,
    employeeIds: [anna],
    fromDate: toLocalDate('2026-11-30'),
    toDate: toLocalDate('2026-12-13'),
  });
  const client = (given: Partial<Parameters<typeof aTemplateEntry>[0]> = {}): TemplateEntryContent =>
    aTemplateEntry({ appointmentTypeIds: [work.typeId], ...given });

  it('offers each entry on each of its days, once however often it is applied', async () => {
    const id = await template([client(), client({ weekday: 3, startsLocal: '12:30', endsLocal: '13:30' })]);
    const first = await apply.execute(system, twoWeeks(id));
    expect(first.report).toMatchObject({ created: 4, unchanged: 0, skippedCount: 0 });
    expect((await rowsOf(anna)).map((row) => row.starts)).toEqual(['30.11. 09:00', '02.12. 12:30', '07.12. 09:00', '09.12. 12:30']);
    const again = await apply.execute(system, twoWeeks(id));
    expect(again.report).toMatchObject({ created: 0, revived: 0, unchanged: 4 });
    expect(await rowsOf(anna)).toHaveLength(4);
  });

  it('and undoing it and applying it again is as applying it', async () => {
    const id = await template([
      client(),
      aTemplateEntry({ weekday: 2, appointmentTypeIds: [meetingId] }),
      client({ weekday: 2, startsLocal: '09:30', endsLocal: '10:30' }),
    ]);
    const first = await apply.execute(system, twoWeeks(id));
    const applied = await contentOf(anna);
    expect(applied).toHaveLength(4);
    expect(await undo.execute(system, first.applicationId)).toEqual({ withdrawn: 4, otherWorkRemoved: 2 });
    expect((await rowsOf(anna)).map((row) => [row.state, row.because])).toEqual(Array(4).fill(['WITHDRAWN', 'UNDO']));
    await expect(undo.execute(system, first.applicationId)).rejects.toMatchObject({ code: 'APPLICATION_UNDONE' });
    const second = await apply.execute(system, twoWeeks(id));
    expect(second.report).toMatchObject({ created: 2, revived: 4, blocked: 2 });
    expect(await contentOf(anna)).toEqual(applied);
  });

  it('brings back neither a time nor a meeting that somebody took away by hand', async () => {
    const id = await template([client(), aTemplateEntry({ weekday: 2, appointmentTypeIds: [meetingId] })]);
    const first = await apply.execute(system, twoWeeks(id));
    const [time] = await db.admin.query(`SELECT id FROM offered_time ORDER BY starts_at LIMIT 1`);
    const [meeting] = await db.admin.query(`SELECT id FROM other_work ORDER BY starts_at LIMIT 1`);
    await calendar.withdrawOfferedTime.execute(system, time.id);
    await calendar.removeOtherWork.execute(system, meeting.id, 1);
    await apply.execute(system, twoWeeks(id));
    await undo.execute(system, first.applicationId);
    await apply.execute(system, twoWeeks(id));
    expect((await rowsOf(anna)).map((row) => row.state)).toEqual(['WITHDRAWN', 'OPEN']);
    expect(await db.admin.query(`SELECT count(*)::int AS count FROM allocation WHERE kind = 'OTHER_WORK'`)).toEqual([{ count: 1 }]);
  });

  it('keeps what is booked when it is undone or replaced by a new version', async () => {
    const id = await template([client(), client({ weekday: 2 })]);
    await apply.execute(system, twoWeeks(id));
    const [booked] = await db.admin.query(`SELECT id, version FROM offered_time ORDER BY starts_at LIMIT 1`);
    await db.transactions.run(scope, async (tx) => {
      const span = interval(parseInstant('2026-11-30T07:00:00Z'), parseInstant('2026-11-30T08:00:00Z'));
      await calendar.allocations.claim(tx, { subjectIds: [anna], span, kind: 'RESERVATION', sourceId: newId() });
      await calendar.offeredTimes.take(tx, booked.id, booked.version);
    });
    const longer = [client({ endsLocal: '10:15' }), client({ weekday: 4, startsLocal: '12:00', endsLocal: '13:15' })];
    await addVersion.execute(system, { weekTemplateId: id, version: 1, cycleWeeks: 1, entries: longer });
    const { report } = await apply.execute(system, twoWeeks(id));
    expect(report).toMatchObject({ replaced: 3, revived: 1, created: 2, unchanged: 1 });
    const rows = await db.admin.query(
      `SELECT to_char(starts_at AT TIME ZONE 'Europe/Helsinki', 'DD.MM. HH24:MI') AS starts, to_char(ends_at - starts_at, 'HH24:MI') AS length, state FROM offered_time ORDER BY starts_at`,
    );
    expect(rows).toEqual([
      { starts: '30.11. 09:00', length: '01:00', state: 'FULL' },
      { starts: '01.12. 09:00', length: '01:00', state: 'WITHDRAWN' },
      { starts: '03.12. 12:00', length: '01:15', state: 'OPEN' },
      { starts: '07.12. 09:00', length: '01:15', state: 'OPEN' },
      { starts: '08.12. 09:00', length: '01:00', state: 'WITHDRAWN' },
      { starts: '10.12. 12:00', length: '01:15', state: 'OPEN' },
    ]);
  });

  it('offers a time of several types as rows of one block', async () => {
    const other = await anAppointmentType({ serviceId: work.serviceId, unitIds: [work.unitId] }).save(db);
    await apply.execute(system, {
      ...twoWeeks(await template([client({ appointmentTypeIds: [work.typeId, other.id] })])),
      toDate: toLocalDate('2026-11-30'),
    });
    const blocks = await db.admin.query(`SELECT block_id, count(*)::int AS rows FROM offered_time GROUP BY block_id`);
    expect(blocks).toMatchObject([{ rows: 2 }]);
  });

  it('covers what overlaps with other work, names the meetings that do not fit, and covers what is offered already', async () => {
    await anAllocation({ subjectIds: [anna], from: '2026-12-01T07:00:00Z', to: '2026-12-01T08:00:00Z' }).save(db);
    await apply.execute(system, twoWeeks(await template([client({ weekday: 2, startsLocal: '10:00', endsLocal: '11:00' })])));
    const { report } = await apply.execute(
      system,
      twoWeeks(await template([aTemplateEntry({ weekday: 2, endsLocal: '10:30', appointmentTypeIds: [meetingId] })])),
    );
    expect(report).toMatchObject({
      created: 1,
      conflicts: [{ employeeId: anna, appointmentTypeId: meetingId, startsAt: '2026-12-01T07:00:00.000Z' }],
    });
    expect((await rowsOf(anna)).map((row) => [row.starts, row.state])).toEqual([
      ['01.12. 10:00', 'OPEN'],
      ['08.12. 10:00', 'BLOCKED'],
    ]);
  });

  it('leaves out absences, hours outside work and what has begun, and previews the same', async () => {
    await calendar.addAbsence.execute(system, {
      employeeId: anna,
      kind: 'LEAVE',
      startsAt: parseInstant('2026-11-30T00:00:00Z'),
      endsAt: parseInstant('2026-12-01T00:00:00Z'),
    });
    clock.set(parseInstant('2026-12-02T12:00:00Z'));
    const id = await template([client(), client({ weekday: 3 }), client({ weekday: 4, startsLocal: '15:30', endsLocal: '16:30' })]);
    const shown = await preview.execute(system, twoWeeks(id));
    expect(shown).toMatchObject({ offeredTimes: 2, past: 1, skippedCount: 3 });
    expect(shown.skipped.map((skip) => [skip.date, skip.reason])).toEqual([
      ['2026-11-30', 'ABSENCE'],
      ['2026-12-03', 'NOT_WORKING'],
      ['2026-12-10', 'NOT_WORKING'],
    ]);
    expect((await apply.execute(system, twoWeeks(id))).report).toMatchObject({ created: 2, past: 1, skippedCount: 3 });
  });

  it('publishes a group with its people, and names it when they are busy', async () => {
    const group = await anAppointmentType({
      serviceId: work.serviceId,
      unitIds: [work.unitId],
      content: { capacity: 12, modes: ['GROUP'] },
    }).save(db);
    await anAllocation({ subjectIds: [anna], from: '2026-12-07T07:00:00Z', to: '2026-12-07T08:00:00Z' }).save(db);
    const id = await template([client({ appointmentTypeIds: [group.id] })]);
    const first = await apply.execute(system, twoWeeks(id));
    expect(first.report).toMatchObject({ created: 1, conflicts: [{ startsAt: '2026-12-07T07:00:00.000Z' }] });
    await undo.execute(system, first.applicationId);
    expect(await db.admin.query(`SELECT count(*)::int AS count FROM allocation WHERE kind = 'GROUP'`)).toEqual([{ count: 0 }]);
    expect((await apply.execute(system, twoWeeks(id))).report).toMatchObject({ revived: 1 });
    expect(await db.admin.query(`SELECT count(*)::int AS count FROM allocation WHERE kind = 'GROUP'`)).toEqual([{ count: 1 }]);
  });

  it('refuses an entry whose type is not given at the unit, and one that mixes client times with other work', async () => {
    await expect(template([client({ appointmentTypeIds: [newId()] })])).rejects.toMatchObject({
      code: 'TEMPLATE_ENTRY_INVALID',
      params: { reason: 'TYPE_NOT_IN_USE' },
    });
    await expect(template([client({ appointmentTypeIds: [work.typeId, meetingId] })])).rejects.toMatchObject({
      params: { reason: 'MIXED_TYPES' },
    });
  });

  it('takes many people by chunks', async () => {
    const employeeIds = [anna];
    for (let made = 0; made < 24; made += 1)
      employeeIds.push((await anEmployee({ homeUnitId: work.unitId, week: { startsLocal: toLocalTime('08:00') } }).save(db)).id);
    const { report } = await apply.execute(system, { ...twoWeeks(await template([client()])), employeeIds });
    expect(report).toMatchObject({ created: 50, skippedCount: 0 });
  });

  it('offers a pair’s time once, even when so many people come between the two that they are planned apart', async () => {
    const people: string[] = [];
    for (let made = 0; made < 21; made += 1) people.push((await anEmployee({ homeUnitId: work.unitId }).save(db)).id);
    const [lead = '', partner = ''] = [people[0], people[20]];
    await staffOf(db, clock).createWorkPair.execute(system, {
      unitId: work.unitId,
      employeeIds: [lead, partner],
      validFrom: toLocalDate('2026-12-07'),
    });
    const { id: typeId } = await anAppointmentType({ serviceId: work.serviceId, unitIds: [work.unitId], content: { staffCount: 2 } }).save(
      db,
    );
    const weekTemplateId = await template([client({ appointmentTypeIds: [typeId] })]);
    const { report } = await apply.execute(system, { ...twoWeeks(weekTemplateId), employeeIds: people });
    expect(await db.admin.query('SELECT employee_id FROM offered_time')).toEqual([{ employee_id: lead }]);
    expect(report).toMatchObject({ created: 1, skippedCount: 40 });
    expect(new Set(report.skipped.map(({ reason }) => reason))).toEqual(new Set(['NO_PAIR']));
  });
});
