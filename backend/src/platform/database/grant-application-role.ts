import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions } from './data-source.ts';

const appendOnly = ['audit_event', 'audit_seal', 'reservation_event'];

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/**
 * Gives the application's role its rights on all tables, after every migration. The roles themselves are the operator's.
 * History and log can only be added to: not even a hijacked application can rewrite them.
 */
export async function grantApplicationRole(ownerUrl: string, applicationUrl: string): Promise<void> {
  const role = userOf(applicationUrl);
  if (role === userOf(ownerUrl)) return;
  const quoted = `"${role.replaceAll('"', '""')}"`;
  const dataSource = await new DataSource({ ...dataSourceOptions(ownerUrl, [], 1), extra: {} } as DataSourceOptions).initialize();
  try {
    await dataSource.query(`
      GRANT USAGE ON SCHEMA public TO ${quoted};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${quoted};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${quoted};
      REVOKE INSERT, UPDATE, DELETE ON schema_migration FROM ${quoted};
      REVOKE UPDATE, DELETE, TRUNCATE ON ${appendOnly.join(', ')} FROM ${quoted};`);
  } finally {
    await dataSource.destroy();
  }
}
