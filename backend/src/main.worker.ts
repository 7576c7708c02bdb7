import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger as ProcessLogger } from 'nestjs-pino';
import { maskedConfig, processConfig } from './platform/config/index.ts';
import { startProcess, storesReady } from './platform/start-process.ts';
import { WorkerModule } from './worker.module.ts';

await startProcess(async () => {
  // Before anything is built: wrong settings end the process with their sentences and nothing else.
  const config = processConfig();
  await storesReady(config);
  const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(ProcessLogger));
  app.enableShutdownHooks();
  new Logger('worker').log({ event: 'started', config: maskedConfig(config) });
});
