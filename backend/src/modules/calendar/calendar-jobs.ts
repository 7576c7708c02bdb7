import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../../platform/database/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { Allocations } from './allocations.repository.ts';
import { ExpireOfferedTimes } from './expire-offered-times.ts';

const atNight = '20 2 * * *';
const later = '40 2 * * *';

/** What the calendar does by itself each night. */
@Injectable()
export class CalendarJobs implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly expireOfferedTimes: ExpireOfferedTimes,
    private readonly transactions: Transactions,
    private readonly allocations: Allocations,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('maintenance', 'expire-offered-times', async () => {
      await this.expireOfferedTimes.execute();
    });
    this.jobs.every('maintenance', 'expire-offered-times', atNight);
    this.jobs.handle('maintenance', 'find-overlaps', () => this.findOverlaps());
    this.jobs.every('maintenance', 'find-overlaps', later);
  }

  /** @throws Error naming the allocations, which operators are told of as a failed job; it cannot happen while the constraint stands */
  private async findOverlaps(): Promise<void> {
    const overlaps = await this.transactions.system((tx) => this.allocations.findOverlaps(tx));
    if (overlaps.length > 0) throw new Error(`Overlapping allocations: ${overlaps.map((overlap) => overlap.allocationId).join(', ')}`);
  }
}
