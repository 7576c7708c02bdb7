import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, parseInstant } from '../../kernel/index.ts';
import { aGrant, anEmployee as aPrincipal, testDatabase, theSystem } from '../../platform/testing/index.ts';
import { aService, aUnit } from '../organisation/testing/index.ts';
import { anAppointmentType, appointmentTypesOf, otherWorkType } from './testing/index.ts';

const db = await testDatabase();
const start = parseInstant('2026-11-24T08:00:00Z');
const clock = new ManualClock(start);
const types = appointmentTypesOf(db, clock);
const system = theSystem();

beforeEach(async () => {
  clock.set(start);
  await db.reset();
});

async function aPlace(organisationId = db.organisationId) {
  const unit = await aUnit().save(db, organisationId);
  const service = await aService({ unitIds: [unit.id] }).save(db, organisationId);
  return { serviceId: service.id, unitIds: [unit.id] };
}

const inForce = (id: string, at = clock.now()) => db.transactions.run(system, (tx) => types.appointmentTypes.inForce(tx, id, at));

describe('a type', () => {
  it('changed from a moment on means the old until then and the new from then on', async () => {
    const type = await anAppointmentType({ ...(await aPlace()), content: { durationMinutes: 60, maxActive: 1 } }).save(db);
    const later = start.plus({ days: 7 });

    expect(await types.change.execute(system, { appointmentTypeId: type.id, effectiveFrom: later, changes: { durationMinutes: 75 } })).toBe(
      2,
    );

    expect(await inForce(type.id, later.minus({ milliseconds: 1 }))).toMatchObject({ versionNo: 1, durationMinutes: 60 });
    expect(await inForce(type.id, later)).toMatchObject({ versionNo: 2, durationMinutes: 75, maxActive: 1, effectiveFrom: later });
  });

  it('keeps every version as it was', async () => {
    const type = await anAppointmentType(await aPlace()).save(db);
    const before = await inForce(type.id);
    await types.change.execute(system, { appointmentTypeId: type.id, changes: { durationMinutes: 90, modes: ['PHONE'] } });

    const kept = await db.transactions.run(system, (tx) => types.appointmentTypes.version(tx, before?.id ?? ''));
    expect(kept).toEqual(before);
  });

  it('cannot be changed in the past, nor before a change that is already planned', async () => {
    const type = await anAppointmentType(await aPlace()).save(db);
    const change = (days: number) =>
      types.change.execute(system, { appointmentTypeId: type.id, effectiveFrom: start.plus({ days }), changes: { durationMinutes: 75 } });

    await expect(change(-1)).rejects.toMatchObject({ code: 'TYPE_VERSION_IN_PAST' });
    await change(7);
    await expect(change(7)).rejects.toMatchObject({ code: 'TYPE_VERSION_NOT_LATER' });
    await expect(change(3)).rejects.toMatchObject({ code: 'TYPE_VERSION_NOT_LATER' });
  });

  it('changed by two administrators at once is changed by the first, and the second is told so', async () => {
    const type = await anAppointmentType(await aPlace()).save(db);
    const change = (days: number, changes: object) =>
      types.change.execute(system, { appointmentTypeId: type.id, effectiveFrom: start.plus({ days }), changes });
    const rival = db.dataSource.createQueryRunner();
    await rival.startTransaction();
    await rival.query(`SELECT set_config('app.organisation_id', $1, true)`, [db.organisationId]);
    await rival.query('SELECT 1 FROM appointment_type WHERE id = $1 FOR UPDATE', [type.id]);

    // Both wait for the rival, so that whoever comes second has begun before the first has finished.
    const both = [change(1, { durationMinutes: 75 }), change(1, { minNoticeHours: 72 })].map((one) =>
      one.catch((error: unknown) => (error as { code: string }).code),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await rival.commitTransaction();
    await rival.release();

    expect((await Promise.all(both)).sort()).toEqual([2, 'TYPE_VERSION_NOT_LATER']);
    expect(await change(2, { maxActive: 1 })).toBe(3);
  });

  it('that is retired is listed no more, is changed no more, and stays readable', async () => {
    const type = await anAppointmentType(await aPlace()).save(db);
    await types.retire.execute(system, type.id);

    expect(await db.transactions.run(system, (tx) => types.appointmentTypes.listInForce(tx, clock.now()))).toEqual([]);
    expect(await inForce(type.id)).toMatchObject({ state: 'RETIRED', code: type.code });
    await expect(types.change.execute(system, { appointmentTypeId: type.id, changes: { durationMinutes: 75 } })).rejects.toMatchObject({
      code: 'TYPE_STATE_NOT_NEXT',
    });
    await expect(types.activate.execute(system, type.id)).rejects.toMatchObject({ code: 'TYPE_STATE_NOT_NEXT' });
  });

  it('has its code alone in the organisation', async () => {
    const place = await aPlace();
    await anAppointmentType({ ...place, code: 'ERO' }).save(db);
    await anAppointmentType({ ...(await aPlace(db.otherOrganisationId)), code: 'ERO' }).save(db, db.otherOrganisationId);
    await expect(anAppointmentType({ ...place, code: 'ERO' }).save(db)).rejects.toMatchObject({ code: 'TYPE_CODE_TAKEN' });
  });

  it('of another organisation is unknown, and its service and units cannot be used', async () => {
    const [own, foreign] = [await aPlace(), await aPlace(db.otherOrganisationId)];
    const stranger = await anAppointmentType(foreign).save(db, db.otherOrganisationId);

    expect(await inForce(stranger.id)).toBeNull();
    await expect(anAppointmentType({ ...own, serviceId: foreign.serviceId }).save(db)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(anAppointmentType({ ...own, unitIds: foreign.unitIds }).save(db)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is listed to those who reach one of its units, other work of the whole organisation to all', async () => {
    const [near, far] = [await aPlace(), await aPlace()];
    await anAppointmentType({ ...near, code: 'B' }).save(db);
    await anAppointmentType({ ...far, code: 'C' }).save(db);
    await otherWorkType({ code: 'A' }).save(db);
    const grant = aGrant({ role: 'BOOKING_CLERK', unitId: near.unitIds[0] ?? '' });
    const codes = async (serviceIds: readonly string[] | null) => {
      const clerk = aPrincipal({ grants: [{ ...grant, serviceIds }] });
      const seen = await db.transactions.run(clerk, (tx) => types.appointmentTypes.visible(tx, clerk));
      return seen.map((type) => type.code);
    };

    expect(await codes(null)).toEqual(['A', 'B']);
    expect(await codes([near.serviceId])).toEqual(['A', 'B']);
    expect(await codes([far.serviceId])).toEqual(['A']);
  });

  it('given in two units is changed only by somebody who reaches both', async () => {
    const [one, other] = [await aUnit().save(db), await aUnit().save(db)];
    const service = await aService({ unitIds: [one.id, other.id] }).save(db);
    const type = await anAppointmentType({ serviceId: service.id, unitIds: [one.id, other.id] }).save(db);
    const supervisorOf = (...unitIds: string[]) => aPrincipal({ grants: [{ ...aGrant({ role: 'SUPERVISOR', unitId: one.id }), unitIds }] });
    const request = { appointmentTypeId: type.id, changes: { durationMinutes: 75 } };

    await expect(types.change.execute(supervisorOf(one.id), request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await types.change.execute(supervisorOf(one.id, other.id), request);
  });
});

describe('guidance', () => {
  const text = (fi: string) => ({ fi, sv: `${fi} sv`, en: `${fi} en` });

  it('of a type goes before that of its service, each only when published', async () => {
    const { serviceId, unitIds } = await aPlace();
    const type = await anAppointmentType({ serviceId, unitIds }).save(db);
    const subjects = { service: { serviceId }, type: { appointmentTypeId: type.id } };
    const shown = async () => {
      const found = await db.transactions.run(system, (tx) =>
        types.appointmentTypes.guidanceOf(tx, [{ appointmentTypeId: type.id, serviceId }]),
      );
      return found.get(type.id)?.forWhom.fi;
    };
    const publish = async (subject: { serviceId: string } | { appointmentTypeId: string }) => {
      await types.changeGuidancePublication.execute(system, subject, 'IN_REVIEW');
      await types.changeGuidancePublication.execute(system, subject, 'PUBLISHED');
    };

    await types.writeGuidance.execute(system, subjects.service, { forWhom: text('palvelu') });
    await types.writeGuidance.execute(system, subjects.type, { forWhom: text('tyyppi') });
    expect(await shown()).toBeUndefined();
    await publish(subjects.service);
    expect(await shown()).toBe('palvelu');
    await publish(subjects.type);
    expect(await shown()).toBe('tyyppi');
    await types.writeGuidance.execute(system, subjects.type, { forWhom: text('uusi') });
    expect(await shown()).toBe('palvelu');
  });

  it('is written by employees of the unit and published by administrators only', async () => {
    const { serviceId, unitIds } = await aPlace();
    const as = (role: 'EMPLOYEE' | 'ADMINISTRATOR', unitId = unitIds[0] ?? '') => aPrincipal({ grants: [aGrant({ role, unitId })] });
    const elsewhere = await aUnit().save(db);

    await types.writeGuidance.execute(as('EMPLOYEE'), { serviceId }, { forWhom: text('luonnos') });
    await types.changeGuidancePublication.execute(as('EMPLOYEE'), { serviceId }, 'IN_REVIEW');
    await expect(types.changeGuidancePublication.execute(as('EMPLOYEE'), { serviceId }, 'PUBLISHED')).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      types.changeGuidancePublication.execute(as('ADMINISTRATOR', elsewhere.id), { serviceId }, 'PUBLISHED'),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await types.changeGuidancePublication.execute(as('ADMINISTRATOR'), { serviceId }, 'PUBLISHED');
  });
});

describe('the catalogue of citizens', () => {
  const shown = async () =>
    (await db.transactions.run(system, (tx) => types.catalogue.entries(tx))).flatMap((entry) =>
      entry.types.map((type) => type.version.code),
    );

  it('has active types for everybody and by right, never internal ones or drafts', async () => {
    const place = await aPlace();
    await anAppointmentType({ ...place, code: 'A' }).save(db);
    await anAppointmentType({ ...place, code: 'B', content: { audience: 'RIGHT' } }).save(db);
    await anAppointmentType({ ...place, code: 'C', content: { audience: 'INTERNAL', citizenMayBook: false, bookableBy: ['DESK'] } }).save(
      db,
    );
    await anAppointmentType({ ...place, code: 'D', active: false }).save(db);

    expect(await shown()).toEqual(['A', 'B']);
  });

  it('has no type that is given only in units not yet in production', async () => {
    const { serviceId } = await aPlace();
    const pilot = await aUnit({ rolloutState: 'PILOT' }).save(db);
    const type = await anAppointmentType({ serviceId, unitIds: [pilot.id] }).save(db);

    expect(await shown()).toEqual([]);
    expect(await db.transactions.run(system, (tx) => types.catalogue.type(tx, type.id))).toBeNull();
  });

  it('loses a type at the moment from which it is internal', async () => {
    const type = await anAppointmentType({ ...(await aPlace()), code: 'A' }).save(db);
    const closing = { audience: 'INTERNAL', citizenMayBook: false, bookableBy: ['DESK'] } as const;
    await types.change.execute(system, { appointmentTypeId: type.id, effectiveFrom: start.plus({ hours: 1 }), changes: closing });

    expect(await shown()).toEqual(['A']);
    clock.advance({ hours: 1 });
    expect(await shown()).toEqual([]);
  });
});
