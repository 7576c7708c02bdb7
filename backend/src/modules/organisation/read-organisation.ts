import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { NOT_FOUND } from '../../platform/access/index.ts';
import { Config } from '../../platform/config/index.ts';
import { hostScope } from './host-scope.ts';
import { organisationView, type OrganisationView } from './organisation.dto.ts';
import { Organisations } from './organisations.ts';

/** What anybody may know of the organisation whose host the request came to. */
@Injectable()
export class ReadOrganisation {
  constructor(
    private readonly organisations: Organisations,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<OrganisationView> {
    const organisation = await this.organisations.byId(hostScope().organisationId);
    if (organisation === null) throw new Problem(NOT_FOUND);
    return organisationView(organisation, this.config.environmentName, this.clock.now());
  }
}
