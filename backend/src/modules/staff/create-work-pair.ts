import { Injectable } from '@nestjs/common';
import { newId, Problem, type LocalDate } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { StaffReads } from './staff-reads.ts';
import { TEAM_CHANGE } from './staff.actions.ts';
import { WORK_PAIR_OF_ONE } from './staff.problems.ts';
import { TeamsRepository } from './teams.repository.ts';

export interface NewWorkPair {
  readonly id?: string;
  readonly unitId: string;
  readonly employeeIds: readonly [string, string];
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
}

/** Two employees who meet clients together. */
@Injectable()
export class CreateWorkPair {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly staff: StaffReads,
    private readonly teams: TeamsRepository,
  ) {}

  /** @returns the pair's id @throws Problem WORK_PAIR_OF_ONE; NOT_FOUND for a unit outside the reach or an unknown employee */
  async execute(principal: Principal, request: NewWorkPair): Promise<string> {
    this.access.require(principal, TEAM_CHANGE, { unitId: request.unitId });
    const [firstEmployeeId, secondEmployeeId] = request.employeeIds;
    if (firstEmployeeId === secondEmployeeId) throw new Problem(WORK_PAIR_OF_ONE);
    const id = request.id ?? newId();
    await this.transactions.run(principal, async (tx) => {
      await this.organisation.requireUnits(tx, [request.unitId]);
      await this.staff.requireEmployees(tx, request.employeeIds);
      await this.teams.insertPair(tx, {
        id,
        organisationId: principal.organisationId,
        unitId: request.unitId,
        firstEmployeeId,
        secondEmployeeId,
        validFrom: request.validFrom,
        validTo: request.validTo ?? null,
      });
    });
    return id;
  }
}
