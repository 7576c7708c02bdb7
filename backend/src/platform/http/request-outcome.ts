import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Metrics } from '../metrics/index.ts';
import { RequestContext } from './request-context.ts';
import { areaOf } from './surfaces.ts';

const millisASecond = 1000;

/** Logs and counts every request when it has ended: the template of its path, never the path itself, which holds ids. */
export function requestOutcome(metrics: Metrics): (request: Request, response: Response, next: NextFunction) => void {
  const logger = new Logger('http');
  return (request, response, next) => {
    const startedAt = performance.now();
    const context = RequestContext.current();
    response.once('close', () => {
      const millis = Math.round(performance.now() - startedAt);
      const route = templateOf(request);
      const aborted = !response.writableFinished;
      metrics.requests.observe({ method: request.method, route, status: String(response.statusCode) }, millis / millisASecond);
      logger.log({
        requestId: context?.requestId,
        organisationId: context?.organisationId,
        principalKind: context?.principal?.kind,
        method: request.method,
        route,
        status: response.statusCode,
        millis,
        ...(aborted ? { aborted } : {}),
      });
    });
    next();
  };
}

/** The declared path of the handler that was found, for example `/api/v1/reservations/:id`. */
function templateOf(request: Request): string {
  const route = request.route as { path?: unknown } | undefined;
  return typeof route?.path === 'string' ? route.path : areaOf(request.path);
}
