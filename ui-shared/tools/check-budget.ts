/**
 * Fails when the script that the first view loads weighs more than its budget after gzip. The builder's own budgets
 * count raw bytes, and a phone on a slow network waits for the compressed ones.
 * Usage: node check-budget.ts <citizen-ui|employee-ui>
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGETS_KB: Readonly<Record<string, number>> = { 'citizen-ui': 120, 'employee-ui': 130 };

const application = process.argv[2] ?? '';
const budget = BUDGETS_KB[application];
if (budget === undefined) throw new Error(`Usage: node check-budget.ts <${Object.keys(BUDGETS_KB).join('|')}>`);

const folder = new URL(`../../${application}/dist/`, import.meta.url);
const seen = new Set<string>();

/** The page's own scripts and, through their static imports, every chunk that must arrive before the first view. */
function weigh(file: string): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const content = readFileSync(new URL(file, folder));
  const imports = [...content.toString().matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g)].map(([, name = '']) => name);
  return gzipSync(content, { level: 9 }).length + imports.reduce((sum, name) => sum + weigh(name), 0);
}

const page = readFileSync(new URL('index.html', folder), 'utf8');
const scripts = [...page.matchAll(/(?:src|href)="([\w-]+\.js)"/g)].map(([, name = '']) => name);
const kilobytes = scripts.reduce((sum, name) => sum + weigh(name), 0) / 1000;
process.stdout.write(`${application}: first view ${kilobytes.toFixed(1)} kB gzip in ${seen.size} files, budget ${budget} kB\n`);
if (scripts.length === 0 || kilobytes > budget) process.exitCode = 1;
