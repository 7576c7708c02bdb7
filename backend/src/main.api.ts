import { Logger } from '@nestjs/common';
import { ApiModule } from './api.module.ts';
import { Config, maskedConfig } from './platform/config/index.ts';
import { createApplication } from './platform/http/index.ts';
import { startProcess } from './platform/start-process.ts';

await startProcess(async () => {
  const app = await createApplication(ApiModule);
  const config = app.get(Config);
  await app.listen(config.port, config.host);
  new Logger('api').log({ event: 'started', host: config.host, port: config.port, config: maskedConfig(config) });
});
