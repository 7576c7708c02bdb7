import { ConfigurationError } from './config/index.ts';

/** Starts a process or ends it with the reason: a wrong setting in plain sentences, anything else with its stack. */
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

function reasonOf(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
