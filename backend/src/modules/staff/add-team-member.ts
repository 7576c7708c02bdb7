import { Injectable } from '@nestjs/common';
import { newId, Problem, type LocalDate } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, Transactions } from '../../platform/database/index.ts';
import { StaffReads } from './staff-reads.ts';
import { TEAM_CHANGE } from './staff.actions.ts';
import { TEAM_MEMBERSHIP_OVERLAPS } from './staff.problems.ts';
import { TeamsRepository } from './teams.repository.ts';

export interface NewTeamMember {
  readonly teamId: string;
  readonly employeeId: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
}

/** Adds an employee, who may come from another unit of the organisation, to a team for a time. */
@Injectable()
export class AddTeamMember {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly staff: StaffReads,
    private readonly teams: TeamsRepository,
  ) {}

  /** @throws Problem TEAM_MEMBERSHIP_OVERLAPS; NOT_FOUND for a team outside the principal's reach or an unknown employee */
  async execute(principal: Principal, request: NewTeamMember): Promise<void> {
    this.access.requireAction(principal, TEAM_CHANGE);
    try {
      await this.transactions.run(principal, async (tx) => {
        const team = await this.teams.findTeam(tx, request.teamId);
        if (team === null) throw new Problem(NOT_FOUND);
        this.access.require(principal, TEAM_CHANGE, { unitId: team.unitId });
        await this.staff.requireEmployees(tx, [request.employeeId]);
        await this.teams.insertMember(tx, {
          ...request,
          id: newId(),
          organisationId: principal.organisationId,
          validTo: request.validTo ?? null,
        });
      });
    } catch (error) {
      if (isConstraintViolation(error, 'team_member_once')) throw new Problem(TEAM_MEMBERSHIP_OVERLAPS);
      throw error;
    }
  }
}
