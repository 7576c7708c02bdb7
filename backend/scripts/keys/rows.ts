import type pg from 'pg';
import { product } from '../messages/built.ts';

export const organisationId = '01900000-0000-7000-8000-000000000001';
const chunk = 5000;

interface Ring {
  load(): Promise<void>;
}
interface Cipher {
  encrypt(plain: string, place: { table: string; column: string; rowId: string }): string;
}
interface Index {
  of(kind: string, organisationId: string, normalised: string): string;
}

/** Clients whose fields the product itself has encrypted and indexed. */
export async function makeRows(admin: pg.Client, keysDirectory: string, count: number): Promise<void> {
  const text = JSON.stringify({ fi: 'Alue', sv: 'Område', en: 'Area' });
  await admin.query(
    `INSERT INTO organisation (id, code, oid, controller_oid, name, portal_name, citizen_host, employee_host, contact_phone, contact_text_number,
                               contact_hours, contact_address, sms_sender, email_sender, created_at, updated_at)
     VALUES ($1, 'T1', '1.2', '1.2', $2, $2, 'a.example', 'b.example', '', '', $2, $2, 'Vuoro', 'a@a.example', now(), now())`,
    [organisationId, text],
  );
  const { newId, cipher, index } = await loaded(admin, keysDirectory);
  const kinds = [
    ['identity_code_encrypted', 'identity-code'],
    ['phone_encrypted', 'phone'],
    ['email_encrypted', 'email'],
  ] as const;
  const columns = 'identity_code_encrypted, identity_index, phone_encrypted, phone_index, email_encrypted, email_index';
  for (let from = 0; from < count; from += chunk) {
    const rows = Array.from({ length: Math.min(chunk, count - from) }, (_none, at) => {
      const id = newId();
      const number = String(from + at);
      const values = [`010190-${number}`, `+35850${number.padStart(7, '0')}`, `client${number}@example.invalid`];
      const fields = kinds.flatMap(([column, kind], which) => {
        const plain = values[which] ?? '';
        return [cipher.encrypt(plain, { table: 'client', column, rowId: id }), index.of(kind, organisationId, plain)];
      });
      return [id, number, ...fields];
    });
    const given = Array.from({ length: 8 }, (_none, column) => rows.map((row) => row[column]));
    await admin.query(
      `INSERT INTO client (id, last_name, ${columns}, organisation_id, identity_kind, first_names, birth_on, created_at, updated_at)
       SELECT id, 'Asiakas ' || number, ${columns}, $1, 'PERSONAL_IDENTITY_CODE', 'Testi', '1990-01-01', now(), now()
         FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) AS given (id, number, ${columns})`,
      [organisationId, ...given],
    );
  }
}

async function loaded(admin: pg.Client, keysDirectory: string): Promise<{ newId(): string; cipher: Cipher; index: Index }> {
  const { newId, SystemClock } = await product<{ newId(): string; SystemClock: new () => object }>('kernel/index.js');
  const crypto = await product<{
    Keyring: new (transactions: object, clock: object, files: object) => Ring;
    keyFilesOf(directory: string): object;
    FieldCipher: new (ring: Ring) => Cipher;
    BlindIndex: new (ring: Ring) => Index;
  }>('platform/crypto/index.js');
  const tx = { query: async (sql: string, parameters?: unknown[]): Promise<unknown> => (await admin.query(sql, parameters)).rows };
  const transactions = { system: (work: (given: typeof tx) => Promise<void>) => work(tx) };
  const ring = new crypto.Keyring(transactions, new SystemClock(), crypto.keyFilesOf(keysDirectory));
  await ring.load();
  return { newId, cipher: new crypto.FieldCipher(ring), index: new crypto.BlindIndex(ring) };
}
