import { NestFactory } from '@nestjs/core';
import { Clock, HELSINKI, localDateOf } from './kernel/index.ts';
import { DemoClock } from './demo/demo-clock.ts';
import { DemoDatabase } from './demo/demo-database.ts';
import { DemoModule } from './demo/demo.module.ts';
import { SeedDemo, WHOLE_DEMO } from './demo/seed-demo.ts';
import { ConfigurationError, processConfig } from './platform/config/index.ts';
import { startProcess } from './platform/start-process.ts';

/** Fills the demo organisations the first time, and keeps them going on every later start. Runs beside the product without hindering it. */
await startProcess(async () => {
  const config = processConfig();
  if (!config.demo) throw new ConfigurationError(['VUORO_DEMO is not set: only then are invented people written into this database.']);
  const database = await DemoDatabase.lock(config.databaseOwnerUrl ?? config.databaseUrl);
  const app = await NestFactory.createApplicationContext(DemoModule, {
    logger: ['warn', 'error', 'fatal'],
    abortOnError: false,
    // The seed relives past days through the product's own use cases, so all of them must ask its clock.
    instrument: { instanceDecorator: (instance: unknown) => (instance instanceof Clock ? new DemoClock(instance) : instance) },
  });
  const clock = app.get(Clock) as DemoClock;
  const firstDay = config.demoFirstDay ?? localDateOf(clock.now(), HELSINKI);
  await app.get(SeedDemo).execute({ firstDay, ...WHOLE_DEMO, clock, database, say: (line) => void process.stdout.write(`${line}\n`) });
  await app.close();
  await database.release();
});
