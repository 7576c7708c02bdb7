import type { NextFunction, Request, Response } from 'express';
import { newId } from '../../kernel/ids.ts';
import { RequestContext } from './request-context.ts';

/** The 32 digits of a UUID, since it is written to logs that are never changed: nothing that somebody could be known by fits in. */
const acceptable = /^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i;

/** Takes over the caller's request id or makes one, gives it back, and opens the context of the request. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && acceptable.test(given) ? given : newId();
  response.setHeader('X-Request-Id', id);
  RequestContext.run(new RequestContext(id, request), next);
}
