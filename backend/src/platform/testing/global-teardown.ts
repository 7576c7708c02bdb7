import { stopRememberedServer } from './running-server.ts';

/** Stops what the set-up started and deletes its data. */
export default async function tearDown(): Promise<void> {
  await stopRememberedServer();
}
