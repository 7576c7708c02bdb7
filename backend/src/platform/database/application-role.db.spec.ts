import { newId } from '../../kernel/index.ts';
import { testDatabase } from '../testing/index.ts';
import { testEnvironment } from '../testing/test-environment.ts';
import { grantApplicationRole } from './grant-application-role.ts';

const db = await testDatabase();

const asApplication = <T>(sql: string, parameters: unknown[] = []): Promise<T> =>
  db.transactions.run({ organisationId: db.organisationId }, (tx) => tx.query(sql, parameters) as Promise<T>);

/** SQLSTATE of what the database refuses, or what it did. */
const outcomeOf = (sql: string, parameters: unknown[] = []): Promise<unknown> =>
  asApplication(sql, parameters).then(
    (done) => done,
    (error: { driverError?: { code?: string } }) => error.driverError?.code,
  );

const NOT_PERMITTED = '42501';
const NO_SUCH_ROW_REFERRED_TO = '23503';
const keyId = 'data-test';

beforeAll(async () => {
  await db.admin.query('INSERT INTO encryption_key (id, wrapped_key, created_at) VALUES ($1, $2, now())', [keyId, 'wrapped']);
});

describe('the application role', () => {
  it('adds to the history and the log, and changes neither', async () => {
    const [role]: { name: string }[] = await db.dataSource.query('SELECT current_user AS name');
    const rights = await db.admin.query(
      `SELECT t AS "table", has_any_column_privilege($1, t, 'INSERT') AS adds,
              has_any_column_privilege($1, t, 'UPDATE') OR has_table_privilege($1, t, 'DELETE') OR has_table_privilege($1, t, 'TRUNCATE') AS changes
         FROM unnest(ARRAY['audit_event','audit_seal','reservation_event']) AS t`,
      [role?.name],
    );
    expect(rights).toEqual(['audit_event', 'audit_seal', 'reservation_event'].map((table) => ({ table, adds: true, changes: false })));
  });

  it('cannot tell the log in which transaction a row was written', async () => {
    const columns = 'id, organisation_id, at, actor_kind, actor_name, action, what, object_type, purpose';
    const values = `$1, $2, now(), 'SYSTEM', 'x', 'x', 'view', 'x', 'SYSTEM'`;
    expect(await outcomeOf(`INSERT INTO audit_event (${columns}, xid) VALUES (${values}, '3')`, [newId(), db.organisationId])).toBe(
      NOT_PERMITTED,
    );
    expect(await outcomeOf(`INSERT INTO audit_event (${columns}) VALUES (${values})`, [newId(), db.organisationId])).toEqual([]);
  });

  it.each([
    ['delete', 'DELETE FROM encryption_key'],
    ['change', `UPDATE encryption_key SET wrapped_key = 'other'`],
    ['rename', `UPDATE encryption_key SET id = 'data-other'`],
    ['empty the table of', 'TRUNCATE encryption_key'],
  ])('cannot %s a key, which would destroy what it encrypts', async (_what, sql) => {
    expect(await outcomeOf(sql)).toBe(NOT_PERMITTED);
  });

  it('adds and retires keys', async () => {
    expect(await outcomeOf(`INSERT INTO encryption_key (id, wrapped_key, created_at) VALUES ('data-next', 'wrapped', now())`)).toEqual([]);
    expect(await outcomeOf('UPDATE encryption_key SET retired_at = now() WHERE id = $1', [keyId])).toEqual([[], 1]);
  });

  it('changes the row of its own organisation only, and adds or deletes none', async () => {
    expect(await outcomeOf(`UPDATE organisation SET contact_phone = '+358501111111'`)).toEqual([[], 1]);
    expect(await db.admin.query(`SELECT id FROM organisation WHERE contact_phone = '+358501111111'`)).toEqual([{ id: db.organisationId }]);
    expect(await outcomeOf('UPDATE organisation SET id = $1 WHERE id = $2', [newId(), db.organisationId])).toBe(NOT_PERMITTED);
    expect(
      await outcomeOf(
        `INSERT INTO organisation SELECT $1, 'T3', oid, controller_oid, name, portal_name, 'third.localhost', 'third.localhost', time_zone, languages, contact_phone,
                contact_text_number, contact_hours, contact_address, sms_sender, email_sender, position, version, created_at, updated_at FROM organisation LIMIT 1`,
        [newId()],
      ),
    ).toBe(NOT_PERMITTED);
    expect(await outcomeOf('DELETE FROM organisation')).toBe(NOT_PERMITTED);
  });

  it('deletes only what ends: no client, no reservation, no message, no employee', async () => {
    for (const table of ['client', 'reservation', 'notification', 'employee', 'unit', 'absence', 'offered_time']) {
      expect({ table, outcome: await outcomeOf(`DELETE FROM ${table}`) }).toEqual({ table, outcome: NOT_PERMITTED });
    }
  });

  it('makes no tables, not even temporary ones', async () => {
    const environment = testEnvironment();
    const ownerUrl = new URL(environment.ownerUrl);
    ownerUrl.pathname = new URL(db.url).pathname;
    // A copy of the template belongs to who made it; an installation's database belongs to the owner of its schema.
    await db.admin.query(`ALTER DATABASE ${ownerUrl.pathname.slice(1)} OWNER TO ${ownerUrl.username}`);
    await grantApplicationRole(ownerUrl.href, db.url);
    expect(await outcomeOf('CREATE TEMP TABLE client (id uuid)')).toBe(NOT_PERMITTED);
    expect(await outcomeOf('CREATE TABLE mine (id uuid)')).toBe(NOT_PERMITTED);
  });
});

describe('a reference', () => {
  it('to a row of another organisation is refused, although foreign keys look past row level security', async () => {
    const foreign = newId();
    await db.admin.query(
      `INSERT INTO client (id, organisation_id, identity_kind, first_names, last_name, created_at, updated_at) VALUES ($1, $2, 'TEMPORARY', 'Toinen', 'Asiakas', now(), now())`,
      [foreign, db.otherOrganisationId],
    );
    const add = `INSERT INTO contact_code (id, organisation_id, client_id, channel, value_encrypted, code_encrypted, code_hash, created_at, expires_at)
                 VALUES ($1, $2, $3, 'SMS', 'x', 'x', 'x', now(), now())`;
    expect(await outcomeOf(add, [newId(), db.organisationId, foreign])).toBe(NO_SUCH_ROW_REFERRED_TO);
    const own = newId();
    await db.admin.query(
      `INSERT INTO client (id, organisation_id, identity_kind, first_names, last_name, created_at, updated_at) VALUES ($1, $2, 'TEMPORARY', 'Oma', 'Asiakas', now(), now())`,
      [own, db.organisationId],
    );
    expect(await outcomeOf(add, [newId(), db.organisationId, own])).toEqual([]);
  });
});
