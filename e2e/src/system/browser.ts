import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}

const DEBIANS = '/usr/bin/chromium';
const CACHE = join(ROOT, '.cache', 'chromium');
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser of the tests: the one that `E2E_CHROMIUM` names, else Debian's, else the one that a package carries.
 * @throws Error that says what to install; tests without a browser fail, they are never skipped
 */
export async function findBrowser(): Promise<Browser> {
  const named = process.env['E2E_CHROMIUM'] ?? '';
  if (named !== '' && !existsSync(named)) throw new Error(`E2E_CHROMIUM names ${named}, which is not there.`);
  const installed = [named, DEBIANS].find((path) => path !== '' && existsSync(path));
  return installed === undefined ? carried() : { executablePath: installed, args: ARGS, env: environment() };
}

async function carried(): Promise<Browser> {
  if (!existsSync(CACHE)) await unpack();
  const executablePath = join(CACHE, 'chromium');
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(CACHE, 'fonts') };
  const own = { ...environment(), ...fonts };
  if (missingLibraries(executablePath, own).length === 0) return { executablePath, args: ARGS, env: own };
  const env = { ...own, LD_LIBRARY_PATH: join(CACHE, 'al2023', 'lib') };
  const missing = missingLibraries(executablePath, env);
  if (missing.length === 0) return { executablePath, args: ARGS, env };
  throw new Error(
    `The browser of the tests needs ${missing.join(', ')}. Install Debian's browser and run the same command again: sudo apt-get install -y chromium`,
  );
}

async function unpack(): Promise<void> {
  const folder = `${CACHE}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  // The package unpacks into the temporary folder, and takes any file named "chromium" there for its own.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  await inflate(join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'));
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  // Only what is whole is found there the next time.
  renameSync(folder, CACHE);
}

function missingLibraries(executable: string, env: Record<string, string>): string[] {
  try {
    const output = execFileSync('ldd', [executable], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return output
      .split('\n')
      .filter((line) => line.includes('not found'))
      .map((line) => line.trim().split(' ')[0] ?? '');
  } catch {
    return ['a library that ldd could not name'];
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
