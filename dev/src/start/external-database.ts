import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rewritten } from '../postgres.ts';
import { messageOf, PlainError } from '../plain-error.ts';
import { APPLICATION_ROLE, ensureRole, withConnection } from '../postgres/roles.ts';
import { checkDatabase } from './checks.ts';

/** The two connections of the product. */
export interface DatabaseAddresses {
  /** For API and worker: a role that owns nothing, so that row level security binds it. */
  readonly appUrl: string;
  /** For migrations and the demo. */
  readonly ownerUrl: string;
}

/**
 * The database that somebody else runs. With `DATABASE_OWNER_URL` both roles are theirs. With `DATABASE_URL` alone it is taken
 * for the owner's, and the application's own role is made beside it: an owner would pass by row level security.
 * @throws PlainError when it does not answer or the role cannot be made
 */
export async function externalDatabase(databaseUrl: string, ownerUrl: string | undefined, folder: string): Promise<DatabaseAddresses> {
  await checkDatabase('DATABASE_URL', databaseUrl);
  if (ownerUrl !== undefined && ownerUrl !== '') {
    await checkDatabase('DATABASE_OWNER_URL', ownerUrl);
    return { appUrl: databaseUrl, ownerUrl };
  }
  const password = passwordIn(join(folder, 'external-database-password'));
  try {
    await withConnection(databaseUrl, async (client) => {
      await ensureRole(client, APPLICATION_ROLE, password);
      const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
      await client.query(`GRANT CONNECT ON DATABASE ${client.escapeIdentifier(rows[0]?.name ?? '')} TO ${APPLICATION_ROLE}`);
    });
  } catch (error) {
    throw new PlainError(
      `The role of DATABASE_URL cannot make the application's role ${APPLICATION_ROLE} (${messageOf(error)}). ` +
        'Give it CREATEROLE, or make the role yourself and set DATABASE_URL to it and DATABASE_OWNER_URL to the owner of the database.',
    );
  }
  return { appUrl: rewritten(databaseUrl, undefined, APPLICATION_ROLE, password), ownerUrl: databaseUrl };
}

function passwordIn(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const made = randomBytes(24).toString('base64url');
  writeFileSync(file, made, { mode: 0o600 });
  return made;
}
