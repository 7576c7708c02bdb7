import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '../database/index.ts';
import { inOrderOfIds, wholeTable } from './exchange-steps.ts';

/** A table with encrypted columns. Every one of them has an `id`, which the ciphertext is bound to. */
export interface EncryptedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A row's id and its ciphertexts, in the order of the table's columns. */
export interface EncryptedRow {
  readonly id: string;
  readonly ciphers: readonly (string | null)[];
}

/** All ciphertexts of the database, whosever they are: found by the names of their columns, so that a rotation forgets none. */
@Injectable()
export class EncryptedTables {
  constructor(private readonly transactions: Transactions) {}

  list(): Promise<EncryptedTable[]> {
    return this.transactions.system((tx) =>
      tx.query(
        `SELECT quote_ident(table_name) AS name, array_agg(quote_ident(column_name) ORDER BY column_name) AS columns
           FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '%\\_encrypted'
          GROUP BY table_name ORDER BY table_name`,
      ),
    );
  }

  /** How many rows have a ciphertext of another key. */
  async countOfOtherKeys(table: EncryptedTable, keyId: string): Promise<number> {
    const rows: { count: number }[] = await this.transactions.system(async (tx) => {
      await tx.query(wholeTable);
      return tx.query(`SELECT count(*)::int AS count FROM ${table.name} WHERE ${ofOtherKeys(table)}`, [keyId]);
    });
    return rows[0]?.count ?? 0;
  }

  /** The next rows that have a ciphertext of another key, locked against change. Rows that somebody is changing are left out, so nobody waits for this and it for nobody. */
  async lockOfOtherKeys(tx: Tx, table: EncryptedTable, keyId: string, after: string, limit: number): Promise<EncryptedRow[]> {
    await tx.query(inOrderOfIds);
    return tx.query(
      `SELECT id, ARRAY[${table.columns.join(', ')}] AS ciphers FROM ${table.name}
        WHERE id > $2 AND (${ofOtherKeys(table)}) ORDER BY id LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED`,
      [keyId, after, limit],
    );
  }

  async write(tx: Tx, table: EncryptedTable, rows: readonly EncryptedRow[]): Promise<void> {
    const names = table.columns.map((_column, index) => `c${index}`);
    await tx.query(
      `UPDATE ${table.name} AS target SET ${table.columns.map((column, index) => `${column} = fresh.c${index}`).join(', ')}
         FROM unnest($1::uuid[], ${names.map((_name, index) => `$${index + 2}::text[]`).join(', ')}) AS fresh (id, ${names.join(', ')})
        WHERE target.id = fresh.id`,
      [rows.map(({ id }) => id), ...names.map((_name, index) => rows.map(({ ciphers }) => ciphers[index] ?? null))],
    );
  }
}

/** `v1.<key id>.…`; an empty field is of no key. */
function ofOtherKeys(table: EncryptedTable): string {
  return table.columns.map((column) => `split_part(${column}, '.', 2) <> $1`).join(' OR ');
}
