import { beforeEach, describe, expect, it } from '@jest/globals';
import { interval, ManualClock, newId, parseInstant, type Interval } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { raceWith, testDatabase, testOrganisationId, theSystem } from '../../platform/testing/index.ts';
import { anAppointmentType, otherWorkType } from '../appointment-types/testing/index.ts';
import type { OfferedTimeState } from './calendar-types.ts';
import { aWorkplace, anAllocation, anOfferedTime, calendarOf, type Workplace } from './testing/index.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-23T08:00:00Z'));
const calendar = calendarOf(db, clock);
const { allocations, offeredTimes } = calendar;
const scope = { organisationId: testOrganisationId };
const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transactions.run(scope, work);
const at = (from: string, to: string): Interval => interval(parseInstant(`2026-11-24T${from}:00Z`), parseInstant(`2026-11-24T${to}:00Z`));

const stateOf = (id: string): Promise<OfferedTimeState | undefined> => run(async (tx) => (await offeredTimes.read(tx, id))?.state);

/** Steps 3 to 6 of a booking; gives the reservation. */
async function book(offeredTimeId: string, roomIds: readonly string[] = []): Promise<string> {
  return run(async (tx) => {
    const time = await offeredTimes.read(tx, offeredTimeId);
    if (time === null) throw new Error('gone');
    const span = interval(time.startsAt, time.endsAt);
    const subjectIds = [time.employeeId, ...time.subjects.map((subject) => subject.subjectId), ...roomIds];
    const sourceId = newId();
    await allocations.dropExpiredHolds(tx, subjectIds, span, clock.now());
    if (time.capacity === 1 && !(await allocations.claim(tx, { subjectIds, span, kind: 'RESERVATION', sourceId })))
      throw new Error('taken');
    if (!(await offeredTimes.take(tx, time.id, time.version))) throw new Error('changed');
    if (time.capacity === 1) await offeredTimes.blockOverlapping(tx, { subjectIds, span });
    return sourceId;
  });
}

async function cancel(reservationId: string, offeredTimeId: string, subjectIds: readonly string[], span: Interval): Promise<void> {
  await run(async (tx) => {
    await allocations.lockSubjects(tx, subjectIds);
    await allocations.release(tx, reservationId, ['RESERVATION']);
    await offeredTimes.giveBack(tx, offeredTimeId);
    await offeredTimes.reopen(tx, { subjectIds, span });
  });
}

describe('offered times', () => {
  let work: Workplace;
  let anna: string;
  const offer = (given: Partial<Parameters<typeof anOfferedTime>[0]> = {}): Promise<{ id: string }> =>
    anOfferedTime({ employeeId: anna, unitId: work.unitId, serviceId: work.serviceId, appointmentTypeId: work.typeId, ...given }).save(db);

  beforeEach(async () => {
    await db.reset();
    clock.set(parseInstant('2026-11-23T08:00:00Z'));
    work = await aWorkplace(db, { employees: 2, rooms: 1 });
    anna = work.employeeIds[0] ?? '';
  });

  describe('when one is booked', () => {
    it('blocks the other types of its block and whatever else overlaps, and nothing that touches', async () => {
      const other = await anAppointmentType({ serviceId: work.serviceId, unitIds: [work.unitId] }).save(db);
      const booked = await offer();
      const sibling = await offer({ appointmentTypeId: other.id });
      const overlapping = await offer({ startsAt: '2026-11-24T08:30:00Z' });
      const touching = await offer({ startsAt: '2026-11-24T09:00:00Z' });
      await book(booked.id);
      expect(await Promise.all([booked, sibling, overlapping, touching].map((time) => stateOf(time.id)))).toEqual([
        'FULL',
        'BLOCKED',
        'BLOCKED',
        'OPEN',
      ]);
    });

    it('blocks by the buffers of the types', async () => {
      const buffered = await anAppointmentType({
        serviceId: work.serviceId,
        unitIds: [work.unitId],
        content: { bufferBeforeMinutes: 15 },
      }).save(db);
      const booked = await offer();
      const next = await offer({ appointmentTypeId: buffered.id, startsAt: '2026-11-24T09:00:00Z', bufferBeforeMinutes: 15 });
      await book(booked.id);
      expect(await stateOf(next.id)).toBe('BLOCKED');
    });

    it('blocks the times of whom it needs besides its lead', async () => {
      const [, bo = ''] = work.employeeIds;
      const pair = await offer({ subjects: [{ subjectId: bo, role: 'EMPLOYEE' }] });
      const ofBo = await offer({ employeeId: bo });
      await book(ofBo.id);
      expect(await stateOf(pair.id)).toBe('BLOCKED');
    });

    it('is taken once, however many try, and not at a version that has changed', async () => {
      const time = await offer();
      const results = await raceWith(db, 16, (transactions) => transactions.run(scope, (tx) => offeredTimes.take(tx, time.id, 1)));
      expect(results.filter((result) => result.status === 'fulfilled' && result.value)).toHaveLength(1);
      const changed = await offer({ startsAt: '2026-11-24T12:00:00Z' });
      expect(await run((tx) => offeredTimes.take(tx, changed.id, 2))).toBe(false);
    });

    it('is open again when it is cancelled, with all that it had blocked, unless somebody else is in the way', async () => {
      const booked = await offer();
      const early = await offer({ startsAt: '2026-11-24T07:30:00Z' });
      const late = await offer({ startsAt: '2026-11-24T08:30:00Z' });
      const reservation = await book(booked.id);
      await anAllocation({ subjectIds: [anna], kind: 'OTHER_WORK', from: '2026-11-24T09:00:00Z', to: '2026-11-24T10:00:00Z' }).save(db);
      await cancel(reservation, booked.id, [anna], at('08:00', '09:00'));
      expect(await Promise.all([booked, early, late].map((time) => stateOf(time.id)))).toEqual(['OPEN', 'OPEN', 'BLOCKED']);
    });

    it('shows again what two cancellations at the same moment have freed together', async () => {
      const middle = await offer({ startsAt: '2026-11-24T08:30:00Z' });
      const [first, second] = [await offer(), await offer({ startsAt: '2026-11-24T09:00:00Z' })];
      for (let round = 0; round < 8; round += 1) {
        const made = [await book(first.id), await book(second.id)];
        expect(await stateOf(middle.id)).toBe('BLOCKED');
        const results = await raceWith(db, 2, (transactions, rival) =>
          transactions.run(scope, async (tx) => {
            await allocations.release(tx, made[rival] ?? '', ['RESERVATION']);
            await offeredTimes.giveBack(tx, rival === 0 ? first.id : second.id);
            await offeredTimes.reopen(tx, { subjectIds: [anna], span: rival === 0 ? at('08:00', '09:00') : at('09:00', '10:00') });
          }),
        );
        expect(results.filter((result) => result.status === 'rejected')).toEqual([]);
        expect(await stateOf(middle.id)).toBe('OPEN');
      }
    });
  });

  describe('when their type needs a room', () => {
    beforeEach(async () => {
      work = await aWorkplace(db, { employees: 2, rooms: 1, type: { roomNeed: 'VISIT' } });
      anna = work.employeeIds[0] ?? '';
    });

    it('lets two moves that free different rooms of one office come one after the other, instead of into a deadlock', async () => {
      work = await aWorkplace(db, { employees: 2, rooms: 2, type: { roomNeed: 'VISIT', roomMinCapacity: 1 } });
      const wanted: string[] = [];
      for (const employeeId of work.employeeIds) {
        wanted.push((await offer({ employeeId, unitId: work.unitId, serviceId: work.serviceId, appointmentTypeId: work.typeId })).id);
      }
      // As the search has them when they overlap with what each move is about to give up.
      await db.admin.query(`UPDATE offered_time SET state = 'BLOCKED' WHERE id = ANY ($1::uuid[])`, [wanted]);
      let attempts = 0;
      const results = await raceWith(db, 2, (transactions, rival) =>
        transactions.run(scope, async (tx) => {
          attempts += 1;
          const subjectIds = [work.employeeIds[rival] ?? '', work.roomIds[rival] ?? ''];
          await allocations.lockSubjects(tx, subjectIds);
          await offeredTimes.refresh(tx, [wanted[rival] ?? '']);
          // Long enough for the other one to be just as far, if anything lets it.
          await tx.query('SELECT pg_sleep(0.3)');
          await offeredTimes.reopen(tx, { subjectIds, span: at('08:00', '09:00') });
        }),
      );
      expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled']);
      // A deadlock would have been tried again.
      expect(attempts).toBe(2);
    });

    it('blocks the times of the whole unit when the last room is taken, and opens them when it is freed', async () => {
      const [, bo = ''] = work.employeeIds;
      const [annas, bos] = [await offer(), await offer({ employeeId: bo, startsAt: '2026-11-24T08:30:00Z' })];
      const reservation = await book(annas.id, work.roomIds);
      expect(await stateOf(bos.id)).toBe('BLOCKED');
      await cancel(reservation, annas.id, [anna, ...work.roomIds], at('08:00', '09:00'));
      expect(await stateOf(bos.id)).toBe('OPEN');
    });

    it('is not on offer from the first when the only room is busy', async () => {
      await anAllocation({ subjectIds: work.roomIds }).save(db);
      expect(await stateOf((await offer()).id)).toBe('BLOCKED');
    });

    it('proposes the smallest room that suits, and none that is busy', async () => {
      const { unitId, roomIds } = await aWorkplace(db, { rooms: 3 });
      await anAllocation({ subjectIds: [roomIds[1] ?? ''] }).save(db);
      const free = (seats: number): Promise<string[]> =>
        run((tx) => calendar.rooms.free(tx, unitId, { minCapacity: seats, features: [] }, at('08:00', '09:00'), clock.now()));
      expect(await free(4)).toEqual([roomIds[0], roomIds[2]]);
      expect(await free(5)).toEqual([roomIds[2]]);
      expect(await free(7)).toEqual([]);
    });
  });

  describe('when one is held', () => {
    it('hides it and what overlaps until the hold ends, and then no longer', async () => {
      const [time, overlapping] = [await offer(), await offer({ startsAt: '2026-11-24T08:30:00Z' })];
      const until = clock.now().plus({ minutes: 10 });
      const hold = await anAllocation({ subjectIds: [anna], kind: 'HOLD', holdExpiresAt: until }).save(db);
      const touched = { subjectIds: [anna], span: at('08:00', '09:00') };
      const heldUntil = (id: string): Promise<string | undefined> =>
        run(async (tx) => (await offeredTimes.read(tx, id))?.heldUntil?.toISO());
      await run((tx) => offeredTimes.holdHint(tx, { ...touched, until }));
      expect([await heldUntil(time.id), await heldUntil(overlapping.id)]).toEqual([until.toISO(), until.toISO()]);
      await run(async (tx) => {
        await allocations.release(tx, hold.sourceId, ['HOLD']);
        await offeredTimes.clearHoldHint(tx, touched);
      });
      expect([await heldUntil(time.id), await heldUntil(overlapping.id)]).toEqual([undefined, undefined]);
    });
  });

  describe('a group', () => {
    it('makes its people busy when it is published, and counts its places exactly', async () => {
      const group = await offer({ capacity: 3 });
      const overlapping = await offer({ startsAt: '2026-11-24T08:30:00Z' });
      expect(await stateOf(overlapping.id)).toBe('BLOCKED');
      const results = await raceWith(db, 16, (transactions) => transactions.run(scope, (tx) => offeredTimes.take(tx, group.id, 1)));
      expect(results.filter((result) => result.status === 'fulfilled' && result.value)).toHaveLength(3);
      expect(await stateOf(group.id)).toBe('FULL');
      await run((tx) => offeredTimes.giveBack(tx, group.id));
      expect(await stateOf(group.id)).toBe('OPEN');
    });

    it('is not published over a booking, and frees its people when it is withdrawn', async () => {
      const booked = await offer();
      const reservation = await book(booked.id);
      await expect(offer({ capacity: 3, startsAt: '2026-11-24T08:30:00Z' })).rejects.toThrow('busy');
      await cancel(reservation, booked.id, [anna], at('08:00', '09:00'));
      const group = await offer({ capacity: 3, startsAt: '2026-11-24T08:30:00Z' });
      await run((tx) => offeredTimes.withdraw(tx, [group.id], 'HAND'));
      expect(await stateOf(booked.id)).toBe('OPEN');
    });
  });

  it('cannot be withdrawn once somebody has booked it, and stays away when it was', async () => {
    const [booked, withdrawn] = [await offer(), await offer({ startsAt: '2026-11-24T12:00:00Z' })];
    await book(booked.id);
    await expect(calendar.withdrawOfferedTime.execute(theSystem(), booked.id)).rejects.toMatchObject({ code: 'TIME_ALREADY_TAKEN' });
    await calendar.withdrawOfferedTime.execute(theSystem(), withdrawn.id);
    expect(await stateOf(withdrawn.id)).toBe('WITHDRAWN');
    await run((tx) => offeredTimes.reopen(tx, { subjectIds: [anna], span: at('12:00', '13:00') }));
    expect(await stateOf(withdrawn.id)).toBe('WITHDRAWN');
  });

  it('leaves the search when its start has passed', async () => {
    const [past, coming] = [await offer(), await offer({ startsAt: '2026-11-25T08:00:00Z' })];
    clock.set(parseInstant('2026-11-25T00:00:00Z'));
    expect(await calendar.expireOfferedTimes.execute()).toBe(1);
    expect([await stateOf(past.id), await stateOf(coming.id)]).toEqual(['EXPIRED', 'OPEN']);
  });

  it('covers what is offered with other work, and shows it again when the work is removed', async () => {
    const time = await offer();
    const meeting = await otherWorkType().save(db);
    const request = {
      appointmentTypeId: meeting.id,
      unitId: work.unitId,
      employeeIds: work.employeeIds,
      startsAt: at('08:30', '09:30').start,
      endsAt: at('08:30', '09:30').end,
    };
    const id = await calendar.addOtherWork.execute(theSystem(), request);
    expect(await stateOf(time.id)).toBe('BLOCKED');
    await expect(calendar.addOtherWork.execute(theSystem(), request)).rejects.toMatchObject({ code: 'CALENDAR_BUSY' });
    await calendar.removeOtherWork.execute(theSystem(), id, 1);
    expect(await stateOf(time.id)).toBe('OPEN');
    await expect(calendar.removeOtherWork.execute(theSystem(), id, 2)).rejects.toMatchObject({ code: 'ENTRY_REMOVED' });
  });
});
