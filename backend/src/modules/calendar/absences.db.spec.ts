import { beforeEach, describe, expect, it } from '@jest/globals';
import { interval, ManualClock, newId, parseInstant, type Interval } from '../../kernel/index.ts';
import type { Transactions, Tx } from '../../platform/database/index.ts';
import { eventually, raceWith, testDatabase, testOrganisationId, theSystem, waitingForLocks } from '../../platform/testing/index.ts';
import { aWorkplace, anAllocation, anOfferedTime, calendarOf, type Workplace } from './testing/index.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-23T08:00:00Z'));
const calendar = calendarOf(db, clock);
const { allocations, offeredTimes, addAbsence, removeAbsence } = calendar;
const scope = { organisationId: testOrganisationId };
const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transactions.run(scope, work);
const day = (from: string, to: string): Interval => interval(parseInstant(`2026-11-24T${from}:00Z`), parseInstant(`2026-11-24T${to}:00Z`));

describe('an absence', () => {
  let work: Workplace;
  let anna: string;
  const offer = (startsAt: string): Promise<{ id: string }> =>
    anOfferedTime({ employeeId: anna, unitId: work.unitId, serviceId: work.serviceId, appointmentTypeId: work.typeId, startsAt }).save(db);
  const stateOf = (id: string): Promise<string | undefined> => run(async (tx) => (await offeredTimes.read(tx, id))?.state);
  const add = (span: Interval, by = addAbsence) =>
    by.execute(theSystem(), { employeeId: anna, kind: 'AWAY', startsAt: span.start, endsAt: span.end });
  const busyOf = (span: Interval): Promise<string[]> =>
    run(async (tx) =>
      ((await allocations.busy(tx, [anna], span.start, span.end)).get(anna) ?? []).map(
        (busy) => `${busy.start.toFormat('HH:mm')}–${busy.end.toFormat('HH:mm')} ${busy.kind}`,
      ),
    );

  beforeEach(async () => {
    await db.reset();
    work = await aWorkplace(db);
    anna = work.employeeIds[0] ?? '';
  });

  it('takes every gap between the entries that stand, and withdraws what is open', async () => {
    const [open, outside] = [await offer('2026-11-24T12:00:00Z'), await offer('2026-11-24T15:00:00Z')];
    await anAllocation({ subjectIds: [anna] }).save(db);
    await anAllocation({
      subjectIds: [anna],
      kind: 'HOLD',
      holdExpiresAt: clock.now().plus({ minutes: 5 }),
      from: '2026-11-24T10:00:00Z',
      to: '2026-11-24T11:00:00Z',
    }).save(db);
    expect(await add(day('07:00', '14:00'))).toMatchObject({ withdrawnTimes: 1, reservationsToHandle: 1 });
    expect(await busyOf(day('06:00', '16:00'))).toEqual(['07:00–08:00 ABSENCE', '08:00–09:00 RESERVATION', '09:00–14:00 ABSENCE']);
    expect([await stateOf(open.id), await stateOf(outside.id)]).toEqual(['WITHDRAWN', 'OPEN']);
  });

  it('of three weeks stands in pieces that a look back of 25 hours finds', async () => {
    await add(interval(parseInstant('2026-11-24T00:00:00Z'), parseInstant('2026-12-15T00:00:00Z')));
    expect(await busyOf(interval(parseInstant('2026-12-03T10:00:00Z'), parseInstant('2026-12-03T11:00:00Z')))).toEqual([
      '00:00–00:00 ABSENCE',
    ]);
  });

  it('takes the span that a cancellation frees within it', async () => {
    const booked = await anAllocation({ subjectIds: [anna] }).save(db);
    await add(day('07:00', '14:00'));
    await run(async (tx) => {
      await allocations.lockSubjects(tx, [anna]);
      await allocations.release(tx, booked.sourceId, ['RESERVATION']);
      await offeredTimes.reopen(tx, { subjectIds: [anna], span: booked.span });
    });
    expect(await busyOf(day('06:00', '16:00'))).toEqual(['07:00–08:00 ABSENCE', '08:00–09:00 ABSENCE', '09:00–14:00 ABSENCE']);
  });

  it('gives back what it withdrew when it is removed, but not what another absence covers or somebody withdrew by hand', async () => {
    const [first, second, byHand] = [
      await offer('2026-11-24T08:00:00Z'),
      await offer('2026-11-24T12:00:00Z'),
      await offer('2026-11-24T09:00:00Z'),
    ];
    await calendar.withdrawOfferedTime.execute(theSystem(), byHand.id);
    const long = await add(day('07:00', '14:00'));
    await add(day('11:00', '13:00'));
    await removeAbsence.execute(theSystem(), long.id, 1);
    expect(await Promise.all([first, second, byHand].map((time) => stateOf(time.id)))).toEqual(['OPEN', 'WITHDRAWN', 'WITHDRAWN']);
    expect(await busyOf(day('06:00', '16:00'))).toEqual(['11:00–13:00 ABSENCE']);
    await expect(removeAbsence.execute(theSystem(), long.id, 2)).rejects.toMatchObject({ code: 'ENTRY_REMOVED' });
  });

  it('and bookings at the same moment leave no overlap, no deadlock and no minute of the absence free', async () => {
    for (let round = 0; round < 6; round += 1) {
      const date = `2026-12-0${round + 1}`;
      const span = interval(parseInstant(`${date}T07:00:00Z`), parseInstant(`${date}T14:00:00Z`));
      const times = await Promise.all([8, 9, 10, 11, 12, 13].map((hour) => offer(`${date}T${String(hour).padStart(2, '0')}:00:00Z`)));
      const results = await raceWith(db, 13, async (transactions, rival) => {
        if (rival === 0) return (await add(span, calendarOf({ transactions }, clock).addAbsence)).id;
        return bookOrLose(transactions, times[rival % times.length]?.id ?? '');
      });
      expect(results.filter((result) => result.status === 'rejected')).toEqual([]);
      const busy = await run((tx) => allocations.busy(tx, [anna], span.start, span.end));
      const minutes = (busy.get(anna) ?? []).reduce((sum, entry) => sum + entry.end.diff(entry.start, 'minutes').minutes, 0);
      expect(minutes).toBe(7 * 60);
      const states = await Promise.all(times.map((time) => stateOf(time.id)));
      expect(states.filter((state) => state === 'OPEN')).toEqual([]);
    }
    expect(await db.transactions.system((tx) => allocations.findOverlaps(tx))).toEqual([]);
  });

  it('and a cancellation at the same moment leave the freed time to the absence', async () => {
    for (let round = 0; round < 8; round += 1) {
      const date = `2026-12-0${round + 1}`;
      const time = await offer(`${date}T08:00:00Z`);
      const reservation = await bookOrLose(db.transactions, time.id);
      const span = interval(parseInstant(`${date}T07:00:00Z`), parseInstant(`${date}T10:00:00Z`));
      const results = await raceWith(db, 2, async (transactions, rival) => {
        if (rival === 0) return (await add(span, calendarOf({ transactions }, clock).addAbsence)).id;
        return transactions.run(scope, async (tx) => {
          await allocations.release(tx, reservation, ['RESERVATION']);
          await offeredTimes.giveBack(tx, time.id);
          await offeredTimes.reopen(tx, {
            subjectIds: [anna],
            span: interval(parseInstant(`${date}T08:00:00Z`), parseInstant(`${date}T09:00:00Z`)),
          });
          return '';
        });
      });
      expect(results.filter((result) => result.status === 'rejected')).toEqual([]);
      expect(
        (await run((tx) => allocations.busy(tx, [anna], span.start, span.end))).get(anna)?.every((busy) => busy.kind === 'ABSENCE'),
      ).toBe(true);
      expect(await stateOf(time.id)).not.toBe('OPEN');
    }
  });

  it.each(['the last room', 'a colleague who is needed besides'])(
    'brings times back that %s becomes free for at the same moment',
    async (needed) => {
      const office = await aWorkplace(db, { employees: 2, rooms: 1, type: { roomNeed: 'ALWAYS' } });
      const [lead = '', colleague = ''] = office.employeeIds;
      const subjectIds = needed === 'the last room' ? office.roomIds : [colleague];
      const { unitId, serviceId, typeId: appointmentTypeId } = office;
      const time = await anOfferedTime({
        ...{ employeeId: lead, unitId, serviceId, appointmentTypeId },
        subjects: [{ subjectId: colleague, role: 'EMPLOYEE' }],
      }).save(db);
      const absence = await addAbsence.execute(theSystem(), {
        ...{ employeeId: lead, kind: 'AWAY' },
        ...{ startsAt: time.span.start, endsAt: time.span.end },
      });
      const booked = await anAllocation({ subjectIds }).save(db);
      let removed = false;
      const waitingOrRemoved = async (): Promise<boolean> => removed || (await waitingForLocks(db)) > 0;
      let freed = (): void => undefined;
      const reopened = new Promise<void>((resolve) => (freed = resolve));
      const results = await raceWith(db, 2, async (transactions, rival) => {
        if (rival === 0) {
          return transactions.run(scope, async (tx) => {
            await allocations.lockSubjects(tx, subjectIds);
            await allocations.release(tx, booked.sourceId, ['RESERVATION']);
            await offeredTimes.reopen(tx, { subjectIds, span: booked.span });
            freed();
            // What it has freed is not to be seen until this transaction ends.
            await eventually(async () => expect(await waitingOrRemoved()).toBe(true));
          });
        }
        await reopened;
        await calendarOf({ transactions }, clock).removeAbsence.execute(theSystem(), absence.id, 1);
        removed = true;
      });
      expect(results.filter((result) => result.status === 'rejected')).toEqual([]);
      expect(await stateOf(time.id)).toBe('OPEN');
    },
  );
});

/** A reservation's id, or '' when somebody was faster. */
async function bookOrLose(transactions: Transactions, offeredTimeId: string): Promise<string> {
  const lost = new Error('lost');
  return transactions
    .run(scope, async (tx) => {
      const time = await offeredTimes.read(tx, offeredTimeId);
      if (time === null || time.state !== 'OPEN') throw lost;
      const touched = { subjectIds: [time.employeeId], span: interval(time.startsAt, time.endsAt) };
      const sourceId = newId();
      if (!(await allocations.claim(tx, { ...touched, kind: 'RESERVATION', sourceId }))) throw lost;
      if (!(await offeredTimes.take(tx, time.id, time.version))) throw lost;
      await offeredTimes.blockOverlapping(tx, touched);
      return sourceId;
    })
    .catch((error: Error) => (error === lost ? '' : Promise.reject(error)));
}
