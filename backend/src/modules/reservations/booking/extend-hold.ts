import { Injectable } from '@nestjs/common';
import { Clock, interval, Problem } from '../../../kernel/index.ts';
import { NOT_FOUND, type CitizenPrincipal } from '../../../platform/access/index.ts';
import { Transactions, type Tx } from '../../../platform/database/index.ts';
import { AppointmentTypes } from '../../appointment-types/index.ts';
import { Allocations, claimSpanOf, OfferedTimes } from '../../calendar/index.ts';
import type { HoldView } from '../hold.dto.ts';
import { HoldQueries } from '../hold-queries.ts';
import { HOLD_ALREADY_EXTENDED, HOLD_EXPIRED } from '../reservation.problems.ts';
import { HoldSubjects } from './hold-subjects.repository.ts';
import { holdMinutes } from './hold-time.ts';
import { HoldsRepository, type Hold } from './holds.repository.ts';

/** Gives the form another ten minutes, once (WCAG 2.2.1 asks for it, and hoarding must not pay). */
@Injectable()
export class ExtendHold {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly holds: HoldsRepository,
    private readonly subjects: HoldSubjects,
    private readonly types: AppointmentTypes,
    private readonly allocations: Allocations,
    private readonly offeredTimes: OfferedTimes,
    private readonly queries: HoldQueries,
  ) {}

  /** @throws Problem HOLD_EXPIRED, HOLD_ALREADY_EXTENDED, NOT_FOUND for another session's hold, as for one that never was */
  execute(citizen: CitizenPrincipal, holdId: string): Promise<HoldView> {
    return this.transactions.run(citizen, async (tx) => {
      const now = this.clock.now();
      const hold = await this.holds.lock(tx, holdId);
      if (hold?.sessionId !== citizen.sessionId) throw new Problem(NOT_FOUND);
      if (hold.expiresAt <= now) throw new Problem(HOLD_EXPIRED);
      if (hold.extended) throw new Problem(HOLD_ALREADY_EXTENDED);
      const longer = { ...hold, expiresAt: hold.expiresAt.plus({ minutes: holdMinutes }), extended: true };
      // A group's place is not claimed before it is booked.
      if ((await this.offeredTimes.read(tx, hold.offeredTimeId))?.capacity === 1) await this.keepBusy(tx, longer);
      await this.holds.extend(tx, hold.id, longer.expiresAt);
      return this.queries.viewOf(tx, longer);
    });
  }

  private async keepBusy(tx: Tx, longer: Hold): Promise<void> {
    if (!(await this.allocations.extendHold(tx, longer.id, longer.expiresAt))) throw new Problem(HOLD_EXPIRED);
    const version = await this.types.version(tx, longer.appointmentTypeVersionId);
    if (version === null) return;
    const span = claimSpanOf(interval(longer.startsAt, longer.endsAt), version);
    await this.offeredTimes.holdHint(tx, { subjectIds: await this.subjects.of(tx, longer.id), span, until: longer.expiresAt });
  }
}
