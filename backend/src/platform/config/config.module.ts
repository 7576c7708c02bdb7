import { Global, Module } from '@nestjs/common';
import { Clock, OffsetClock, SystemClock } from '../../kernel/clock.ts';
import { Config } from './config.ts';
import { processConfig } from './process-environment.ts';

/** Settings and time, for every module. */
@Global()
@Module({
  providers: [
    { provide: Config, useFactory: processConfig },
    {
      provide: Clock,
      inject: [Config],
      useFactory: (config: Config) => (config.clockStartsAt === null ? new SystemClock() : new OffsetClock(config.clockStartsAt)),
    },
  ],
  exports: [Config, Clock],
})
export class ConfigModule {}
