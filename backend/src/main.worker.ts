import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger as ProcessLogger } from 'nestjs-pino';
import { Config, maskedConfig } from './platform/config/index.ts';
import { startProcess } from './platform/start-process.ts';
import { WorkerModule } from './worker.module.ts';

await startProcess(async () => {
  const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true, abortOnError: false });
  app.useLogger(app.get(ProcessLogger));
  app.enableShutdownHooks();
  new Logger('worker').log({ event: 'started', config: maskedConfig(app.get(Config)) });
});
