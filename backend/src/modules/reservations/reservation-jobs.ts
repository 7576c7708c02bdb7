import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { FindGhosts } from './find-ghosts.repository.ts';

const atNight = '50 2 * * *';

/** What is checked by itself each night. */
@Injectable()
export class ReservationJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly ghosts: FindGhosts,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('maintenance', 'find-ghosts', () => this.findGhosts());
    this.jobs.every('maintenance', 'find-ghosts', atNight);
  }

  /** @throws Error naming the ghosts, which operators are told of as a failed job */
  async findGhosts(): Promise<void> {
    const found = await this.transactions.system((tx) => this.ghosts.execute(tx));
    if (found.length > 0) throw new Error(`Reservations and calendar differ: ${found.map(({ what, id }) => `${what} ${id}`).join(', ')}`);
  }
}
