export { Outbox, type AfterCommitListener, type InTransactionListener } from './outbox.ts';
export { requiresInTransactionListener, type OutboxEvent } from './outbox-event.ts';
export { OutboxRelay } from './outbox-relay.ts';
export { OutboxModule, OutboxRelayModule } from './outbox.module.ts';
