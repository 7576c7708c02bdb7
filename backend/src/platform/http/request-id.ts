import type { NextFunction, Request, Response } from 'express';
import { newId } from '../../kernel/ids.ts';
import { RequestContext } from './request-context.ts';

/** Short and harmless, since it is written to logs; anything else is replaced. */
const acceptable = /^[A-Za-z0-9._-]{8,64}$/;

/** Takes over the caller's request id or makes one, gives it back, and opens the context of the request. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && acceptable.test(given) ? given : newId();
  response.setHeader('X-Request-Id', id);
  RequestContext.run(new RequestContext(id, request), next);
}
