/**
 * Fails on a text key that is missing, unused or uneven in any of the three languages of ui-shared, citizen-ui and
 * employee-ui, on placeholders that differ between languages, and on a key that the code uses and nobody has written.
 * Keys are always written whole in the code; the one prefix that is put together at run time is `problems.`.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LANGUAGES = ['fi', 'sv', 'en'];
const DYNAMIC = 'problems.';
const APPLICATIONS = ['citizen-ui', 'employee-ui'];

const faults: string[] = [];

interface Workspace {
  readonly name: string;
  readonly keys: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, string>;
}

function flatten(value: unknown, prefix: string, into: Map<string, string>): Map<string, string> {
  if (typeof value === 'string') return into.set(prefix, value);
  for (const [key, child] of Object.entries(value ?? {})) flatten(child, prefix === '' ? key : `${prefix}.${key}`, into);
  return into;
}

function readTexts(workspace: string, language: string): Map<string, string> {
  const file = join(ROOT, workspace, 'src/i18n', `${language}.json`);
  return flatten(JSON.parse(readFileSync(file, 'utf8')), '', new Map());
}

/** `{{ name }}` and the counts of plurals: the words around them differ, what is filled in may not. */
function placeholders(text: string): string {
  const found = [...text.matchAll(/\{\{\s*(\w+)\s*\}\}|\[\[\s*(\w+)/g)].map(([, value, count]) => value ?? `#${count ?? ''}`);
  return [...new Set(found)].sort().join(' ');
}

function compareLanguages(workspace: string): ReadonlySet<string> {
  const texts = new Map(LANGUAGES.map((language) => [language, readTexts(workspace, language)]));
  const keys = new Set([...texts.values()].flatMap((known) => [...known.keys()]));
  for (const key of keys) {
    const forms = new Set<string>();
    for (const [language, known] of texts) {
      const text = known.get(key);
      if (text === undefined) faults.push(`${workspace}: ${language} lacks ${key}`);
      else if (text.trim() === '') faults.push(`${workspace}: ${language} has an empty ${key}`);
      else forms.add(placeholders(text));
    }
    if (forms.size > 1) faults.push(`${workspace}: ${key} fills in different things: ${[...forms].map((form) => `[${form}]`).join(' ')}`);
  }
  return keys;
}

function readSources(workspace: string): Map<string, string> {
  const folder = join(ROOT, workspace, 'src');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|html)$/.test(entry.name) && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/api/generated/'));
  return new Map(files.map((file) => [relative(ROOT, file), readFileSync(file, 'utf8')]));
}

function readWorkspace(name: string): Workspace {
  return { name, keys: compareLanguages(name), sources: readSources(name) };
}

function literalsOf(sources: ReadonlyMap<string, string>): Map<string, string> {
  const literals = new Map<string, string>();
  for (const [file, source] of sources) {
    for (const [, , literal = ''] of source.matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)) literals.set(literal, file);
    // A key inside an attribute: [label]="'calendar.time' | transloco" is found above as the outer string.
    for (const [, literal = ''] of source.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)) literals.set(literal, file);
  }
  return literals;
}

/** A quoted string that begins with a known first part and a dot is meant as a key. */
function reportUnwritten(workspace: Workspace, known: ReadonlySet<string>): void {
  const heads = new Set([...known].map((key) => key.split('.')[0] ?? ''));
  for (const [literal, file] of literalsOf(workspace.sources)) {
    if (!/^[\w-]+(\.[\w-]+)+$/.test(literal) || known.has(literal)) continue;
    if (heads.has(literal.split('.')[0] ?? '')) faults.push(`${file}: nobody has written ${literal}`);
  }
}

function reportUnused(workspace: Workspace, users: readonly Workspace[]): void {
  const used = new Set(users.flatMap(({ sources }) => [...literalsOf(sources).keys()]));
  for (const key of workspace.keys) {
    if (!used.has(key) && !key.startsWith(DYNAMIC)) faults.push(`${workspace.name}: nothing shows ${key}`);
  }
}

const shared = readWorkspace('ui-shared');
const applications = APPLICATIONS.map(readWorkspace);

reportUnwritten(shared, new Set([...shared.keys, 'application.name']));
reportUnused(shared, [shared, ...applications]);
for (const application of applications) {
  for (const key of application.keys) {
    if (shared.keys.has(key)) faults.push(`${application.name}: ${key} is already in ui-shared`);
    const [head = ''] = key.split('.');
    const replaces = [...shared.keys].some((other) => other.startsWith(`${head}.`));
    if (replaces && !shared.keys.has(key))
      faults.push(`${application.name}: ${head} is a part of ui-shared; choose another first part for ${key}`);
  }
  reportUnwritten(application, new Set([...shared.keys, ...application.keys]));
  reportUnused(application, [application, shared]);
}

/** Every code that the server can answer with needs a text; `docs/problems.md` is generated from the server's code. */
function reportUntoldProblems(): void {
  const page = readFileSync(join(ROOT, 'docs/problems.md'), 'utf8');
  const codes = [...page.matchAll(/^(?:\| |- )`([A-Z0-9_]+)`/gm)].map(([, code = '']) => code);
  if (codes.length === 0) faults.push('docs/problems.md: no codes found; has its form changed?');
  for (const code of codes)
    if (!shared.keys.has(`${DYNAMIC}${code}`)) faults.push(`ui-shared: lacks ${DYNAMIC}${code} of docs/problems.md`);
}

if (existsSync(join(ROOT, 'docs/problems.md'))) reportUntoldProblems();

const total = shared.keys.size + applications.reduce((sum, { keys }) => sum + keys.size, 0);
process.stdout.write(
  faults.length === 0
    ? `${total} texts in ${LANGUAGES.join(', ')}: complete\n`
    : `${faults.join('\n')}\n${faults.length} faults in texts\n`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
