import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { isConstraintViolation, Transactions } from '../../platform/database/index.ts';
import { ROLE_GRANT } from './identity.actions.ts';
import { SIGN_IN_TAKEN } from './identity.problems.ts';
import { RoleGrantsRepository } from './role-grants.repository.ts';
import { SessionsRepository } from './sessions.repository.ts';

export interface EmployeeSignInInput {
  readonly employeeId: string;
  readonly issuer: string;
  /** The provider's own identifier of the account; never an e-mail address, which may pass to somebody else. */
  readonly subject: string;
}

/** Lets an account of an identity provider sign in as an employee. */
@Injectable()
export class BindEmployeeSignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionsRepository,
    private readonly grants: RoleGrantsRepository,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem SIGN_IN_TAKEN, NOT_FOUND */
  async execute(principal: Principal, input: EmployeeSignInInput): Promise<void> {
    this.access.requireAction(principal, ROLE_GRANT);
    try {
      await this.transactions.run(principal, async (tx) => {
        const unitId = await this.grants.homeUnit(tx, input.employeeId);
        if (unitId === null) throw new Problem(NOT_FOUND);
        this.access.require(principal, ROLE_GRANT, { unitId });
        const id = await this.sessions.bindEmployee(tx, principal.organisationId, input.employeeId, input.issuer, input.subject);
        await this.audit.record(tx, principal, {
          action: 'EmployeeSignInBind',
          what: 'create',
          objectType: 'employee-sign-in',
          objectIds: [id, input.employeeId],
          clientIds: [],
          purpose: 'ADMINISTRATION',
        });
      });
    } catch (error) {
      if (isConstraintViolation(error, 'employee_sign_in_once')) throw new Problem(SIGN_IN_TAKEN);
      throw error;
    }
  }
}
