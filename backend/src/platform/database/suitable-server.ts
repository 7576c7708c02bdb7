import type { DataSource } from 'typeorm';

const oldestVersion = 150_000;
/** By which lists of people are sorted: å, ä and ö come last. Every PostgreSQL that was built with ICU has it. */
const collation = 'fi-x-icu';

/** The database lacks what the product cannot do without; the message is for whoever runs it. */
export class UnsuitableDatabase extends Error {
  constructor(reason: string) {
    super(`Vuoro cannot use this database: ${reason}`);
    this.name = 'UnsuitableDatabase';
  }
}

/** Before anything is changed in it: a schema on the wrong server would fail much later, in the middle of somebody's work. @throws UnsuitableDatabase */
export async function refuseUnsuitableServer(dataSource: Pick<DataSource, 'query'>): Promise<void> {
  const [server]: { version: number; sorts: boolean }[] = await dataSource.query(
    `SELECT current_setting('server_version_num')::int AS version, EXISTS (SELECT 1 FROM pg_collation WHERE collname = $1) AS sorts`,
    [collation],
  );
  const version = server?.version ?? 0;
  if (version < oldestVersion) throw new UnsuitableDatabase(`it is PostgreSQL ${Math.floor(version / 10_000)}, and 15 or newer is needed.`);
  if (server?.sorts !== true)
    throw new UnsuitableDatabase(
      `it was built without ICU (there is no collation ${collation}), so Finnish names could not be sorted. Use a PostgreSQL with ICU, such as those of Debian or of postgresql.org.`,
    );
}
