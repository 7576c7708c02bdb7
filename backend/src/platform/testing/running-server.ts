import { rmSync } from 'node:fs';
import type { PostgresServer } from '../../../../dev/src/postgres.ts';

interface Running {
  readonly server: PostgresServer;
  readonly template: string;
  readonly folder: string;
}

// Set-up and teardown are loaded apart; the process is what they share.
const shared = globalThis as { vuoroTestServer?: Running };

export function rememberForTeardown(running: Running): void {
  shared.vuoroTestServer = running;
}

export async function stopRememberedServer(): Promise<void> {
  const running = shared.vuoroTestServer;
  if (running === undefined) return;
  delete shared.vuoroTestServer;
  await running.server.dropDatabase(running.template);
  await running.server.stop();
  rmSync(running.folder, { recursive: true, force: true });
}
