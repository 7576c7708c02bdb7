import { Logger } from '@nestjs/common';
import { ApiModule } from './api.module.ts';
import { maskedConfig, processConfig } from './platform/config/index.ts';
import { createApplication } from './platform/http/index.ts';
import { startProcess, storesReady } from './platform/start-process.ts';

await startProcess(async () => {
  // Before anything is built: wrong settings end the process with their sentences and nothing else.
  const config = processConfig();
  await storesReady(config);
  const app = await createApplication(ApiModule);
  await app.listen(config.port, config.host);
  new Logger('api').log({ event: 'started', host: config.host, port: config.port, config: maskedConfig(config) });
});
