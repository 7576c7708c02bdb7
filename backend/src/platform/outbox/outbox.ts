import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.ts';
import type { Tx } from '../database/index.ts';
import { typesThatRequireListener, type OutboxEvent } from './outbox-event.ts';
import { OutboxRepository } from './outbox.repository.ts';

export type InTransactionListener = (tx: Tx, event: OutboxEvent) => Promise<void>;
export type AfterCommitListener = (event: OutboxEvent) => Promise<void>;

/** Events that happen together with a change, or not at all. */
@Injectable()
export class Outbox implements OnApplicationBootstrap {
  private readonly within = new Map<string, InTransactionListener[]>();
  private readonly after = new Map<string, Map<string, AfterCommitListener>>();

  constructor(
    private readonly messages: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** Writes the event into the caller's transaction and calls the in-transaction listeners; one that throws undoes the change. */
  async add(tx: Tx, event: OutboxEvent): Promise<void> {
    await this.messages.insert(tx, newId(), event, this.clock.now());
    for (const listener of this.within.get(event.type) ?? []) await listener(tx, event);
  }

  /** The listener takes part in the caller's transaction: what it writes comes about with the change. Both processes register it. */
  inTransaction(type: string, listener: InTransactionListener): void {
    this.within.set(type, [...(this.within.get(type) ?? []), listener]);
  }

  /**
   * The worker calls the listener after the commit: at least once, soon, in no certain order. It has to stand being called twice.
   * @param name unique among the listeners of the type
   */
  afterCommit(type: string, name: string, listener: AfterCommitListener): void {
    const listeners = this.after.get(type) ?? new Map<string, AfterCommitListener>();
    if (listeners.has(name)) throw new Error(`The event ${type} already has a listener ${name}.`);
    this.after.set(type, listeners.set(name, listener));
  }

  afterCommitListeners(type: string): ReadonlyMap<string, AfterCommitListener> {
    return this.after.get(type) ?? new Map<string, AfterCommitListener>();
  }

  /** @throws Error naming the events that would happen with nobody listening; stops the boot */
  onApplicationBootstrap(): void {
    const missing = typesThatRequireListener().filter((type) => !this.within.has(type));
    if (missing.length > 0) throw new Error(`Events that need an in-transaction listener have none: ${missing.join(', ')}.`);
  }
}
