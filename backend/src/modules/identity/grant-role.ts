import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, type LocalDate } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal, type Role } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { ROLE_GRANT } from './identity.actions.ts';
import { GRANT_TO_SELF } from './identity.problems.ts';
import { RoleGrantsRepository } from './role-grants.repository.ts';

export interface RoleGrantInput {
  readonly employeeId: string;
  readonly role: Role;
  /** The role holds in this unit and everything below it. */
  readonly unitId: string;
  /** Left out: every service of these units. */
  readonly serviceIds?: readonly string[];
  readonly validFrom: LocalDate;
  /** Last day; left out: until further notice. */
  readonly validTo?: LocalDate;
}

/** Gives an employee a role; it holds from the next request on. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly transactions: Transactions,
    private readonly grants: RoleGrantsRepository,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns the grant's id @throws Problem GRANT_TO_SELF, NOT_FOUND */
  execute(principal: Principal, input: RoleGrantInput): Promise<string> {
    this.access.require(principal, ROLE_GRANT, { unitId: input.unitId });
    const grantedBy = principal.kind === 'EMPLOYEE' ? principal.employeeId : null;
    if (grantedBy === input.employeeId) throw new Problem(GRANT_TO_SELF);
    return this.transactions.run(principal, async (tx) => {
      if ((await this.grants.homeUnit(tx, input.employeeId)) === null) throw new Problem(NOT_FOUND);
      const id = newId();
      const { organisationId } = principal;
      const grant = { ...input, id, organisationId, grantedBy, serviceIds: input.serviceIds ?? null, validTo: input.validTo ?? null };
      await this.grants.insert(tx, grant, this.clock.now());
      await this.audit.record(tx, principal, {
        action: 'RoleGrant',
        what: 'create',
        objectType: 'role-grant',
        objectIds: [id, input.employeeId],
        clientIds: [],
        purpose: 'ADMINISTRATION',
        unitId: input.unitId,
        details: { role: input.role },
      });
      return id;
    });
  }
}
