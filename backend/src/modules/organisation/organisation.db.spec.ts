import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, parseInstant, toLocalDate } from '../../kernel/index.ts';
import { aGrant, anEmployee, otherHost, testDatabase, testHost, theSystem } from '../../platform/testing/index.ts';
import { aService, aUnit, organisationOf } from './testing/index.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-24T08:00:00Z'));
const organisation = organisationOf(db, clock);
const system = theSystem();
const christmas = { from: toLocalDate('2026-12-20'), to: toLocalDate('2026-12-31') };

beforeEach(() => db.reset());

describe('units', () => {
  it('form a tree of which everything below a unit can be asked', async () => {
    const area = await aUnit({ kind: 'AREA', code: 'A' }).save(db);
    const unit = await aUnit({ kind: 'SERVICE_UNIT', code: 'B', parentId: area.id }).save(db);
    const office = await aUnit({ code: 'C', parentId: unit.id }).save(db);
    await aUnit({ code: 'D' }).save(db);

    const below = await db.transactions.run(system, (tx) => organisation.reads.subtree(tx, area.id));

    expect(new Set(below)).toEqual(new Set([area.id, unit.id, office.id]));
  });

  it('of another organisation are not there, nor can they be pointed at', async () => {
    const foreign = await aUnit({ code: 'X' }).save(db, db.otherOrganisationId);

    const seen = await db.transactions.run(system, (tx) => organisation.reads.units(tx));
    expect(seen).toEqual([]);
    await expect(aUnit({ parentId: foreign.id }).save(db)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(aService({ unitIds: [foreign.id] }).save(db)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('have a code each within one organisation only', async () => {
    await aUnit({ code: 'POP' }).save(db);
    await aUnit({ code: 'POP' }).save(db, db.otherOrganisationId);

    await expect(aUnit({ code: 'POP' }).save(db)).rejects.toMatchObject({ code: 'UNIT_CODE_TAKEN' });
  });

  it('are added by an administrator below a granted unit and nowhere else', async () => {
    const [own, foreign] = [await aUnit().save(db), await aUnit().save(db)];
    const administrator = anEmployee({ grants: [aGrant({ role: 'ADMINISTRATOR', unitId: own.id })] });
    const request = { kind: 'OFFICE', code: 'NEW', name: own.name, validFrom: own.validFrom } as const;

    await organisation.createUnit.execute(administrator, { ...request, parentId: own.id });
    await expect(organisation.createUnit.execute(administrator, { ...request, code: 'N2', parentId: foreign.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(organisation.createUnit.execute(administrator, { ...request, code: 'N3', parentId: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('go into production step by step', async () => {
    const unit = await aUnit({ rolloutState: 'PLANNING' }).save(db);

    await expect(organisation.changeRolloutState.execute(system, unit.id, 'PRODUCTION')).rejects.toMatchObject({
      code: 'ROLLOUT_STATE_NOT_NEXT',
    });
    for (const state of ['TEST', 'PILOT', 'PRODUCTION'] as const) await organisation.changeRolloutState.execute(system, unit.id, state);

    const [after] = await db.transactions.run(system, (tx) => organisation.reads.units(tx, [unit.id]));
    expect(after).toMatchObject({ rolloutState: 'PRODUCTION', version: 4 });
  });
});

describe('closed days', () => {
  it('are the public holidays and eves of the organisation', async () => {
    await organisation.enterPublicHolidays.execute(system, [2026]);
    await organisation.enterPublicHolidays.execute(system, [2026]);

    const days = await db.transactions.run(system, (tx) => organisation.reads.closedDays(tx, null, christmas.from, christmas.to));

    expect(days.map((day) => [day.date, day.kind])).toEqual([
      ['2026-12-24', 'EVE'],
      ['2026-12-25', 'PUBLIC_HOLIDAY'],
      ['2026-12-26', 'PUBLIC_HOLIDAY'],
    ]);
  });

  it('of a unit are closures of its own and of what it belongs to, not of its sisters', async () => {
    const area = await aUnit({ kind: 'AREA' }).save(db);
    const [own, sister] = [await aUnit({ parentId: area.id }).save(db), await aUnit({ parentId: area.id }).save(db)];
    const name = { fi: 'Muutto', sv: 'Flytt', en: 'Move' };
    for (const [unitId, date] of [
      [area.id, '2026-12-21'],
      [own.id, '2026-12-22'],
      [sister.id, '2026-12-23'],
    ] as const) {
      await organisation.closeUnitOn.execute(system, { unitId, date: toLocalDate(date), name });
    }

    const [days, byUnit] = await db.transactions.run(system, async (tx) => [
      await organisation.reads.closedDays(tx, own.id, christmas.from, christmas.to),
      await organisation.reads.closedDaysByUnit(tx, [own.id, sister.id], christmas.from, christmas.to),
    ]);

    expect(days.map((day) => day.date)).toEqual(['2026-12-21', '2026-12-22']);
    expect(byUnit.get(own.id)).toEqual(days);
    expect(byUnit.get(sister.id)?.map((day) => day.date)).toEqual(['2026-12-21', '2026-12-23']);
  });

  it('are entered once a day and unit', async () => {
    const unit = await aUnit().save(db);
    const closure = { unitId: unit.id, date: toLocalDate('2026-12-21'), name: unit.name };
    await organisation.closeUnitOn.execute(system, closure);

    await expect(organisation.closeUnitOn.execute(system, closure)).rejects.toMatchObject({ code: 'CLOSED_DAY_TAKEN' });
  });
});

describe('services that citizens see', () => {
  const visible = () => db.transactions.run(system, (tx) => organisation.reads.publicServices(tx, clock.now()));

  it('are published and given in an office in production', async () => {
    const [open, piloting] = [await aUnit().save(db), await aUnit({ rolloutState: 'PILOT' }).save(db)];
    const seen = await aService({ unitIds: [open.id, piloting.id] }).save(db);
    await aService({ unitIds: [piloting.id] }).save(db);
    await aService({ unitIds: [open.id], published: false }).save(db);
    await aService({ unitIds: [(await aUnit().save(db, db.otherOrganisationId)).id] }).save(db, db.otherOrganisationId);

    expect((await visible()).map(({ service, offices }) => [service.id, offices.map((office) => office.id)])).toEqual([
      [seen.id, [open.id]],
    ]);
  });

  it('given at a unit above are given at the offices below it', async () => {
    const unit = await aUnit({ kind: 'SERVICE_UNIT' }).save(db);
    const office = await aUnit({ parentId: unit.id }).save(db);
    await aService({ unitIds: [unit.id] }).save(db);

    expect((await visible()).flatMap(({ offices }) => offices.map((one) => one.id))).toEqual([office.id]);
  });

  it('appear at their scheduled moment and go at once when unpublished', async () => {
    const office = await aUnit().save(db);
    const service = await aService({ unitIds: [office.id], published: false }).save(db);
    const [before, publishAt, after] = ['2026-11-24T09:59:59Z', '2026-11-24T10:00:00Z', '2026-11-25T00:00:00Z'].map(parseInstant);
    await organisation.changeServicePublication.execute(system, service.id, 'IN_REVIEW');
    await organisation.changeServicePublication.execute(system, service.id, 'SCHEDULED', publishAt);

    const at = (now = clock.now()) => db.transactions.run(system, (tx) => organisation.reads.publicServices(tx, now));
    expect(await at(before)).toHaveLength(0);
    expect(await at(publishAt)).toHaveLength(1);
    await organisation.changeServicePublication.execute(system, service.id, 'UNPUBLISHED');
    expect(await at(after)).toHaveLength(0);
  });
});

describe('organisations', () => {
  it('are found by host name in any case and with any port', async () => {
    expect(await organisation.organisations.byHost(`${testHost.toUpperCase()}:3000`)).toMatchObject({ id: db.organisationId });
    expect(await organisation.organisations.find(otherHost)).toEqual({
      organisationId: db.otherOrganisationId,
      surfaces: ['CITIZEN', 'EMPLOYEE'],
    });
    expect(await organisation.organisations.byHost('unknown.example')).toBeNull();
    expect(await organisation.organisations.firstCitizenHost()).toBe(testHost);
  });
});
