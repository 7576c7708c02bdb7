import { Injectable } from '@nestjs/common';
import { Problem } from '../../../kernel/index.ts';
import { Transactions, type TransactionScope } from '../../../platform/database/index.ts';
import { OfferedTimes } from '../../calendar/index.ts';
import { TIME_TAKEN } from '../reservation.problems.ts';

/** The state of an offered time is a hint that a race can leave behind; whoever stumbles over a stale one has it decided anew. */
@Injectable()
export class HealHint {
  constructor(
    private readonly transactions: Transactions,
    private readonly offeredTimes: OfferedTimes,
  ) {}

  /** In a transaction of its own, since the refused one was rolled back. The refusal itself goes on to the caller. */
  async whenTaken<T>(scope: TransactionScope, offeredTimeId: string, attempt: Promise<T>): Promise<T> {
    try {
      return await attempt;
    } catch (error) {
      if (error instanceof Problem && error.code === TIME_TAKEN.code)
        await this.transactions.run(scope, (tx) => this.offeredTimes.refresh(tx, [offeredTimeId]));
      throw error;
    }
  }
}
