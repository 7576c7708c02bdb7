import { NestFactory } from '@nestjs/core';
import { processConfig } from './platform/config/index.ts';
import { RotateDataKey } from './platform/crypto/index.ts';
import { startProcess, storesReady } from './platform/start-process.ts';
import { RotateDataKeyModule } from './rotate-data-key.module.ts';

/** A new data key and every encrypted field under it, while the product runs. Started again after a kill it goes on. */
await startProcess(async () => {
  await storesReady(processConfig());
  const app = await NestFactory.createApplicationContext(RotateDataKeyModule, { logger: ['warn', 'error', 'fatal'], abortOnError: false });
  await app.get(RotateDataKey).execute({ say: (line) => void process.stdout.write(`${line}\n`) });
  await app.close();
});
