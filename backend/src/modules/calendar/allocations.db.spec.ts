import { afterEach, describe, expect, it } from '@jest/globals';
import { interval, newId, parseInstant, type Interval } from '../../kernel/index.ts';
import type { Transactions } from '../../platform/database/index.ts';
import { raceWith, testDatabase, testOrganisationId } from '../../platform/testing/index.ts';
import { Allocations } from './allocations.repository.ts';
import { aWorkplace, anAllocation } from './testing/index.ts';

const db = await testDatabase();
const allocations = new Allocations();
const scope = { organisationId: testOrganisationId };
const at = (from: string, to: string): Interval => interval(parseInstant(`2026-11-24T${from}:00Z`), parseInstant(`2026-11-24T${to}:00Z`));
const now = parseInstant('2026-11-23T08:00:00Z');

/** Claims or rolls back, as a booking does. */
async function tryToClaim(transactions: Transactions, subjectIds: readonly string[], span: Interval): Promise<boolean> {
  return transactions
    .run(scope, async (tx) => {
      await allocations.dropExpiredHolds(tx, subjectIds, span, now);
      if (!(await allocations.claim(tx, { subjectIds, span, kind: 'RESERVATION', sourceId: newId() }))) throw new Error('taken');
      return true;
    })
    .catch((error: Error) => {
      if (error.message !== 'taken') throw error;
      return false;
    });
}

function winnersOf(results: readonly PromiseSettledResult<boolean>[]): number {
  const failed = results.filter((result) => result.status === 'rejected');
  expect(failed).toEqual([]);
  return results.filter((result) => result.status === 'fulfilled' && result.value).length;
}

describe('claims', () => {
  afterEach(async () => {
    expect(await db.transactions.system((tx) => allocations.findOverlaps(tx))).toEqual([]);
    await db.reset();
  });

  it('lets exactly one of 32 rivals have an employee at a moment', async () => {
    const { employeeIds } = await aWorkplace(db);
    expect(winnersOf(await raceWith(db, 32, (transactions) => tryToClaim(transactions, employeeIds, at('08:00', '09:00'))))).toBe(1);
  });

  it('neither deadlocks nor double books when rivals want pairs and rooms in every order', async () => {
    const { employeeIds, roomIds } = await aWorkplace(db, { employees: 3, rooms: 2 });
    const [anna = '', bo = '', cia = ''] = employeeIds;
    const [small = '', large = ''] = roomIds;
    const wishes = [[anna, bo], [bo, anna], [bo, cia, small], [small, cia, bo], [cia, anna, large], [large, small, anna], [anna], [small]];
    for (let round = 0; round < 5; round += 1) {
      const span = at(`${10 + round}:00`, `${10 + round}:45`);
      const results = await raceWith(db, 32, (transactions, rival) => tryToClaim(transactions, wishes[rival % wishes.length] ?? [], span));
      expect(winnersOf(results)).toBeGreaterThanOrEqual(1);
    }
    const [{ deadlocks }] = await db.admin.query(`SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()`);
    expect(deadlocks).toBe(0);
  });

  it('lets partly overlapping rivals have one, and touching ones both', async () => {
    const { employeeIds } = await aWorkplace(db);
    expect(
      winnersOf(
        await raceWith(db, 2, (transactions, rival) =>
          tryToClaim(transactions, employeeIds, rival === 0 ? at('08:00', '09:30') : at('09:00', '10:00')),
        ),
      ),
    ).toBe(1);
    expect(
      winnersOf(
        await raceWith(db, 2, (transactions, rival) =>
          tryToClaim(transactions, employeeIds, rival === 0 ? at('12:00', '13:00') : at('13:00', '14:00')),
        ),
      ),
    ).toBe(2);
  });

  it('gives nobody a part of what they need', async () => {
    const { employeeIds, roomIds } = await aWorkplace(db, { rooms: 1 });
    await anAllocation({ subjectIds: roomIds }).save(db);
    expect(await tryToClaim(db.transactions, [...employeeIds, ...roomIds], at('08:00', '09:00'))).toBe(false);
    const busy = await db.transactions.run(scope, (tx) => allocations.busy(tx, employeeIds, now, now.plus({ days: 2 })));
    expect([...busy.values()]).toEqual([[]]);
  });

  it('moves onto a span that overlaps its own old one', async () => {
    const { employeeIds } = await aWorkplace(db);
    const own = await anAllocation({ subjectIds: employeeIds }).save(db);
    const moved = await db.transactions.run(scope, async (tx) => {
      await allocations.lockSubjects(tx, employeeIds);
      await allocations.release(tx, own.sourceId, ['RESERVATION']);
      return allocations.claim(tx, { ...own, span: at('08:30', '09:30') });
    });
    expect(moved).toBe(true);
  });

  it('swaps the times of two reservations that move at once, or leaves both, without a deadlock', async () => {
    const { employeeIds } = await aWorkplace(db, { employees: 2 });
    const [first, second] = [at('08:00', '09:00'), at('10:00', '11:00')];
    const moving = [
      await anAllocation({ subjectIds: employeeIds }).save(db),
      await anAllocation({ subjectIds: employeeIds, from: '2026-11-24T10:00:00Z', to: '2026-11-24T11:00:00Z' }).save(db),
    ];
    const results = await raceWith(db, 2, async (transactions, rival) => {
      const own = moving[rival];
      if (own === undefined) throw new Error('no such rival');
      return transactions
        .run(scope, async (tx) => {
          await allocations.lockSubjects(tx, rival === 0 ? employeeIds : [...employeeIds].reverse());
          await allocations.release(tx, own.sourceId, ['RESERVATION']);
          if (!(await allocations.claim(tx, { ...own, span: rival === 0 ? second : first }))) throw new Error('taken');
          return true;
        })
        .catch((error: Error) => (error.message === 'taken' ? false : Promise.reject(error)));
    });
    expect(winnersOf(results)).toBe(0);
  });

  it('takes over a hold that has expired, and respects one that has not', async () => {
    const { employeeIds } = await aWorkplace(db);
    await anAllocation({ subjectIds: employeeIds, kind: 'HOLD', holdExpiresAt: now }).save(db);
    expect(await tryToClaim(db.transactions, employeeIds, at('08:30', '09:30'))).toBe(true);
    await anAllocation({
      subjectIds: employeeIds,
      kind: 'HOLD',
      holdExpiresAt: now.plus({ minutes: 1 }),
      from: '2026-11-24T12:00:00Z',
      to: '2026-11-24T13:00:00Z',
    }).save(db);
    expect(await tryToClaim(db.transactions, employeeIds, at('12:00', '13:00'))).toBe(false);
  });
});
