import type { Client } from 'pg';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly fallback: string | null;
}

interface Named {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const heading = `# Data model

Read from the catalog of a database to which all migrations have been applied; do not edit it by hand. Why the tables are as they are:
[calendar](developer-guide/calendar.md), [reservations](developer-guide/reservations.md), and the pages beside them. Every table with
\`organisation_id\` is protected by row level security, forced on its owner too.
`;

const columnsSql = `
  SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
         pg_get_expr(d.adbin, d.adrelid) AS fallback
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migration'
   ORDER BY c.relname, a.attnum`;

// Not-null constraints are rows of the catalog from PostgreSQL 18 on, and stand in the column list already.
const constraintsSql = `
  SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND contype <> 'n' AND conrelid::regclass::text <> 'schema_migration'
   ORDER BY conrelid::regclass::text, contype, conname`;

const indexesSql = `
  SELECT i.indrelid::regclass::text AS "table", c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE c.relnamespace = 'public'::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
   ORDER BY 1, 2`;

/** The whole schema as Markdown, always in the same order. */
export async function describeSchema(client: Client): Promise<string> {
  const columns = (await client.query<Column>(columnsSql)).rows;
  const constraints = (await client.query<Named>(constraintsSql)).rows;
  const indexes = (await client.query<Named>(indexesSql)).rows;
  const tables = [...new Set(columns.map((column) => column.table))];
  return [heading, ...tables.map((table) => describeTable(table, columns, constraints, indexes))].join('\n');
}

function describeTable(table: string, columns: readonly Column[], constraints: readonly Named[], indexes: readonly Named[]): string {
  const of = <T extends { readonly table: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.table === table);
  const lines = [`## ${table}`, '', '| Column | Type | Default |', '|---|---|---|'];
  for (const column of of(columns))
    lines.push(`| ${column.name} | ${column.type}${column.required ? '' : ', may be null'} | ${inCode(column.fallback)} |`);
  lines.push('', ...of(constraints).map(asItem), ...of(indexes).map(asItem), '');
  return lines.join('\n');
}

function asItem(named: Named): string {
  return `- **${named.name}**: ${inCode(named.definition.replace(/^CREATE (UNIQUE )?INDEX \S+ ON (public\.)?\S+ /, '$1INDEX '))}`;
}

function inCode(sql: string | null): string {
  return sql === null ? '' : `\`${sql.replaceAll('|', '\\|')}\``;
}
