import type pg from 'pg';
import { PLACE } from './place.ts';
import { fixedId, type Product } from './product.ts';

export const CLIENTS = 20_000;
const chunk = 2000;
const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

export function clientId(index: number): string {
  return fixedId(`client ${index}`);
}

/** Clients with confirmed contacts, encrypted by the product itself, so that it plans messages for them as for real ones. */
export async function makeClients(admin: pg.Client, product: Product): Promise<void> {
  for (let from = 0; from < CLIENTS; from += chunk) {
    const rows = Array.from({ length: chunk }, (_, index) => clientRow(product, from + index));
    await admin.query(
      `INSERT INTO client (id, organisation_id, identity_kind, identity_code_encrypted, identity_index, first_names, last_name, birth_on, phone_encrypted, phone_index,
                           phone_confirmed_at, email_encrypted, email_index, email_confirmed_at, created_at, updated_at)
       SELECT id, $1, 'PERSONAL_IDENTITY_CODE', code, code_index, 'Testi', 'Asiakas ' || n, birth_on, phone, phone_index, $2, email, email_index, $2, $2, $2
         FROM unnest($3::uuid[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[], $9::text[], $10::text[], $11::int[])
              AS given (id, code, code_index, birth_on, phone, phone_index, email, email_index, n)`,
      [PLACE.organisationId, '2024-01-01T00:00:00Z', ...columnsOf(rows)],
    );
  }
}

function clientRow(product: Product, index: number): readonly unknown[] {
  const id = clientId(index);
  const secret = (column: string, kind: 'identity-code' | 'phone' | 'email', plain: string): readonly string[] => [
    product.cipher.encrypt(plain, { table: 'client', column, rowId: id }),
    product.blindIndex.of(kind, PLACE.organisationId, plain),
  ];
  const { code, birthOn } = identityOf(index);
  return [
    id,
    ...secret('identity_code_encrypted', 'identity-code', code),
    birthOn,
    ...secret('phone_encrypted', 'phone', `+35850${String(1_000_000 + index)}`),
    ...secret('email_encrypted', 'email', `client${index}@bench.example`),
    index,
  ];
}

/** A code of the range that is never given to anybody (900–999), another one for each index. */
function identityOf(index: number): { code: string; birthOn: string } {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = two(1 + (index % 28));
  const month = two(1 + (Math.floor(index / 28) % 12));
  const year = two(30 + (Math.floor(index / 336) % 60));
  const number = String(900 + Math.floor(index / 20_160));
  const check = checkCharacters[Number(`${day}${month}${year}${number}`) % 31] ?? '';
  return { code: `${day}${month}${year}-${number}${check}`, birthOn: `19${year}-${month}-${day}` };
}

function columnsOf(rows: readonly (readonly unknown[])[]): unknown[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}
