import { Catch, Logger, Optional, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Problem } from '../../kernel/problem.ts';
import { NOT_FOUND } from '../access/index.ts';
import { METHOD_NOT_ALLOWED } from './http.problems.ts';
import { problemOf } from './problem-of.ts';
import { problemView } from './problem-view.ts';
import { RequestContext } from './request-context.ts';
import { RouteInventory } from './routes/route-inventory.ts';
import { areaOf } from './surfaces.ts';

/** The last stop of every error: one problem document, and a log line for what is ours to mend. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('problem');

  /** @param routes none in a process that answers no requests, where modules bring filters along with their controllers */
  constructor(@Optional() private readonly routes?: RouteInventory) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.withMethods(problemOf(error), request, response);
    if (problem.status >= 500) this.logger.error({ code: problem.code, err: problem.cause ?? error });
    // A stream that has begun can only be broken off.
    if (response.headersSent) return void response.destroy();
    if (problem.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(problem.retryAfterSeconds));
    response.removeHeader('ETag');
    response.setHeader('Cache-Control', 'no-store');
    const requestId = RequestContext.current()?.requestId ?? String(response.getHeader('X-Request-Id') ?? '');
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemView(problem, requestId)));
  }

  private withMethods(problem: Problem, request: Request, response: Response): Problem {
    // Only a path without any handler; a handler's own "not found" stands.
    if (problem.code !== NOT_FOUND.code || request.route !== undefined || areaOf(request.path) === 'REFUSED') return problem;
    const methods = this.routes?.methodsOf(request.path) ?? [];
    if (methods.length === 0 || methods.includes(request.method)) return problem;
    response.setHeader('Allow', methods.join(', '));
    return new Problem(METHOD_NOT_ALLOWED);
  }
}
