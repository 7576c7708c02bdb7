import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { SESSION_END } from './identity.actions.ts';
import { RoleGrantsRepository } from './role-grants.repository.ts';
import { SessionsRepository } from './sessions.repository.ts';

/** Signs an employee out everywhere, at once: the next request finds no session. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionsRepository,
    private readonly grants: RoleGrantsRepository,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** @returns how many sessions ended @throws Problem NOT_FOUND */
  ofEmployee(principal: Principal, employeeId: string): Promise<number> {
    this.access.requireAction(principal, SESSION_END);
    return this.transactions.run(principal, async (tx) => {
      const unitId = await this.grants.homeUnit(tx, employeeId);
      if (unitId === null) throw new Problem(NOT_FOUND);
      this.access.require(principal, SESSION_END, { unitId });
      const ended = await this.sessions.removeOf(tx, 'EMPLOYEE', employeeId);
      await this.audit.record(tx, principal, {
        action: 'SessionsEnd',
        what: 'update',
        objectType: 'employee',
        objectIds: [employeeId],
        clientIds: [],
        purpose: 'ADMINISTRATION',
        details: { ended },
      });
      return ended;
    });
  }
}
