export { Metrics } from './metrics.ts';
export { MetricsController } from './metrics.controller.ts';
export { MetricsModule } from './metrics.module.ts';
