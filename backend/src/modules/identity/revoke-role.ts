import { Injectable } from '@nestjs/common';
import { addDays, Clock, localDateOf, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { Organisations } from '../organisation/index.ts';
import { ROLE_GRANT } from './identity.actions.ts';
import { GRANT_TO_SELF } from './identity.problems.ts';
import { RoleGrantsRepository } from './role-grants.repository.ts';

/** Takes a role away from the next request on; that it was held until now stays known. */
@Injectable()
export class RevokeRole {
  constructor(
    private readonly transactions: Transactions,
    private readonly grants: RoleGrantsRepository,
    private readonly organisations: Organisations,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem GRANT_TO_SELF, NOT_FOUND */
  async execute(principal: Principal, grantId: string): Promise<void> {
    this.access.requireAction(principal, ROLE_GRANT);
    const organisation = await this.organisations.byId(principal.organisationId);
    if (organisation === null) throw new Problem(NOT_FOUND);
    const yesterday = addDays(localDateOf(this.clock.now(), organisation.timeZone), -1);
    await this.transactions.run(principal, async (tx) => {
      const grant = await this.grants.find(tx, grantId);
      if (grant === null) throw new Problem(NOT_FOUND);
      this.access.require(principal, ROLE_GRANT, { unitId: grant.unitId });
      if (principal.kind === 'EMPLOYEE' && principal.employeeId === grant.employeeId) throw new Problem(GRANT_TO_SELF);
      await this.grants.end(tx, grantId, yesterday);
      await this.audit.record(tx, principal, {
        action: 'RoleRevoke',
        what: 'update',
        objectType: 'role-grant',
        objectIds: [grantId, grant.employeeId],
        clientIds: [],
        purpose: 'ADMINISTRATION',
        unitId: grant.unitId,
      });
    });
  }
}
