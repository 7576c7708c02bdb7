import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../../kernel/problem.ts';
import { NOT_FOUND } from '../access/index.ts';
import { BlindIndex } from '../crypto/index.ts';
import { NO_ORGANISATION } from './http.problems.ts';
import { OrganisationByHost } from './organisation-by-host.ts';
import { RequestContext } from './request-context.ts';
import { areaOf, surfaceOf } from './surfaces.ts';

/** Gives every request its organisation, by the name in the address bar and nothing else: `X-Forwarded-Host` is never read. */
@Injectable()
export class HostMiddleware {
  constructor(
    private readonly organisations: OrganisationByHost,
    private readonly blindIndex: BlindIndex,
  ) {}

  readonly handle = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const area = areaOf(request.path);
    if (area === 'OPERATIONS') return next();
    const [hostname, port] = splitHost(request.headers.host ?? '');
    const organisation = await this.organisations.find(hostname);
    if (organisation === null) return this.sendToFirst(request, response, port);
    const context = RequestContext.current();
    if (context !== null) {
      context.organisationId = organisation.organisationId;
      context.ipHash = this.blindIndex.fingerprint('address', organisation.organisationId, request.ip ?? '');
    }
    if (request.path === '/' && !organisation.surfaces.includes('CITIZEN')) return response.redirect(302, '/employee/');
    const surface = surfaceOf(request.path);
    if (area === 'REFUSED' || (surface !== null && !organisation.surfaces.includes(surface))) throw new Problem(NOT_FOUND);
    return next();
  };

  private async sendToFirst(request: Request, response: Response, port: string): Promise<void> {
    const first = await this.organisations.firstCitizenHost();
    if (first === null) throw new Problem(NO_ORGANISATION);
    // Only our own names go into the address: what the caller sent as Host must not come back.
    const [hostname, ownPort] = splitHost(first);
    response.redirect(302, `${request.protocol}://${hostname}${ownPort || port}/`);
  }
}

/** 'Example.fi:3000' → ['example.fi', ':3000']. */
export function splitHost(host: string): [hostname: string, port: string] {
  const [, hostname = '', port = ''] = /^(\[[0-9a-f:.]+\]|[^:]*)(:\d{1,5})?$/i.exec(host) ?? [];
  return [hostname.toLowerCase(), port];
}
