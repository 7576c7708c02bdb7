import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../kernel/index.ts';
import { Transactions } from '../../database/index.ts';
import { Jobs } from '../../jobs/index.ts';
import { IdempotencyRepository } from './idempotency.repository.ts';
import { IdempotentTransactions } from './idempotent-transactions.ts';

const hourMillis = 3_600_000;
const batch = 1000;

@Global()
@Module({ providers: [IdempotentTransactions, IdempotencyRepository], exports: [IdempotentTransactions] })
export class IdempotencyModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly keys: IdempotencyRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('maintenance', 'idempotency.expire', () => this.deleteExpired());
    this.jobs.every('maintenance', 'idempotency.expire', hourMillis);
  }

  private async deleteExpired(): Promise<void> {
    for (let deleted = batch; deleted === batch;) {
      deleted = await this.transactions.system((tx) => this.keys.deleteExpired(tx, this.clock.now(), batch));
    }
  }
}
