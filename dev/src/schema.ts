/**
 * Writes docs/data-model.md from the catalog after all migrations, so that a review sees the real schema; with --check it only
 * compares, and fails when the document is out of date.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startTemporaryPostgres } from './postgres/temporary.ts';
import { describeSchema } from './schema/describe-schema.ts';

const root = join(import.meta.dirname, '../..');
const document = join(root, 'docs/data-model.md');

const server = await startTemporaryPostgres();
try {
  const environment = { ...process.env, DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl };
  execFileSync(process.execPath, [join(root, 'backend/dist/main.migrate.js')], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  const text = await describeSchema(client);
  await client.end();
  if (!process.argv.includes('--check')) writeFileSync(document, text);
  else if (readFileSync(document, 'utf8') !== text) {
    process.stderr.write('docs/data-model.md is not what the migrations make. Run "npm run schema -w dev" and commit it.\n');
    process.exitCode = 1;
  }
} finally {
  await server.stop();
}
