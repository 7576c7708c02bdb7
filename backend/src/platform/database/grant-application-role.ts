import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions } from './data-source.ts';

/** Tables whose rows end. Everything else is kept for ever, or until the owner's retention takes it. */
const deletable = [
  'allocation',
  'contact_code',
  'hold',
  'idempotency_key',
  'offered_time_subject',
  'other_work',
  'outbox_message',
  'quota_use',
  'reservation_subject',
  'role_grant',
  'session',
  'working_hours',
];

const appendOnly = ['audit_event', 'audit_seal', 'reservation_event'];

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);
const databaseOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));
const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Gives the application's role its rights on all tables, after every migration. The roles themselves are the operator's.
 * History and log can only be added to, and no key can be taken away: not even a hijacked application can rewrite or destroy them.
 */
export async function grantApplicationRole(ownerUrl: string, applicationUrl: string): Promise<void> {
  const role = userOf(applicationUrl);
  if (role === userOf(ownerUrl)) return;
  const dataSource = await new DataSource({ ...dataSourceOptions(ownerUrl, [], 1), extra: {} } as DataSourceOptions).initialize();
  try {
    const [auditColumns]: { names: string }[] = await dataSource.query(
      `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS names FROM pg_attribute
        WHERE attrelid = 'audit_event'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'xid'`,
    );
    // One statement text is one transaction: a running application never sees the moment in which it has no rights.
    await dataSource.query(rights(quotedName(role), quotedName(databaseOf(ownerUrl)), auditColumns?.names ?? ''));
  } finally {
    await dataSource.destroy();
  }
}

function rights(role: string, database: string, auditColumns: string): string {
  return `
    REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC;
    REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO ${role};
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role};
    REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role};
    GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO ${role};
    GRANT DELETE ON ${deletable.join(', ')} TO ${role};
    REVOKE INSERT, UPDATE ON schema_migration FROM ${role};
    REVOKE UPDATE ON ${appendOnly.join(', ')} FROM ${role};

    -- The number of the transaction is what a seal counts by, so only the database may write it.
    REVOKE INSERT ON audit_event FROM ${role};
    GRANT INSERT (${auditColumns}) ON audit_event TO ${role};

    -- A lost or changed key would be the loss of everything that it encrypts; a key is added and retired, nothing else.
    REVOKE INSERT, UPDATE ON encryption_key FROM ${role};
    GRANT INSERT (id, wrapped_key, created_at), UPDATE (retired_at) ON encryption_key TO ${role};`;
}
