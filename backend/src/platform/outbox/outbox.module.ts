import { Global, Module } from '@nestjs/common';
import { DeliverOutboxMessage } from './deliver-outbox-message.ts';
import { OutboxRelay } from './outbox-relay.ts';
import { Outbox } from './outbox.ts';
import { OutboxRepository } from './outbox.repository.ts';

/** Adding events and listening: in every process. The relay reads the messages through the same repository. */
@Global()
@Module({ providers: [Outbox, OutboxRepository], exports: [Outbox, OutboxRepository] })
export class OutboxModule {}

/** Telling the after-commit listeners: in the worker process. */
@Module({ imports: [OutboxModule], providers: [OutboxRelay, DeliverOutboxMessage], exports: [OutboxRelay] })
export class OutboxRelayModule {}
