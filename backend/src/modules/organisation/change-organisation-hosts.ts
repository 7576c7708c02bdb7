import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, toDate, Transactions } from '../../platform/database/index.ts';
import { ORGANISATION_CHANGE } from './organisation.actions.ts';
import { ORGANISATION_TAKEN } from './organisation.problems.ts';
import { Organisations } from './organisations.ts';
import { OrganisationsRepository } from './organisations.repository.ts';

export interface OrganisationHosts {
  readonly citizenHost: string;
  readonly employeeHost: string;
}

/** Gives an organisation other host names, for example when the installation starts on another port. */
@Injectable()
export class ChangeOrganisationHosts {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationsRepository,
    private readonly cache: Organisations,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem ORGANISATION_TAKEN when another organisation has one of the names */
  async execute(principal: Principal, hosts: OrganisationHosts): Promise<void> {
    this.access.require(principal, ORGANISATION_CHANGE, {});
    try {
      await this.transactions.run(principal, (tx) =>
        this.organisations.changeHosts(tx, principal.organisationId, hosts, toDate(this.clock.now())),
      );
    } catch (error) {
      if (isConstraintViolation(error, 'organisation_citizen_host') || isConstraintViolation(error, 'organisation_employee_host')) {
        throw new Problem(ORGANISATION_TAKEN);
      }
      throw error;
    }
    this.cache.forget();
  }
}
