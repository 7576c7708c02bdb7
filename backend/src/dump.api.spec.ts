import { describe, expect, it } from '@jest/globals';
import { makeTestIdentityCode, newId, toLocalDate } from './kernel/index.ts';
import { ApiModule } from './api.module.ts';
import { testApplication } from './platform/testing/test-application.ts';
import { clientsRepositoryOf } from './modules/clients/testing/index.ts';
import { signedInAs, testSession } from './modules/identity/testing/index.ts';
import { aBookingPlace } from './modules/reservations/testing/booking-place.ts';
import { reservationDesk } from './modules/reservations/testing/reservation-desk.ts';

const t = await testApplication({ module: ApiModule, session: testSession });
const place = await aBookingPlace(t.db, { type: { noteAllowed: true } });

/** What a thief of the database, or of a backup, must not find: each typed once into the product, none anywhere else. */
const secrets = {
  identityCode: makeTestIdentityCode(toLocalDate('1971-08-09'), 937, '-'),
  phone: '+358500000077',
  email: 'canary.first@example.fi',
  newEmail: 'canary.second@example.fi',
  note: 'Canary pelkää puhelimia',
  street: 'Canarykatu 7 B 12',
  internalNote: 'Canary tulee pyörätuolilla',
  correctedInternalNote: 'Canary tarvitsee hissin',
};

interface Dumped {
  readonly table: string;
  readonly row: string;
}

/** Every row of every table, the queue's among them, as text. */
async function dump(): Promise<Dumped[]> {
  const tables: { name: string }[] = await t.db.admin.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const rows: Dumped[][] = [];
  for (const { name } of tables) {
    const found: { row: string }[] = await t.db.admin.query(`SELECT dumped::text AS row FROM ${name} AS dumped`);
    rows.push(found.map(({ row }) => ({ table: name, row })));
  }
  return rows.flat();
}

const { book, command, theEmployeeOf } = reservationDesk(t);
const { http: clerk } = await signedInAs(t, 'BOOKING_CLERK', place.unitId);
const { identityCode, phone, email } = secrets;
const keyed = () => ({ 'Idempotency-Key': newId() });
const created = await clerk
  .post('/api/v1/clients')
  .set(keyed())
  .send({
    identityCode,
    firstNames: 'Aino',
    lastName: 'Esimerkki',
    phone,
    email,
    address: { street: secrets.street, postalCode: '00100', postalPlace: 'Helsinki' },
  })
  .expect(201);
const clientId = (created.body as { id: string }).id;
const aino = await t.signInCitizen(clientId);
await aino.post('/api/v1/citizen/profile/contact-codes').send({ channel: 'EMAIL', value: secrets.newEmail }).expect(201);
const offeredTimeId = await place.offer('2026-12-10T08:00:00Z');
const booked = await aino
  .post('/api/v1/citizen/reservations')
  .set(keyed())
  .send({ offeredTimeId, mode: 'VISIT', note: secrets.note })
  .expect(201);
const employee = await theEmployeeOf(place);
const noted = await book(employee, {
  clientId,
  offeredTimeId: await place.offer('2026-12-11T08:00:00Z'),
  mode: 'VISIT',
  internalNote: secrets.internalNote,
});
const notedId = (noted.body as { id: string }).id;
const corrected = await command(employee, notedId, 1, 'internal-note', { internalNote: secrets.correctedInternalNote }).expect(200);
const rows = await dump();

describe('a dump of the database (AC22)', () => {
  it('is of a product that knows the secrets', async () => {
    const repository = await clientsRepositoryOf(t.db.transactions);
    const client = await t.db.transactions.run(t.db, (tx) => repository.find(tx, clientId));
    expect(client).toMatchObject({ identityCode, phone, email, address: { street: secrets.street } });
    const { body } = await aino.get(`/api/v1/citizen/reservations/${(booked.body as { id: string }).id}`).expect(200);
    expect(body).toMatchObject({ noteToClient: secrets.note });
    expect([noted.body, corrected.body]).toMatchObject([
      { internalNote: secrets.internalNote },
      { internalNote: secrets.correctedInternalNote },
    ]);
    expect(rows.some(({ table, row }) => table === 'public.client' && row.includes('Esimerkki'))).toBe(true);
  });

  it.each(Object.entries(secrets))('holds no %s in clear, in whatever table and form', (_what, secret) => {
    const digits = secret.replaceAll(/\D/g, '');
    const forms = [
      secret,
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      Buffer.from(secret).toString('hex'),
      ...(digits.length > 6 ? [digits.slice(-7)] : []),
    ];
    const places = rows.filter(({ row }) => forms.some((form) => row.toLowerCase().includes(form.toLowerCase())));
    expect(places).toEqual([]);
  });

  it('holds nothing but ciphertext in the columns that are named after it', async () => {
    const columns: { table: string; column: string }[] = await t.db.admin.query(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '%\\_encrypted'`,
    );
    expect(columns.length).toBeGreaterThan(8);
    const filled = new Set<string>();
    for (const { table, column } of columns) {
      const values: { value: string }[] = await t.db.admin.query(`SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`);
      for (const { value } of values) expect(value).toMatch(/^v1\.data-[0-9a-f]{12}\.[\w-]{16}\.[\w-]*\.[\w-]{22}$/);
      if (values.length > 0) filled.add(`${table}.${column}`);
    }
    expect([...filled].sort()).toEqual([
      'client.address_encrypted',
      'client.email_encrypted',
      'client.identity_code_encrypted',
      'client.phone_encrypted',
      'contact_code.code_encrypted',
      'contact_code.value_encrypted',
      'idempotency_key.response_encrypted',
      'reservation.internal_note_encrypted',
      'reservation.note_to_client_encrypted',
    ]);
  });
});
