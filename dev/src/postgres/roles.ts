import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';

/** Owns the schema and runs the migrations. */
export const OWNER_ROLE = 'vuoro_owner';
/** What API and worker run as: neither owner nor superuser, so that row level security always binds it. */
export const APPLICATION_ROLE = 'vuoro_app';

/** Generated passwords of one database server. */
export interface Credentials {
  readonly postgres: string;
  readonly owner: string;
  readonly application: string;
}

/** Reads the passwords of a server, or makes them on its first start; readable by the starting user alone. */
export function credentialsIn(file: string): Credentials {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  const password = (): string => randomBytes(24).toString('base64url');
  const made: Credentials = { postgres: password(), owner: password(), application: password() };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** Runs work on one connection and closes it. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // The server may go away while we are idle; the next query says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes both roles, or gives the existing ones these passwords. Needs CREATEROLE. */
export async function ensureRoles(client: pg.Client, credentials: Pick<Credentials, 'owner' | 'application'>): Promise<void> {
  await ensureRole(client, OWNER_ROLE, credentials.owner);
  await ensureRole(client, APPLICATION_ROLE, credentials.application);
}

/** Makes one role that may log in and nothing else, or gives the existing one this password. */
export async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS';
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  const attributes = rowCount === 0 ? rights : 'LOGIN';
  await client.query(`${verb} ROLE ${client.escapeIdentifier(role)} WITH ${attributes} PASSWORD ${client.escapeLiteral(password)}`);
}

/** Makes a database of the owner role when there is none of that name; only the two roles may connect to it. */
export async function ensureDatabase(client: pg.Client, name: string, template?: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount !== 0) return;
  const database = client.escapeIdentifier(name);
  const origin =
    template === undefined
      ? `TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`
      : `TEMPLATE ${client.escapeIdentifier(template)}`;
  await client.query(`CREATE DATABASE ${database} OWNER ${OWNER_ROLE} ${origin}`);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${APPLICATION_ROLE}`);
}
