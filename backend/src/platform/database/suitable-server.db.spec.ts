import { describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { testDatabase } from '../testing/index.ts';
import { refuseUnsuitableServer } from './suitable-server.ts';

const db = await testDatabase();

describe('a database server', () => {
  it('of ours is suitable', async () => {
    await expect(refuseUnsuitableServer(db.dataSource)).resolves.toBeUndefined();
  });

  it('that cannot sort Finnish names is refused', async () => {
    await db.admin.query('DROP COLLATION pg_catalog."fi-x-icu"');
    await expect(refuseUnsuitableServer(db.dataSource)).rejects.toThrow(/^Vuoro cannot use this database: it was built without ICU/);
  });

  it('older than 15 is refused by its number', async () => {
    const old: Pick<DataSource, 'query'> = { query: (() => Promise.resolve([{ version: 140_012, sorts: true }])) as DataSource['query'] };
    await expect(refuseUnsuitableServer(old)).rejects.toThrow('it is PostgreSQL 14, and 15 or newer is needed.');
  });
});
