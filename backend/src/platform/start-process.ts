import { ConfigurationError, type Config } from './config/index.ts';
import { KeysUnusable } from './crypto/index.ts';
import { UnsuitableDatabase } from './database/index.ts';
import { StoreUnreachable, waitForStores } from './stores-at-start.ts';

/** Starts a process or ends it with the reason: a wrong setting, a store that does not answer or is of no use in plain sentences, anything else with its stack. */
export async function startProcess(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
    // Open connections of a half-built application would keep the process alive.
    process.exit();
  }
}

/** Before anything is built; what is waited for is told on standard error. @throws StoreUnreachable */
export function storesReady(config: Pick<Config, 'databaseUrl' | 'redisUrl' | 'storeWaitSeconds'>): Promise<void> {
  return waitForStores(config, (line) => void process.stderr.write(`${line}\n`));
}

function reasonOf(error: unknown): string {
  const plain = [ConfigurationError, KeysUnusable, StoreUnreachable, UnsuitableDatabase];
  if (plain.some((kind) => error instanceof kind)) return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
