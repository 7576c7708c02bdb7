import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../../kernel/problem.ts';
import { CROSS_SITE_REQUEST, UNSUPPORTED_MEDIA_TYPE } from './http.problems.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses a change that another site could have made with the person's cookies. */
@Injectable()
export class CsrfGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (readingMethods.has(request.method)) return true;
    if (hasBody(request) && !isJson(request)) throw new Problem(UNSUPPORTED_MEDIA_TYPE);
    // Cookies are not read beside an Authorization header, so there is nothing that another site could misuse.
    if (request.headers.authorization !== undefined) return true;
    if (!comesFromOwnPage(request)) throw new Problem(CROSS_SITE_REQUEST);
    return true;
  }
}

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

function isJson(request: Request): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(request.headers['content-type'] ?? '');
}

function comesFromOwnPage(request: Request): boolean {
  if ((request.headers['x-requested-by'] ?? '') === '') return false;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const isOwnOrigin = origin === `${request.protocol}://${request.headers.host ?? ''}`;
  if (site === undefined) return isOwnOrigin;
  return site === 'same-origin' && (origin === undefined || isOwnOrigin);
}
