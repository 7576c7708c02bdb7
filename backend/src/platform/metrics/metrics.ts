import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Measurements of this process for Prometheus. Labels are names of routes, queues and outcomes, never ids of people or things. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  /** Seconds from the first byte in to the last byte out. */
  readonly requests = new Histogram({
    name: 'vuoro_http_request_duration_seconds',
    help: 'Duration of HTTP requests.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
