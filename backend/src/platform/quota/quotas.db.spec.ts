import { newId, ManualClock, parseInstant } from '../../kernel/index.ts';
import { testDatabase } from '../testing/index.ts';
import { QuotaUses } from './quota-uses.repository.ts';
import { Quotas, type Quota } from './quotas.ts';

const db = await testDatabase();
// 23.59.30 in Finland.
const start = parseInstant('2026-11-24T21:59:30Z');
const clock = new ManualClock(start);
const quotas = new Quotas(clock, new QuotaUses());
const threeADay: Quota = { name: 'test', limit: 3, per: 'DAY' };

const use = (quota: Quota, subject: string, organisationId = db.organisationId) =>
  db.transactions.run({ organisationId }, (tx) => quotas.use(tx, quota, subject));

beforeEach(() => clock.set(start));

describe('a quota', () => {
  it('is open up to its limit, and then tells the seconds until the day of Finland ends', async () => {
    const subject = newId();
    expect([
      await use(threeADay, subject),
      await use(threeADay, subject),
      await use(threeADay, subject),
      await use(threeADay, subject),
    ]).toEqual([0, 0, 0, 30]);
    clock.set(start.plus({ seconds: 30 }));
    expect(await use(threeADay, subject)).toBe(0);
  });

  it('of a minute opens again with the next one', async () => {
    const quota: Quota = { name: 'test', limit: 1, per: 'MINUTE' };
    const subject = newId();
    expect([await use(quota, subject), await use(quota, subject)]).toEqual([0, 30]);
    clock.set(start.plus({ minutes: 1 }));
    expect(await use(quota, subject)).toBe(0);
  });

  it('counts simultaneous uses one by one, each subject and each organisation by itself', async () => {
    const subject = newId();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => use(threeADay, subject)));
    expect(outcomes.filter((seconds) => seconds === 0)).toHaveLength(3);
    expect(await use(threeADay, newId())).toBe(0);
    expect(await use(threeADay, subject, db.otherOrganisationId)).toBe(0);
  });

  it('does not count what was undone', async () => {
    const subject = newId();
    const undone = db.transactions.run(db, async (tx) => {
      await quotas.use(tx, { ...threeADay, limit: 1 }, subject);
      throw new Error('refused');
    });
    await expect(undone).rejects.toThrow('refused');
    expect(await use({ ...threeADay, limit: 1 }, subject)).toBe(0);
  });

  it('leaves no rows of days that are over', async () => {
    await use(threeADay, newId());
    clock.set(start.plus({ days: 2 }));
    await use(threeADay, newId());
    expect(await db.admin.query('SELECT count(*)::int AS rows FROM quota_use WHERE organisation_id = $1', [db.organisationId])).toEqual([
      { rows: 1 },
    ]);
  });
});
