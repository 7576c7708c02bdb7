import pg from 'pg';

/** One connection of its own, outside any pool. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // When the bench is ended early the server goes away under it; whoever waits for a query learns of it.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
