import { Injectable } from '@nestjs/common';
import { Transactions } from '../platform/database/index.ts';
import { Config } from '../platform/config/index.ts';
import { BindEmployeeSignIn } from '../modules/identity/index.ts';
import { DEMO_EMPLOYEES } from './demo-employees.ts';
import { demoSubject } from './demo-persons.ts';
import { DemoRepository } from './demo.repository.ts';

/** Lets the demo's employees sign in at the identity provider of this start: another port is another issuer. */
@Injectable()
export class BindDemoSignIns {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DemoRepository,
    private readonly bind: BindEmployeeSignIn,
    private readonly config: Config,
  ) {}

  async execute(): Promise<void> {
    const issuer = this.config.employeeIdentityProvider?.issuer;
    if (issuer === undefined) return;
    const unbound = await this.transactions.system((tx) => this.repository.employeesWithoutSignIn(tx, issuer));
    for (const { organisationId, employeeId, externalKey } of unbound) {
      if (!DEMO_EMPLOYEES.some((employee) => employee.key === externalKey)) continue;
      await this.bind.execute({ kind: 'SYSTEM', organisationId, name: 'demo' }, { employeeId, issuer, subject: demoSubject(externalKey) });
    }
  }
}
