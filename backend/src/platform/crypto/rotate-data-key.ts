import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.ts';
import { Transactions } from '../database/index.ts';
import { EncryptedTables, type EncryptedTable } from './encrypted-tables.ts';
import { keyIdOf } from './envelope.ts';
import { ExchangeLock } from './exchange-lock.ts';
import { inBatches, untilSettled, type Say } from './exchange-steps.ts';
import { FieldCipher } from './field-cipher.ts';
import type { KeyInUse } from './key-rows.ts';
import { Keyring } from './keyring.ts';

export interface RotationOptions {
  readonly say: Say;
  readonly rowsAtOnce?: number;
}

/**
 * Gives the database a new data key and writes every encrypted field anew under it, while the product runs. Killed at any moment it
 * harms nothing, and the next run goes on with the same key. At its end no field is under an old key.
 */
@Injectable()
export class RotateDataKey {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly keyring: Keyring,
    private readonly cipher: FieldCipher,
    private readonly tables: EncryptedTables,
    private readonly lock: ExchangeLock,
  ) {}

  /** @throws Error naming table, column and row of a field that cannot be read; whatever was written until then is good */
  async execute({ say, rowsAtOnce = 1000 }: RotationOptions): Promise<void> {
    await this.lock.during(() => this.rotate(say, rowsAtOnce));
  }

  private async rotate(say: Say, rowsAtOnce: number): Promise<void> {
    const key = await this.keyring.beginRotation();
    await untilSettled(this.clock, key, say);
    const tables = await this.tables.list();
    // Rows that were being changed are found in the next round.
    for (let left = 1; left > 0;) {
      for (const table of tables) {
        const rows = await inBatches(table.name, say, (after) => this.nextBatch(table, key, after, rowsAtOnce));
        say(`${table.name}: ${rows} rows written anew`);
      }
      left = await this.countLeft(tables, key);
      if (left > 0) await wait(1000);
    }
    await this.keyring.retireBefore(key);
    say(`Every field is under ${key.id}, and the keys before it are retired.`);
  }

  /** One short transaction. @returns the ids of its rows */
  private nextBatch(table: EncryptedTable, key: KeyInUse, after: string, limit: number): Promise<string[]> {
    return this.transactions.system(async (tx) => {
      const rows = await this.tables.lockOfOtherKeys(tx, table, key.id, after, limit);
      if (rows.length === 0) return [];
      const fresh = rows.map(({ id, ciphers }) => ({
        id,
        ciphers: ciphers.map((cipher, index) => this.anew(cipher, key, table, table.columns[index] ?? '', id)),
      }));
      await this.tables.write(tx, table, fresh);
      return rows.map(({ id }) => id);
    });
  }

  private anew(cipher: string | null, key: KeyInUse, table: EncryptedTable, column: string, rowId: string): string | null {
    if (cipher === null || keyIdOf(cipher) === key.id) return cipher;
    const place = { table: table.name, column, rowId };
    try {
      return this.cipher.encrypt(this.cipher.decrypt(cipher, place), place);
    } catch (error) {
      throw new Error(`${column} of the row ${rowId} of ${table.name} cannot be read`, { cause: error });
    }
  }

  private async countLeft(tables: readonly EncryptedTable[], key: KeyInUse): Promise<number> {
    let left = 0;
    for (const table of tables) left += await this.tables.countOfOtherKeys(table, key.id);
    return left;
  }
}
