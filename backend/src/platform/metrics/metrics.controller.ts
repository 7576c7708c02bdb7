import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Problem } from '../../kernel/problem.ts';
import { NOT_FOUND, Public, Unaudited } from '../access/index.ts';
import { Config } from '../config/index.ts';
import { Metrics } from './metrics.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For a Prometheus on the same machine; one elsewhere is given a port of its own (METRICS_PORT). */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly config: Config,
    private readonly metrics: Metrics,
  ) {}

  @Get()
  @Public()
  @Unaudited('counts and durations only')
  async readMetrics(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (this.config.metricsPort !== null || !isFromThisMachine(request)) throw new Problem(NOT_FOUND);
    response.setHeader('Content-Type', this.metrics.registry.contentType);
    response.send(await this.metrics.registry.metrics());
  }
}

/** A request that a proxy on this machine passes on comes from elsewhere. */
function isFromThisMachine(request: Request): boolean {
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !isForwarded && loopback.has(request.socket.remoteAddress ?? '');
}
