import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ApiModule } from './api.module.ts';
import { generateDocuments, type GeneratedFile } from './platform/http/openapi/generate.ts';
import { firstDifference } from './platform/http/openapi/first-difference.ts';
import { startProcess } from './platform/start-process.ts';

const root = join(import.meta.dirname, '../..');

/** Writes openapi.yaml and docs/problems.md; with --check only compares and fails when they are out of date. */
await startProcess(async () => {
  const files = await generateDocuments(ApiModule);
  if (process.argv.includes('--check')) return compare(files);
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    process.stdout.write(`Wrote ${path}\n`);
  }
});

async function compare(files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, text } of files) {
    const committed = await readFile(join(root, path), 'utf8').catch(() => '');
    const difference = firstDifference(committed, text);
    if (difference === null) continue;
    process.exitCode = 1;
    process.stderr.write(`${path} is not what the code says. Run "npm run openapi -w backend" and commit it.\n${difference}\n`);
  }
  if (process.exitCode !== 1) process.stdout.write('openapi.yaml and docs/problems.md match the code.\n');
}
