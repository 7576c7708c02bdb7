import { beforeEach, expect, it } from '@jest/globals';
import { aGrant, anEmployee as aPrincipal, testDatabase, theSystem } from '../../platform/testing/index.ts';
import { aUnit } from '../organisation/testing/index.ts';
import { aRoom, resourcesOf } from './testing/index.ts';

const db = await testDatabase();
const resources = resourcesOf(db);
const system = theSystem();

beforeEach(() => db.reset());

it('gives the rooms of a unit with the smallest first', async () => {
  const unit = await aUnit().save(db);
  for (const [code, capacity] of [
    ['POP-202', 6],
    ['POP-203', 3],
    ['POP-201', 4],
  ] as const)
    await aRoom({ unitId: unit.id, code, capacity }).save(db);

  const rooms = await db.transactions.run(system, (tx) => resources.reads.rooms(tx, [unit.id]));
  expect(rooms.map((room) => room.code)).toEqual(['POP-203', 'POP-201', 'POP-202']);
});

it('gives no room that is out of use or of another organisation', async () => {
  const [own, foreign] = [await aUnit().save(db), await aUnit().save(db, db.otherOrganisationId)];
  const closed = await aRoom({ unitId: own.id }).save(db);
  const stranger = await aRoom({ unitId: foreign.id }).save(db, db.otherOrganisationId);
  await db.admin.query('UPDATE bookable_subject SET active = false WHERE id = $1', [closed.id]);

  const rooms = await db.transactions.run(system, (tx) => resources.reads.roomsByIds(tx, [closed.id, stranger.id]));
  expect(rooms).toEqual([]);
  await expect(aRoom({ unitId: foreign.id }).save(db)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('refuses a code that another room has, and enters no subject for it', async () => {
  const unit = await aUnit().save(db);
  await aRoom({ unitId: unit.id, code: 'POP-201' }).save(db);

  await expect(aRoom({ unitId: unit.id, code: 'POP-201' }).save(db)).rejects.toMatchObject({ code: 'ROOM_CODE_TAKEN' });
  expect(await db.admin.query('SELECT count(*)::int AS count FROM bookable_subject')).toEqual([{ count: 1 }]);
});

it('shows the rooms of granted units only, and lets a supervisor add to those', async () => {
  const [near, far] = [await aUnit().save(db), await aUnit().save(db)];
  const room = await aRoom({ unitId: near.id }).save(db);
  await aRoom({ unitId: far.id }).save(db);
  const supervisor = aPrincipal({ grants: [aGrant({ role: 'SUPERVISOR', unitId: near.id })] });

  const [all, ofFar] = await db.transactions.run(supervisor, async (tx) => [
    await resources.reads.visibleRooms(tx, supervisor),
    await resources.reads.visibleRooms(tx, supervisor, far.id),
  ]);
  expect(all.map((one) => one.id)).toEqual([room.id]);
  expect(ofFar).toEqual([]);
  const request = { unitId: far.id, code: 'NEW', name: room.name, capacity: 2 };
  await expect(resources.createRoom.execute(supervisor, request)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await resources.createRoom.execute(supervisor, { ...request, unitId: near.id });
});
