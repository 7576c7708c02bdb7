import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { employeeView, type EmployeesQuery, type EmployeeView } from './employee.dto.ts';
import { StaffReads } from './staff-reads.ts';
import { teamView, workPairView, type TeamView, type WorkPairView } from './team.dto.ts';

/** Lists of the calendar's people picker: only whom the principal may know of. */
@Injectable()
export class StaffQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly staff: StaffReads,
  ) {}

  employees(principal: Principal, query: EmployeesQuery): Promise<EmployeeView[]> {
    const filter = {
      ...(query.unitId === undefined ? {} : { unitIds: [query.unitId] }),
      ...(query.teamId === undefined ? {} : { teamId: query.teamId }),
    };
    return this.transactions.run(principal, async (tx) => (await this.staff.visibleEmployees(tx, principal, filter)).map(employeeView));
  }

  teams(principal: Principal): Promise<TeamView[]> {
    return this.transactions.run(principal, async (tx) => (await this.staff.visibleTeams(tx, principal)).map(teamView));
  }

  workPairs(principal: Principal): Promise<WorkPairView[]> {
    return this.transactions.run(principal, async (tx) => (await this.staff.visibleWorkPairs(tx, principal)).map(workPairView));
  }
}
