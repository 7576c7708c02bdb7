import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { Clock } from '../../kernel/index.ts';
import { Config } from '../config/index.ts';
import { Transactions } from '../database/index.ts';
import { Jobs } from '../jobs/index.ts';
import { DeliverOutboxMessage } from './deliver-outbox-message.ts';
import { outboxChannel, OutboxRepository } from './outbox.repository.ts';

const batch = 200;
const pollMillis = 1000;
const reconnectMillis = 1000;
/** Far longer than a job takes from queue to end, so that what is only waiting is not added again and again. */
const lostAfterSeconds = 60;
const lostCheckMillis = 15_000;

export const deliveryJob = 'outbox.deliver';

/** Moves messages from the table to the queue: at once when a commit wakes it, within a second otherwise. In the worker process only. */
@Injectable()
export class OutboxRelay implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(OutboxRelay.name);
  private readonly timers: NodeJS.Timeout[] = [];
  private listener: pg.Client | undefined;
  private requested = false;
  private running: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly transactions: Transactions,
    private readonly messages: OutboxRepository,
    private readonly deliver: DeliverOutboxMessage,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('outbox', deliveryJob, (id) => this.deliver.execute(id));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
    this.timers.push(setInterval(() => this.wake(), pollMillis));
    this.timers.push(setInterval(() => void this.relayLost().catch((error: unknown) => this.complain(error)), lostCheckMillis));
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.listener?.end().catch(() => undefined);
    await this.running;
  }

  /** Moves everything that waits; returns how many. What another worker is moving is left to it. */
  async relay(): Promise<number> {
    for (let moved = 0; ;) {
      const ids = await this.transactions.system((tx) => this.messages.take(tx, this.clock.now(), batch));
      await this.enqueue(ids);
      moved += ids.length;
      if (ids.length < batch) return moved;
    }
  }

  /** Moves what was moved long ago and is still not done; the queue ignores what it still has. */
  async relayLost(): Promise<number> {
    const now = this.clock.now();
    const ids = await this.transactions.system((tx) => this.messages.takeAgain(tx, now, now.minus({ seconds: lostAfterSeconds }), batch));
    await this.enqueue(ids);
    return ids.length;
  }

  // After the commit: a job must not run before its row can be seen. A crash in between is healed by relayLost.
  private enqueue(ids: readonly string[]): Promise<void> {
    return this.jobs.addAll(
      'outbox',
      deliveryJob,
      ids.map((id) => ({ id, jobId: id })),
    );
  }

  private wake(): void {
    this.requested = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  private async drain(): Promise<void> {
    while (this.requested && !this.stopping) {
      this.requested = false;
      try {
        await this.relay();
      } catch (error) {
        this.complain(error);
      }
    }
  }

  private async listen(): Promise<void> {
    if (this.stopping) return;
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'vuoro-outbox', keepAlive: true });
    this.listener = client;
    client.on('notification', () => this.wake());
    client.on('error', () => undefined);
    client.once('end', () => {
      if (!this.stopping) setTimeout(() => void this.listen(), reconnectMillis).unref();
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${outboxChannel}`);
    } catch (error) {
      // The poll goes on meanwhile.
      this.complain(error);
      await client.end().catch(() => undefined);
    }
  }

  private complain(error: unknown): void {
    this.log.warn({ event: 'outbox-waits', err: error });
  }
}
