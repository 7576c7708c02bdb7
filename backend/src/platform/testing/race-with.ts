import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../database/data-source.ts';
import { Transactions } from '../database/transactions.ts';
import type { TestDatabase } from './test-database.ts';

/**
 * Lets several rivals do the same at the same moment, each on a database connection of its own, and gives back how each of them ended.
 * They start together once every connection stands.
 */
export async function raceWith<T>(
  db: Pick<TestDatabase, 'url'>,
  rivals: number,
  run: (transactions: Transactions, rival: number) => Promise<T>,
): Promise<PromiseSettledResult<T>[]> {
  const sources = await Promise.all(
    Array.from({ length: rivals }, async () => {
      const source = await new DataSource(dataSourceOptions(db.url, [], 1)).initialize();
      await source.query('SELECT 1');
      return source;
    }),
  );
  try {
    return await Promise.allSettled(sources.map((source, rival) => run(new Transactions(source), rival)));
  } finally {
    await Promise.all(sources.map((source) => source.destroy()));
  }
}
