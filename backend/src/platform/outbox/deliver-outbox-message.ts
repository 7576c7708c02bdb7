import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/index.ts';
import { Outbox } from './outbox.ts';
import { OutboxRepository } from './outbox.repository.ts';

/** Calls the after-commit listeners of one message and then forgets it. */
@Injectable()
export class DeliverOutboxMessage {
  constructor(
    private readonly transactions: Transactions,
    private readonly messages: OutboxRepository,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Every listener is called although one before it failed.
   * @throws AggregateError when any failed; the job is then tried again, all listeners of it
   */
  async execute(id: string): Promise<void> {
    const event = await this.transactions.system((tx) => this.messages.find(tx, id));
    // Done before: the queue may deliver twice.
    if (event === undefined) return;
    const failures: unknown[] = [];
    for (const listener of this.outbox.afterCommitListeners(event.type).values()) {
      try {
        await listener(event);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} listeners of ${event.type} failed.`);
    await this.transactions.system((tx) => this.messages.delete(tx, id));
  }
}
