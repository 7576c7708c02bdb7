import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../kernel/index.ts';
import { Transactions } from '../../../platform/database/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { Outbox } from '../../../platform/outbox/index.ts';
import { CONTACT_CONFIRMED } from '../../clients/index.ts';
import { RESERVATION_BOOKED, RESERVATION_CANCELLED, RESERVATION_MOVED } from '../../reservations/index.ts';
import { deliverMessageJob } from './deliver-message.ts';
import { DueMessagesRepository } from './due-messages.repository.ts';

const scanJob = 'messages.scan';
const eachMinute = 60_000;
const batch = 500;
/** What the queue has lost, or a dead worker has claimed, is due again after so long. */
const leaseMinutes = 2;

/** Hands due messages to the queue: each minute, and at once after a commit that planned some to be sent without delay. */
@Injectable()
export class ScanDueMessages implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly due: DueMessagesRepository,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('messages', scanJob, async () => void (await this.execute()));
    this.jobs.every('messages', scanJob, eachMinute);
    for (const type of [RESERVATION_BOOKED, RESERVATION_MOVED, RESERVATION_CANCELLED]) {
      this.outbox.afterCommit(type, 'hand over messages', (event) => this.handOverAtOnce(event.subjectId));
    }
    this.outbox.afterCommit(CONTACT_CONFIRMED, 'hand over messages', async () => void (await this.execute()));
  }

  /** Gives how many messages were handed over. Any number of workers may scan at once. */
  async execute(): Promise<number> {
    for (let handedOver = 0; ;) {
      const now = this.clock.now();
      const ids = await this.transactions.system((tx) => this.due.lease(tx, now, now.plus({ minutes: leaseMinutes }), batch));
      await this.enqueue(ids);
      handedOver += ids.length;
      if (ids.length < batch) return handedOver;
    }
  }

  private async handOverAtOnce(reservationId: string): Promise<void> {
    const now = this.clock.now();
    await this.enqueue(
      await this.transactions.system((tx) => this.due.leasePlannedForNow(tx, reservationId, now, now.plus({ minutes: leaseMinutes }))),
    );
  }

  // After the commit: a job that starts before it would not see its lease.
  private enqueue(ids: readonly string[]): Promise<void> {
    return this.jobs.addAll(
      'messages',
      deliverMessageJob,
      ids.map((id) => ({ id, jobId: id })),
    );
  }
}
