import { Injectable } from '@nestjs/common';
import { Clock, Problem, type LocalDate } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { toDate, Transactions } from '../../platform/database/index.ts';
import { EMPLOYEE_CHANGE } from './staff.actions.ts';
import { EMPLOYEE_NOT_EMPLOYED } from './staff.problems.ts';
import { StaffReads } from './staff-reads.ts';
import { StaffRepository } from './staff.repository.ts';

/** Sets the last day of an employment. Working hours end with it; what is booked after it is not touched. */
@Injectable()
export class EndEmployment {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly reads: StaffReads,
    private readonly staff: StaffRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem EMPLOYEE_NOT_EMPLOYED when the employment begins later; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, employeeId: string, lastDay: LocalDate): Promise<void> {
    this.access.requireAction(principal, EMPLOYEE_CHANGE);
    return this.transactions.run(principal, async (tx) => {
      for (const employee of await this.reads.requireEmployees(tx, [employeeId])) {
        this.access.require(principal, EMPLOYEE_CHANGE, { unitId: employee.homeUnitId });
      }
      const ended = await this.staff.endEmployment(tx, employeeId, lastDay, toDate(this.clock.now()));
      if (!ended) throw new Problem(EMPLOYEE_NOT_EMPLOYED, { params: { date: lastDay } });
    });
  }
}
