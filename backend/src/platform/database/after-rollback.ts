import type { EntityManager } from 'typeorm';

type Work = (tx: EntityManager) => Promise<void>;

const pending = new WeakMap<EntityManager, Work[]>();

/**
 * What has to stay also when the transaction is undone by a refusal: done in a transaction after it, and never while it is still open,
 * so that a request never needs two connections. Nothing is done when the transaction is committed as it stands.
 */
export function afterRollback(tx: EntityManager, work: Work): void {
  pending.set(tx, [...(pending.get(tx) ?? []), work]);
}

/** What is to be done after the transaction, or a savepoint of it, has been undone; given once. */
export function takeAfterRollback(tx: EntityManager): readonly Work[] {
  const works = pending.get(tx) ?? [];
  pending.delete(tx);
  return works;
}
