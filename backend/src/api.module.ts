import { Module } from '@nestjs/common';
import { HealthModule } from './platform/health/index.ts';
import { HttpModule } from './platform/http/index.ts';
import { LiveStreamsModule } from './platform/live/index.ts';
import { MetricsController } from './platform/metrics/index.ts';
import { PlatformModule } from './platform/platform.module.ts';

/** What the API process is made of: every module that has a controller. */
@Module({
  imports: [PlatformModule, HttpModule, HealthModule, LiveStreamsModule],
  controllers: [MetricsController],
})
export class ApiModule {}
