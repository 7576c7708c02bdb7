import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { SessionsRepository } from './sessions.repository.ts';

const job = 'identity.forget-ended-sessions';
const hourly = 3_600_000;
const kept = { hours: 24 };

/** Rows of ended sessions go after a day. */
@Injectable()
export class ForgetEndedSessions implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('maintenance', job, () => this.execute());
    this.jobs.every('maintenance', job, hourly);
  }

  execute(): Promise<void> {
    return this.transactions.system((tx) => this.sessions.removeEnded(tx, this.clock.now().minus(kept)));
  }
}
