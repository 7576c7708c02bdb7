import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { ContactCodesRepository } from './contact-codes.repository.ts';

const job = 'clients.forget-expired-codes';
const hourly = 3_600_000;

/** A code that nobody used leaves its number and address behind; they go within the hour. */
@Injectable()
export class ForgetExpiredCodes implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly codes: ContactCodesRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('maintenance', job, () => this.execute());
    this.jobs.every('maintenance', job, hourly);
  }

  execute(): Promise<void> {
    return this.transactions.system((tx) => this.codes.removeExpired(tx, this.clock.now()));
  }
}
