import { Injectable } from '@nestjs/common';
import { Clock, interval, Problem } from '../../../kernel/index.ts';
import { NOT_FOUND, type CitizenPrincipal } from '../../../platform/access/index.ts';
import { Transactions, type Tx } from '../../../platform/database/index.ts';
import { AppointmentTypes } from '../../appointment-types/index.ts';
import { Allocations, claimSpanOf, OfferedTimes } from '../../calendar/index.ts';
import { LivePublisher } from '../../../platform/live/index.ts';
import { HoldSubjects } from './hold-subjects.repository.ts';
import { HoldsRepository, type Hold } from './holds.repository.ts';

/** Gives a held time back: the citizen goes away, chooses another one, books, or the ten minutes are over. */
@Injectable()
export class ReleaseHold {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly holds: HoldsRepository,
    private readonly subjects: HoldSubjects,
    private readonly types: AppointmentTypes,
    private readonly allocations: Allocations,
    private readonly offeredTimes: OfferedTimes,
    private readonly live: LivePublisher,
  ) {}

  /** @throws Problem NOT_FOUND for another session's hold, as for one that never was or is given back already */
  execute(citizen: CitizenPrincipal, holdId: string): Promise<void> {
    return this.transactions.run(citizen, async (tx) => {
      const hold = await this.holds.lock(tx, holdId);
      if (hold?.sessionId !== citizen.sessionId) throw new Problem(NOT_FOUND);
      await this.lockAndRelease(tx, hold);
    });
  }

  /** What a session keeps, when it ends. */
  async ofSession(tx: Tx, sessionId: string): Promise<void> {
    const hold = await this.holds.ofSession(tx, sessionId);
    if (hold !== null) await this.lockAndRelease(tx, hold);
  }

  /** Once its subjects are locked. */
  async inTransaction(tx: Tx, hold: Hold): Promise<void> {
    const subjectIds = await this.subjects.of(tx, hold.id);
    const version = await this.types.version(tx, hold.appointmentTypeVersionId);
    await this.allocations.release(tx, hold.id, ['HOLD']);
    await this.holds.remove(tx, hold.id);
    if (version === null || subjectIds.length === 0) return;
    await this.offeredTimes.clearHoldHint(tx, { subjectIds, span: claimSpanOf(interval(hold.startsAt, hold.endsAt), version) });
    for (const subjectId of subjectIds) await this.live.publish(tx, subjectId);
  }

  /**
   * For the maintenance job: every claim drops expired holds too, this tidies what nobody asked for. Each in a transaction of its own, so
   * that locks of one are not kept while another's are waited for. @returns how many were found
   */
  async expired(limit: number): Promise<number> {
    const now = this.clock.now();
    const holds = await this.transactions.system((tx) => this.holds.over(tx, now, limit));
    for (const { id, organisationId, expiresAt } of holds) {
      await this.transactions.run({ organisationId }, async (tx) => {
        const hold = await this.holds.lock(tx, id);
        // Extended in between by a session that is alive; a session that is gone does not come back.
        const goesOn = hold !== null && hold.expiresAt > now && hold.expiresAt > expiresAt;
        if (hold !== null && !goesOn) await this.lockAndRelease(tx, hold);
      });
    }
    return holds.length;
  }

  private async lockAndRelease(tx: Tx, hold: Hold): Promise<void> {
    await this.allocations.lockForExchange(tx, await this.subjects.of(tx, hold.id));
    await this.inTransaction(tx, hold);
  }
}
