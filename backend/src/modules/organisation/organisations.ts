import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '../../kernel/index.ts';
import type { Surface } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { OrganisationByHost, type HostOrganisation } from '../../platform/http/index.ts';
import type { Organisation } from './organisation-records.ts';
import { OrganisationsRepository } from './organisations.repository.ts';

const cachedMinutes = 1;

/** The organisations of this installation. Every request asks by its host name, so the answer is kept for a minute. */
@Injectable()
export class Organisations extends OrganisationByHost {
  private cached: { readonly all: readonly Organisation[]; readonly until: Instant } | null = null;

  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** All organisations, the first one first. May be a minute old. */
  async all(): Promise<readonly Organisation[]> {
    const now = this.clock.now();
    if (this.cached === null || this.cached.until <= now) {
      const all = await this.transactions.system((tx) => this.organisations.all(tx));
      this.cached = { all, until: now.plus({ minutes: cachedMinutes }) };
    }
    return this.cached.all;
  }

  /**
   * The organisation with this host name for either surface. May be a minute old.
   * @param host with or without port: ports do not distinguish organisations
   */
  async byHost(host: string): Promise<Organisation | null> {
    const hostname = hostnameOf(host);
    return (await this.all()).find((one) => surfacesAt(one, hostname).length > 0) ?? null;
  }

  /** null when there is no such organisation. May be a minute old. */
  async byId(id: string): Promise<Organisation | null> {
    return (await this.all()).find((one) => one.id === id) ?? null;
  }

  /** Drops what is kept, so that a change by this process shows at once. */
  forget(): void {
    this.cached = null;
  }

  override async find(hostname: string): Promise<HostOrganisation | null> {
    const organisation = await this.byHost(hostname);
    return organisation && { organisationId: organisation.id, surfaces: surfacesAt(organisation, hostname) };
  }

  override async firstCitizenHost(): Promise<string | null> {
    const [first] = await this.all();
    return first?.citizenHost ?? null;
  }

  override contactsOf(organisationId: string): Promise<Organisation | null> {
    return this.byId(organisationId);
  }
}

function surfacesAt(organisation: Organisation, hostname: string): Surface[] {
  const surfaces: Surface[] = [];
  if (hostnameOf(organisation.citizenHost) === hostname) surfaces.push('CITIZEN');
  if (hostnameOf(organisation.employeeHost) === hostname) surfaces.push('EMPLOYEE');
  return surfaces;
}

function hostnameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
