import { Global, Module } from '@nestjs/common';
import { MetricsServer } from './metrics-server.ts';
import { Metrics } from './metrics.ts';

/** For every process; the API adds the controller. */
@Global()
@Module({ providers: [Metrics, MetricsServer], exports: [Metrics] })
export class MetricsModule {}
