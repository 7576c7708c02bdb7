import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem } from '../../kernel/index.ts';
import { isConstraintViolation, toDate, Transactions } from '../../platform/database/index.ts';
import type { Organisation } from './organisation-records.ts';
import { ORGANISATION_TAKEN } from './organisation.problems.ts';
import { Organisations } from './organisations.ts';
import { OrganisationsRepository } from './organisations.repository.ts';

export type NewOrganisation = Omit<Organisation, 'id' | 'version'> & { readonly id?: string };

const uniqueConstraints = ['organisation_code', 'organisation_citizen_host', 'organisation_employee_host'];

/** Sets up an organisation. Only the operator's programs do it: no role of any organisation reaches beyond itself. */
@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationsRepository,
    private readonly cache: Organisations,
    private readonly clock: Clock,
  ) {}

  /** @returns the organisation's id @throws Problem ORGANISATION_TAKEN for a code or host name of another one */
  async execute(request: NewOrganisation): Promise<string> {
    const id = request.id ?? newId();
    const at = toDate(this.clock.now());
    try {
      await this.transactions.system((tx) =>
        this.organisations.insert(tx, { ...request, id, languages: [...request.languages], version: 1, createdAt: at, updatedAt: at }),
      );
    } catch (error) {
      if (uniqueConstraints.some((constraint) => isConstraintViolation(error, constraint))) throw new Problem(ORGANISATION_TAKEN);
      throw error;
    }
    this.cache.forget();
    return id;
  }
}
