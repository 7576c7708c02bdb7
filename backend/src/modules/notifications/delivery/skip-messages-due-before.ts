import { Injectable } from '@nestjs/common';
import type { DateTime } from 'luxon';
import { Clock } from '../../../kernel/index.ts';
import { Transactions, type TransactionScope } from '../../../platform/database/index.ts';
import { DueMessagesRepository } from './due-messages.repository.ts';

/** For data that come from before the product was in use: nobody is told today what should have been told then. */
@Injectable()
export class SkipMessagesDueBefore {
  constructor(
    private readonly transactions: Transactions,
    private readonly due: DueMessagesRepository,
    private readonly clock: Clock,
  ) {}

  /** Gives how many messages end as skipped (`BEFORE_START`). */
  execute(organisation: TransactionScope, before: DateTime): Promise<number> {
    return this.transactions.run(organisation, (tx) =>
      this.due.skipDueBefore(tx, organisation.organisationId, before.toUTC(), this.clock.now()),
    );
  }
}
