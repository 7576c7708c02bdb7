export { Outbox } from './outbox.ts';
export { requiresInTransactionListener, type OutboxEvent } from './outbox-event.ts';
export { OutboxModule, OutboxRelayModule } from './outbox.module.ts';
