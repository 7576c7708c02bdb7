import { Injectable } from '@nestjs/common';
import { Clock, Problem, refuseUnless, type Instant } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { toDate, Transactions } from '../../platform/database/index.ts';
import type { TypeContent } from './appointment-type-records.ts';
import { isConsistent, mayTakeEffect } from './appointment-type-rules.ts';
import { TYPE_CONTRADICTORY, TYPE_STATE_NOT_NEXT, TYPE_VERSION_IN_PAST, TYPE_VERSION_NOT_LATER } from './appointment-types.problems.ts';
import { AppointmentTypesRepository } from './appointment-types.repository.ts';
import { contentOf, versionRow } from './type-content.ts';
import { requireChangeable } from './type-reach.ts';

export interface TypeChange {
  readonly appointmentTypeId: string;
  /** now unless given */
  readonly effectiveFrom?: Instant;
  /** What changes; everything else is as in the newest version. */
  readonly changes: Partial<TypeContent>;
}

/** Adds a version that takes effect from a moment on. No version is ever rewritten, so what is booked keeps what it was booked by. */
@Injectable()
export class ChangeAppointmentType {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly types: AppointmentTypesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the new version's number
   * @throws Problem TYPE_VERSION_NOT_LATER, TYPE_VERSION_IN_PAST, TYPE_CONTRADICTORY, TYPE_STATE_NOT_NEXT for a retired type;
   * NOT_FOUND outside the principal's reach
   */
  execute(principal: Principal, { appointmentTypeId, effectiveFrom, changes }: TypeChange): Promise<number> {
    return this.transactions.run(principal, async (tx) => {
      const newest = await this.types.lockNewest(tx, appointmentTypeId);
      if (newest === null) throw new Problem(NOT_FOUND);
      requireChangeable(this.access, principal, newest);
      const now = this.clock.now();
      const from = effectiveFrom ?? now;
      refuseUnless(mayTakeEffect(newest, from, now), {
        NOT_LATER: TYPE_VERSION_NOT_LATER,
        IN_PAST: TYPE_VERSION_IN_PAST,
        RETIRED: TYPE_STATE_NOT_NEXT,
      });
      const content = { ...contentOf(newest), ...changes };
      const consistent = isConsistent(newest.category, content);
      if (!consistent.allowed) throw new Problem(TYPE_CONTRADICTORY, { params: { reason: consistent.reason } });
      const versionNo = newest.versionNo + 1;
      const { organisationId } = principal;
      await this.types.insertVersion(tx, versionRow(content, { organisationId, appointmentTypeId, versionNo, effectiveFrom: from, now }));
      await this.types.touch(tx, appointmentTypeId, toDate(now));
      return versionNo;
    });
  }
}
