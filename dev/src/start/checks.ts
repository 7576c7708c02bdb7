import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { errorCode, messageOf, PlainError } from '../plain-error.ts';
import { isPortFree } from '../ports.ts';
import { withConnection } from '../postgres/roles.ts';

const LEAST_FREE_MEGABYTES = 500;
const OLDEST_POSTGRES = 150_000;
const REDIS_PORT = 6379;
const REDIS_PATIENCE_MS = 5000;

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up just now',
  ETIMEDOUT: 'no answer came in time',
};

/** @throws PlainError when the folder cannot be written or its disk is nearly full */
export function checkDataDirectory(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') throw diskFull(folder, 0);
    throw new PlainError(cannotWrite(folder, errorCode(error) ?? messageOf(error)));
  }
  const { bavail, bsize } = statfsSync(folder);
  const megabytes = Math.floor((bavail * bsize) / 1_000_000);
  if (megabytes < LEAST_FREE_MEGABYTES) throw diskFull(folder, megabytes);
}

function cannotWrite(folder: string, code: string): string {
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return `${folder} is not a folder, so no data can be kept there. Name another one: npm start -- --data <folder>`;
  let nearest = folder;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  return `Vuoro may not write to ${nearest} (${code}). Give your user the right to it, for example: sudo chown "$USER" "${nearest}", or keep the data elsewhere: npm start -- --data <folder>`;
}

/** The one sentence about a full disk. */
export function diskFull(folder: string, megabytes: number): PlainError {
  return new PlainError(
    `The disk that holds ${folder} is ${megabytes === 0 ? 'full' : `nearly full (${megabytes} MB free)`}. Vuoro needs ${LEAST_FREE_MEGABYTES} MB: free some space and start again.`,
  );
}

/**
 * @param given what else was on the command line, so that the sentence can be typed as it stands
 * @throws PlainError that names the first taken port
 */
export async function checkPorts(
  ports: readonly { readonly port: number; readonly what: string }[],
  first: number,
  given: readonly string[] = [],
): Promise<void> {
  for (const { port, what } of ports) {
    if (await isPortFree(port)) continue;
    const other = first >= 60_000 ? first - 1000 : first + 1000;
    throw new PlainError(
      `Port ${port} (${what}) is taken by another program. Stop that program, or start Vuoro elsewhere: npm start -- ${['--port', other, ...given].join(' ')}`,
    );
  }
}

/** @throws PlainError when the database of this address does not answer or is too old */
export async function checkDatabase(variable: string, url: string): Promise<void> {
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol)) {
    throw new PlainError(
      `${variable} is not the address of a PostgreSQL database, which looks like postgres://user:password@host:5432/database. Correct it, or unset it to use the embedded PostgreSQL.`,
    );
  }
  let version: number;
  try {
    version = await withConnection(url, async (client) => {
      const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
      return Number(rows[0]?.server_version_num);
    });
  } catch (error) {
    throw new PlainError(
      `The database of ${variable} (${shown(url)}) does not answer: ${reason(error)} Check the address and that the server runs, or unset ${variable} to use the embedded PostgreSQL.`,
    );
  }
  if (version < OLDEST_POSTGRES) {
    throw new PlainError(`The database of ${variable} is PostgreSQL ${Math.floor(version / 10_000)}; Vuoro needs 15 or newer.`);
  }
}

/** Before anything is built: API and worker would wait a minute for it. @throws PlainError when nobody listens at the address */
export async function checkRedis(url: string): Promise<void> {
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol)) {
    throw new PlainError(
      'REDIS_URL is not the address of a Redis, which looks like redis://:password@host:6379. Correct it, or unset it to keep the queue in PostgreSQL.',
    );
  }
  const { hostname, port } = new URL(url);
  const place = { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? REDIS_PORT : Number(port) };
  try {
    await new Promise<void>((resolve, reject) => {
      const socket = connect({ ...place, timeout: REDIS_PATIENCE_MS });
      socket.once('connect', () => {
        socket.destroy();
        resolve();
      });
      socket.once('timeout', () => socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
      socket.once('error', reject);
    });
  } catch (error) {
    throw new PlainError(
      `The Redis of REDIS_URL (${place.host}:${place.port}) does not answer: ${reason(error)} Check the address and that the server runs, or unset REDIS_URL to keep the queue in PostgreSQL.`,
    );
  }
}

/** An address without its password. */
function shown(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}

function reason(error: unknown): string {
  const message = REASONS[errorCode(error) ?? ''] ?? messageOf(error);
  return message.endsWith('.') ? message : `${message}.`;
}
