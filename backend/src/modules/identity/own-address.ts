import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../../kernel/index.ts';
import { NOT_FOUND, type Surface } from '../../platform/access/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Organisations } from '../organisation/index.ts';
import { requestedOrganisation } from './session-store.ts';

/** Our own address as the identity provider must know it: from the organisation's data, so that no header can bend it. */
@Injectable()
export class OwnAddress {
  constructor(
    private readonly organisations: Organisations,
    private readonly config: Config,
  ) {}

  /** For example `https://asiointi.example.fi`. @throws Problem NOT_FOUND for a host of no organisation */
  async originOf(surface: Surface, request: Request): Promise<string> {
    const organisation = await this.organisations.byId(requestedOrganisation());
    if (organisation === null) throw new Problem(NOT_FOUND);
    const host = surface === 'CITIZEN' ? organisation.citizenHost : organisation.employeeHost;
    if (this.config.production) return `https://${host}`;
    // On one's own machine the port is whatever was free; the organisation's name may leave it out.
    const [, port = ''] = /(:\d{1,5})$/.exec(request.headers.host ?? '') ?? [];
    return `http://${host.includes(':') ? host : host + port}`;
  }
}
