import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, parseInstant } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { Outbox, type OutboxEvent } from '../../../platform/outbox/index.ts';
import { RESERVATION_BOOKED, RESERVATION_CANCELLED, RESERVATION_MOVED } from '../../reservations/index.ts';
import { planMessages, type Happening } from './plan-messages.ts';
import { PlannedMessagesRepository } from './planned-messages.repository.ts';

/** Plans, replaces and voids messages in the transaction of the booking itself: there is no booking without its messages, and no message without its booking. */
@Injectable()
export class PlanOnEvents implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly planned: PlannedMessagesRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.inTransaction(RESERVATION_BOOKED, (tx, event) =>
      this.plan(tx, event, { kind: 'BOOKED', byCitizen: event.payload['cause'] === 'CITIZEN' }),
    );
    this.outbox.inTransaction(RESERVATION_MOVED, (tx, event) =>
      this.plan(tx, event, { kind: 'MOVED', previousStartsAt: parseInstant(String(event.payload['previousStartsAt'])) }),
    );
    this.outbox.inTransaction(RESERVATION_CANCELLED, (tx, event) => this.plan(tx, event, { kind: 'CANCELLED' }));
  }

  private async plan(tx: Tx, event: OutboxEvent, happening: Happening): Promise<void> {
    const now = this.clock.now();
    const subject = await this.planned.subjectOf(tx, event.subjectId);
    if (subject === null) throw new Error(`${event.type} is about a reservation that is not there.`);
    if (happening.kind !== 'BOOKED') await this.planned.supersede(tx, event.subjectId, now);
    // A time that lies in the past is entered late or cleaned up: nobody is to be told any more.
    if (subject.reservation.startsAt <= now) return;
    const plans = subject.recipients.flatMap((recipient) => planMessages(subject.reservation, recipient, happening, now));
    await this.planned.insert(tx, event.organisationId, event.subjectId, Number(event.payload['messageVersion']), plans, now);
  }
}
