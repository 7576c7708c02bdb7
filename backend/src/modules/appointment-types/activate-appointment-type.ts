import { Injectable } from '@nestjs/common';
import { Clock, Problem, refuseUnless } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { toDate, Transactions } from '../../platform/database/index.ts';
import { mayChangeState } from './appointment-type-rules.ts';
import { TYPE_STATE_NOT_NEXT } from './appointment-types.problems.ts';
import { AppointmentTypesRepository } from './appointment-types.repository.ts';
import { requireChangeable } from './type-reach.ts';

/** Takes a draft into use. */
@Injectable()
export class ActivateAppointmentType {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly types: AppointmentTypesRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem TYPE_STATE_NOT_NEXT; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, appointmentTypeId: string): Promise<void> {
    return this.transactions.run(principal, async (tx) => {
      const newest = await this.types.lockNewest(tx, appointmentTypeId);
      if (newest === null) throw new Problem(NOT_FOUND);
      requireChangeable(this.access, principal, newest);
      refuseUnless(mayChangeState(newest.state, 'ACTIVE'), { NOT_NEXT: TYPE_STATE_NOT_NEXT });
      await this.types.setState(tx, appointmentTypeId, 'ACTIVE', toDate(this.clock.now()));
    });
  }
}
