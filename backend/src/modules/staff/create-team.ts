import { Injectable } from '@nestjs/common';
import { newId, Problem, type LocalizedText } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, Transactions } from '../../platform/database/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { TEAM_CHANGE } from './staff.actions.ts';
import { TEAM_CODE_TAKEN } from './staff.problems.ts';
import { TeamsRepository } from './teams.repository.ts';

export interface NewTeam {
  readonly id?: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: LocalizedText;
}

@Injectable()
export class CreateTeam {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly teams: TeamsRepository,
  ) {}

  /** @returns the team's id @throws Problem TEAM_CODE_TAKEN; NOT_FOUND for a unit outside the principal's reach */
  async execute(principal: Principal, request: NewTeam): Promise<string> {
    this.access.require(principal, TEAM_CHANGE, { unitId: request.unitId });
    const id = request.id ?? newId();
    try {
      await this.transactions.run(principal, async (tx) => {
        await this.organisation.requireUnits(tx, [request.unitId]);
        await this.teams.insert(tx, { ...request, id, organisationId: principal.organisationId, version: 1 });
      });
    } catch (error) {
      if (isConstraintViolation(error, 'team_code')) throw new Problem(TEAM_CODE_TAKEN, { params: { code: request.code } });
      throw error;
    }
    return id;
  }
}
