import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.ts';
import { Transactions } from '../database/index.ts';
import { BlindIndex } from './blind-index.ts';
import { ExchangeLock } from './exchange-lock.ts';
import { inBatches, untilSettled, type Say } from './exchange-steps.ts';
import { FieldCipher } from './field-cipher.ts';
import { countOfOtherKeys, IndexedTables, lockIndexedRows, writeIndexes, type IndexedRow, type IndexedTable } from './indexed-tables.ts';
import type { KeyInUse } from './key-rows.ts';
import { Keyring } from './keyring.ts';

export interface IndexExchangeOptions {
  readonly say: Say;
  readonly rowsAtOnce?: number;
}

/**
 * Puts `index-key.next` in the place of the index key, while the product runs: every blind index is made anew from its encrypted text. Meanwhile
 * people are looked for under both keys. Killed at any moment it harms nothing, and the next run goes on.
 */
@Injectable()
export class RotateIndexKey {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly keyring: Keyring,
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
    private readonly indexed: IndexedTables,
    private readonly lock: ExchangeLock,
  ) {}

  /** @throws KeysUnusable in one sentence for the operator; Error naming table, column and row of a field that cannot be read */
  async execute({ say, rowsAtOnce = 500 }: IndexExchangeOptions): Promise<void> {
    await this.lock.during(() => this.exchange(say, rowsAtOnce));
  }

  private async exchange(say: Say, rowsAtOnce: number): Promise<void> {
    const key = await this.begun();
    await untilSettled(this.clock, key, say);
    const count = (tx: Parameters<typeof countOfOtherKeys>[0]): Promise<number> => countOfOtherKeys(tx, this.indexed.tables, key.id);
    for (let ended = false; !ended;) {
      for (const table of this.indexed.tables) {
        const rows = await inBatches(table.name, say, (after) => this.nextBatch(table, key, after, rowsAtOnce));
        if (rows > 0) say(`${table.name}: ${rows} rows indexed anew`);
      }
      // Rows that were held by somebody are found in the next round.
      ended = await this.keyring.endIndexExchange(key, count);
      if (!ended) await wait(250);
    }
    say(`Every index is under ${key.id}, and the keys before it are retired.`);
    say('Now, on every host: rename index-key to index-key.previous, then index-key.next to index-key.');
    say('Delete index-key.previous after two days: sessions and repeated requests of before are known by it until then.');
  }

  /** Tried until no transaction is in the middle of writing an index. */
  private async begun(): Promise<KeyInUse> {
    for (;;) {
      const key = await this.keyring.beginIndexExchange();
      if (key !== undefined) return key;
      await wait(50);
    }
  }

  /** One short transaction. @returns the ids of its rows */
  private nextBatch(table: IndexedTable, key: KeyInUse, after: string, limit: number): Promise<string[]> {
    return this.transactions.system(async (tx) => {
      const rows = await lockIndexedRows(tx, table, key.id, after, limit);
      if (rows.length === 0) return [];
      const fresh = rows.map((row) => ({ id: row.id, indexes: this.indexesOf(table, row) }));
      await writeIndexes(tx, table, fresh);
      return rows.map(({ id }) => id);
    });
  }

  private indexesOf(table: IndexedTable, row: IndexedRow): (string | null)[] {
    return table.columns.map(({ encrypted, kind, normalised }, position) => {
      const cipher = row.ciphers[position] ?? null;
      if (cipher === null) return null;
      const plain = this.read(table, encrypted, row.id, cipher);
      return this.blindIndex.of(kind, row.organisation_id, normalised === undefined ? plain : normalised(plain, row.besides));
    });
  }

  private read(table: IndexedTable, column: string, rowId: string, cipher: string): string {
    try {
      return this.cipher.decrypt(cipher, { table: table.name, column, rowId });
    } catch (error) {
      throw new Error(`${column} of the row ${rowId} of ${table.name} cannot be read`, { cause: error });
    }
  }
}
