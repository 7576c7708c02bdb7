import { expect, it } from '@jest/globals';
import { ApiModule } from '../../api.module.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { aUnit } from '../organisation/testing/index.ts';
import { aRoom } from './testing/index.ts';

const test = await testApplication({ module: ApiModule, session: testSession });

it('lists the rooms of the granted units, the smallest first, narrowed to one unit when asked', async () => {
  const area = await aUnit({ kind: 'AREA' }).save(test.db);
  const [one, other, foreign] = [
    await aUnit({ parentId: area.id }).save(test.db),
    await aUnit({ parentId: area.id }).save(test.db),
    await aUnit().save(test.db),
  ];
  const large = await aRoom({ unitId: one.id, capacity: 6, features: ['ALARM_BUTTON'] }).save(test.db);
  const small = await aRoom({ unitId: one.id, capacity: 3 }).save(test.db);
  const away = await aRoom({ unitId: other.id }).save(test.db);
  await aRoom({ unitId: foreign.id }).save(test.db);
  const { http } = await signedInAs(test, 'EMPLOYEE', area.id);

  const all = (await http.get('/api/v1/rooms').expect(200)).body as { id: string }[];
  expect(new Set(all.map((room) => room.id))).toEqual(new Set([small.id, large.id, away.id]));
  const { body } = await http.get('/api/v1/rooms').query({ unitId: one.id }).expect(200);
  expect(body).toMatchObject([
    { id: small.id, capacity: 3 },
    { id: large.id, capacity: 6, features: ['ALARM_BUTTON'], name: large.name },
  ]);
  expect((await http.get('/api/v1/rooms').query({ unitId: foreign.id }).expect(200)).body).toEqual([]);
});

it('lists no rooms to those who have not signed in', async () => {
  await test.http().get('/api/v1/rooms').expect(401);
});
