import { join } from 'node:path';
import { PORT_VARIABLE } from './addresses.ts';
import { fourFreePorts } from './ports.ts';
import { ROOT } from './root.ts';
import { startSystem } from './start-system.ts';

/** Starts the system that all tests share; a port set from outside names one that runs already. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  if ((process.env[PORT_VARIABLE] ?? '') !== '') return undefined;
  const port = await fourFreePorts();
  const began = performance.now();
  const system = await startSystem(port);
  process.stdout.write(`The system is ready (${((performance.now() - began) / 1000).toFixed(0)} s)\n`);
  process.env[PORT_VARIABLE] = String(port);
  return () => system.stop(join(ROOT, 'e2e', 'test-results', 'logs'));
}
