import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from './config/index.ts';

const pauseMillis = 1000;
const attemptMillis = 5000;

/** A store did not answer in time, or said that it never will; the message is for whoever runs the product. */
export class StoreUnreachable extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreUnreachable';
  }
}

type Stores = Pick<Config, 'databaseUrl' | 'redisUrl' | 'storeWaitSeconds'>;

/**
 * Waits until PostgreSQL, and Redis where it is used, take connections: machines start in any order, and a database that recovers says
 * "not yet" for a while. One line when the waiting begins and one each ten seconds; none when there is nothing to wait for.
 * @throws StoreUnreachable after `storeWaitSeconds`, and at once for what no waiting mends, such as a wrong password
 */
export async function waitForStores(stores: Stores, say: (line: string) => void): Promise<void> {
  await waitFor('PostgreSQL', placeOf(stores.databaseUrl), () => connectToPostgres(stores.databaseUrl), stores.storeWaitSeconds, say);
  const { redisUrl } = stores;
  if (redisUrl !== null) await waitFor('Redis', placeOf(redisUrl), () => connectToRedis(redisUrl), stores.storeWaitSeconds, say);
}

async function waitFor(
  name: string,
  place: string,
  connect: () => Promise<void>,
  seconds: number,
  say: (line: string) => void,
): Promise<void> {
  const began = performance.now();
  let nextLineAt = 0;
  for (;;) {
    try {
      await connect();
      if (nextLineAt > 0) say(`${name} at ${place} answers; starting.`);
      return;
    } catch (error) {
      const passed = Math.floor((performance.now() - began) / 1000);
      if (!mayPass(error)) throw new StoreUnreachable(`Vuoro cannot start: ${name} at ${place} refuses it (${reasonOf(error)}).`, error);
      if (passed >= seconds)
        throw new StoreUnreachable(
          `Vuoro cannot start: ${name} at ${place} has not answered within ${seconds} s (${reasonOf(error)}).`,
          error,
        );
      if (passed >= nextLineAt) {
        say(`Waiting for ${name} at ${place} (${reasonOf(error)}); for another ${seconds - passed} s.`);
        nextLineAt = passed + 10;
      }
      await wait(pauseMillis);
    }
  }
}

async function connectToPostgres(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: attemptMillis, application_name: 'vuoro-start' });
  // A server that goes away in the middle also says so here; the awaited call has thrown already.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connectToRedis(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: attemptMillis,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let lastError: unknown = null;
  redis.on('error', (error: unknown) => (lastError = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw lastError ?? error;
  } finally {
    redis.disconnect();
  }
}

/** SQLSTATE 57P0x: shutting down, crashed, starting up; 53300: too many connections. Redis: loading its data. No SQLSTATE: the line. */
function mayPass(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (/^(WRONGPASS|NOAUTH|NOPERM)/.test(String(message))) return false;
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('E')) return true;
  return code.startsWith('57P') || code === '53300';
}

/** A code or a short sentence; messages of these libraries hold no password. */
function reasonOf(error: unknown): string {
  const { code, message, errors } = error as { code?: unknown; message?: unknown; errors?: unknown };
  if (typeof message === 'string' && message !== '') return message;
  // Several addresses of one name were tried: each has a reason of its own.
  if (Array.isArray(errors) && errors.length > 0) return reasonOf(errors[0]);
  return typeof code === 'string' ? code : 'no reason given';
}

/** Host and port only. */
function placeOf(url: string): string {
  const { host, searchParams } = new URL(url);
  return host === '' ? (searchParams.get('host') ?? 'the local socket') : host;
}
