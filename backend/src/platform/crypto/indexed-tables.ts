import type { Tx } from '../database/index.ts';
import type { BlindIndexKind } from './blind-index.ts';
import { inOrderOfIds } from './exchange-steps.ts';

/** A column with a blind index, and the encrypted one whose text it stands for. */
export interface IndexedColumn {
  readonly index: string;
  readonly encrypted: string;
  readonly kind: BlindIndexKind;
  /** What is indexed, where that is not the bare text; told the row's columns of `besides`. */
  readonly normalised?: (plain: string, besides: readonly string[]) => string;
}

/**
 * A table whose rows are found by blind indexes, declared by the module that it belongs to. It has `id` and `organisation_id`, and a
 * database index over organisation and blind index, by which it is told at once that none is left of an old key.
 */
export interface IndexedTable {
  readonly name: string;
  /** Columns, never null, that the text of an index depends on. */
  readonly besides: readonly string[];
  readonly columns: readonly IndexedColumn[];
}

/** A row with what its indexes are made of, in the order of the table's columns. */
export interface IndexedRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly besides: readonly string[];
  readonly ciphers: readonly (string | null)[];
}

export type FreshIndexes = Pick<IndexedRow, 'id'> & { readonly indexes: readonly (string | null)[] };

/**
 * The next rows that have an index of another key, locked. The lock is the strongest, since the index is part of a key of the table; rows that anybody
 * holds, be it as the target of a foreign key, are left out, so nobody waits for this and it for nobody.
 */
export async function lockIndexedRows(tx: Tx, table: IndexedTable, keyId: string, after: string, limit: number): Promise<IndexedRow[]> {
  await tx.query(inOrderOfIds);
  const ofOtherKeys = table.columns.map(({ index }) => `split_part(${index}, '.', 1) <> $1`).join(' OR ');
  return tx.query(
    `SELECT id, organisation_id, ARRAY[${table.besides.map((column) => `${column}::text`).join(', ')}]::text[] AS besides,
            ARRAY[${table.columns.map(({ encrypted }) => encrypted).join(', ')}] AS ciphers
       FROM ${table.name} WHERE id > $2 AND (${ofOtherKeys}) ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED`,
    [keyId, after, limit],
  );
}

/** Writes the indexes and nothing else: neither versions nor times of change. */
export async function writeIndexes(tx: Tx, table: IndexedTable, rows: readonly FreshIndexes[]): Promise<void> {
  const names = table.columns.map((_column, position) => `i${position}`);
  await tx.query(
    `UPDATE ${table.name} AS target SET ${table.columns.map(({ index }, position) => `${index} = fresh.i${position}`).join(', ')}
       FROM unnest($1::uuid[], ${names.map((_name, position) => `$${position + 2}::text[]`).join(', ')}) AS fresh (id, ${names.join(', ')})
      WHERE target.id = fresh.id`,
    [rows.map(({ id }) => id), ...names.map((_name, position) => rows.map(({ indexes }) => indexes[position] ?? null))],
  );
}

/**
 * In how many organisations and columns there is an index of another key. Quick however many rows there are: the indexes of one key stand
 * together, so the first and the last of each organisation tell of all.
 */
export async function countOfOtherKeys(tx: Tx, tables: readonly IndexedTable[], keyId: string): Promise<number> {
  let left = 0;
  for (const { name, columns } of tables)
    for (const { index } of columns) {
      const [row]: { count: number }[] = await tx.query(
        `SELECT count(*)::int AS count FROM organisation
           JOIN LATERAL (SELECT min(${index}) AS first, max(${index}) AS last FROM ${name} WHERE organisation_id = organisation.id) AS found ON true
          WHERE split_part(first, '.', 1) <> $1 OR split_part(last, '.', 1) <> $1`,
        [keyId],
      );
      left += row?.count ?? 0;
    }
  return left;
}

/** Every table that has blind indexes; what the exchange of the index key writes anew. */
export abstract class IndexedTables {
  abstract readonly tables: readonly IndexedTable[];
}
