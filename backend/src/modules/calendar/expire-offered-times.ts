import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { OfferedTimeRows } from './offered-time-rows.repository.ts';

/** Nightly: past times that nobody took leave the index of open rows, which thus holds only the future. */
@Injectable()
export class ExpireOfferedTimes {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: OfferedTimeRows,
    private readonly clock: Clock,
  ) {}

  /** Of all organisations. @returns how many */
  execute(): Promise<number> {
    return this.transactions.system((tx) => this.rows.expire(tx, this.clock.now()));
  }
}
