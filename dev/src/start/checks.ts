import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { errorCode, messageOf, PlainError } from '../plain-error.ts';
import { isPortFree } from '../ports.ts';
import { withConnection } from '../postgres/roles.ts';

const LEAST_FREE_MEGABYTES = 500;
const OLDEST_POSTGRES = 150_000;

/** @throws PlainError when the folder cannot be written or its disk is nearly full */
export function checkDataDirectory(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw diskFull(folder, 0);
    throw new PlainError(`Vuoro may not write to ${folder} (${errorCode(error) ?? messageOf(error)}). Give your user the right to it, for example: sudo chown -R "$USER" "${folder}"`);
  }
  const { bavail, bsize } = statfsSync(folder);
  const megabytes = Math.floor((bavail * bsize) / 1_000_000);
  if (megabytes < LEAST_FREE_MEGABYTES) throw diskFull(folder, megabytes);
}

/** The one sentence about a full disk. */
export function diskFull(folder: string, megabytes: number): PlainError {
  return new PlainError(`The disk that holds ${folder} is full (${megabytes} MB free). Vuoro needs ${LEAST_FREE_MEGABYTES} MB: free some space and start again.`);
}

/** @throws PlainError that names the first taken port */
export async function checkPorts(ports: readonly { readonly port: number; readonly what: string }[], first: number): Promise<void> {
  for (const { port, what } of ports) {
    if (await isPortFree(port)) continue;
    const other = first >= 60_000 ? first - 1000 : first + 1000;
    throw new PlainError(`Port ${port} (${what}) is taken by another program. Stop that program, or start Vuoro elsewhere: npm start -- --port ${other}`);
  }
}

/** @throws PlainError when the database of this address does not answer or is too old */
export async function checkDatabase(variable: string, url: string): Promise<void> {
  let version: number;
  try {
    version = await withConnection(url, async (client) => {
      const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
      return Number(rows[0]?.server_version_num);
    });
  } catch (error) {
    throw new PlainError(`The database of ${variable} (${shown(url)}) does not answer: ${reason(error)} Check the address and that the server runs, or unset ${variable} to use the embedded PostgreSQL.`);
  }
  if (version < OLDEST_POSTGRES) {
    throw new PlainError(`The database of ${variable} is PostgreSQL ${Math.floor(version / 10_000)}; Vuoro needs 15 or newer.`);
  }
}

/** An address without its password. */
function shown(url: string): string {
  if (!URL.canParse(url)) return 'not an address';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}

function reason(error: unknown): string {
  const message = errorCode(error) === 'ECONNREFUSED' ? 'the connection was refused' : messageOf(error);
  return message.endsWith('.') ? message : `${message}.`;
}
