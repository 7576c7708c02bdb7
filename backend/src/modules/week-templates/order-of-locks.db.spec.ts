import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, newId, parseInstant, toLocalDate } from '../../kernel/index.ts';
import type { Transactions } from '../../platform/database/index.ts';
import { eventually, raceWith, testDatabase, testOrganisationId, theSystem, waitingForLocks } from '../../platform/testing/index.ts';
import { anAppointmentType, otherWorkType } from '../appointment-types/testing/index.ts';
import { aWorkplace, anAllocation, calendarOf, type Workplace } from '../calendar/testing/index.ts';
import { aTemplateEntry, templatesOf } from './testing/index.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-23T08:00:00Z'));
const { create, addVersion, apply } = templatesOf(db, clock);
const system = theSystem();

/** A signal from one rival to the other. */
function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

describe('who frees times takes the locks in the order of bookings: subjects before everything else', () => {
  let work: Workplace;
  let [anna, room, templateId, applicationId] = ['', '', '', ''];
  const people = () => ({
    weekTemplateId: templateId,
    employeeIds: [anna],
    fromDate: toLocalDate('2026-11-30'),
    toDate: toLocalDate('2026-12-13'),
  });

  beforeEach(async () => {
    await db.reset();
    work = await aWorkplace(db, { rooms: 1 });
    [anna = '', room = ''] = [work.employeeIds[0], work.roomIds[0]];
    const group = await anAppointmentType({
      serviceId: work.serviceId,
      unitIds: [work.unitId],
      content: { capacity: 12, modes: ['GROUP'] },
    }).save(db);
    const meeting = await otherWorkType().save(db);
    const entries = [
      aTemplateEntry({ appointmentTypeIds: [group.id], roomId: room }),
      aTemplateEntry({ weekday: 2, appointmentTypeIds: [meeting.id], roomId: room }),
      aTemplateEntry({ weekday: 3, appointmentTypeIds: [work.typeId] }),
    ];
    const name = { fi: 'Pohja', sv: 'Mall', en: 'Template' };
    templateId = await create.execute(system, { unitId: work.unitId, code: newId(), name, cycleWeeks: 1, entries });
    ({ applicationId } = await apply.execute(system, people()));
    expect(await claims()).toEqual([
      { kind: 'GROUP', claimed: 4 },
      { kind: 'OTHER_WORK', claimed: 4 },
    ]);
  });

  const claims = (): Promise<unknown[]> =>
    db.admin.query(
      `SELECT kind, count(*)::int AS claimed FROM allocation WHERE kind IN ('GROUP', 'OTHER_WORK') GROUP BY kind ORDER BY kind`,
    );

  const undoing = (transactions: Transactions) => templatesOf({ transactions }, clock).undo.execute(system, applicationId);
  const replacing = async () => {
    const entries = [aTemplateEntry({ weekday: 5, appointmentTypeIds: [work.typeId] })];
    await addVersion.execute(system, { weekTemplateId: templateId, version: 1, cycleWeeks: 1, entries });
    return apply.execute(system, people());
  };
  const withdrawing = async (transactions: Transactions) => {
    const [group] = await db.admin.query(`SELECT id FROM offered_time WHERE capacity > 1 ORDER BY starts_at LIMIT 1`);
    return calendarOf({ transactions }, clock).withdrawOfferedTime.execute(system, group.id);
  };

  it.each([
    ['undoing a template', 'employee', undoing],
    ['undoing a template', 'room', undoing],
    ['applying its next version', 'employee', replacing],
    ['applying its next version', 'room', replacing],
    ['withdrawing a group', 'employee', withdrawing],
    ['withdrawing a group', 'room', withdrawing],
  ])('%s waits for a cancellation with the same %s, and holds nothing that it needs', async (_, whom, change) => {
    const subjectIds = [whom === 'employee' ? anna : room];
    const booked = await anAllocation({ subjectIds, from: '2026-12-02T07:00:00Z', to: '2026-12-02T08:00:00Z' }).save(db);
    await db.admin.query(`UPDATE offered_time SET state = 'BLOCKED' WHERE starts_at = '2026-12-02T07:00:00Z'`);
    const [locked, done] = [signal(), [] as string[]];
    const results = await raceWith(db, 2, async (transactions, rival) => {
      if (rival === 0) {
        const { allocations, offeredTimes } = calendarOf({ transactions }, clock);
        await transactions.run({ organisationId: testOrganisationId }, async (tx) => {
          await allocations.lockSubjects(tx, subjectIds);
          done.push('subjects locked');
          locked.give();
          await eventually(async () => expect(await waitingForLocks(db)).toBe(1));
          await tx.query(`SET LOCAL lock_timeout = '500ms'`);
          await allocations.release(tx, booked.sourceId, ['RESERVATION']);
          await offeredTimes.reopen(tx, { subjectIds, span: booked.span });
          await tx.query('SELECT id FROM offered_time ORDER BY id FOR UPDATE');
          // Told before its locks go: after the commit the other one may be heard of first.
          done.push('cancelled');
        });
      } else {
        await locked.given;
        await change(transactions);
        done.push('changed');
      }
    });
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(done).toEqual(['subjects locked', 'cancelled', 'changed']);
  });
});
