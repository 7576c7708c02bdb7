import { Injectable } from '@nestjs/common';
import { Clock, Problem, refuseUnless } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { toDate, Transactions } from '../../platform/database/index.ts';
import { OrganisationReads } from './organisation-reads.ts';
import type { RolloutState } from './organisation-records.ts';
import { UNIT_CHANGE } from './organisation.actions.ts';
import { ROLLOUT_STATE_NOT_NEXT } from './organisation.problems.ts';
import { mayRollOut } from './rollout-rules.ts';
import { UnitsRepository } from './units.repository.ts';

/** Takes a unit a step further, or back, on its way into use. */
@Injectable()
export class ChangeRolloutState {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly units: UnitsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem ROLLOUT_STATE_NOT_NEXT; NOT_FOUND for a unit outside the principal's reach */
  execute(principal: Principal, unitId: string, to: RolloutState): Promise<void> {
    this.access.require(principal, UNIT_CHANGE, { unitId });
    return this.transactions.run(principal, async (tx) => {
      for (const unit of await this.organisation.requireUnits(tx, [unitId])) {
        const from = unit.rolloutState;
        refuseUnless(mayRollOut(from, to), { NOT_NEXT: ROLLOUT_STATE_NOT_NEXT });
        // Somebody else may have moved it between the read and this statement.
        const changed = await this.units.setRolloutState(tx, unitId, from, to, toDate(this.clock.now()));
        if (!changed) throw new Problem(ROLLOUT_STATE_NOT_NEXT, { params: { from, to } });
      }
    });
  }
}
