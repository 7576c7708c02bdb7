import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { Outbox, type OutboxEvent } from '../../../platform/outbox/index.ts';
import { CONTACT_CONFIRMED } from '../../clients/index.ts';
import type { MessageChannel } from '../message-kinds.ts';
import { isTold, planReminders } from './plan-messages.ts';
import { PlannedMessagesRepository, type ComingReservation } from './planned-messages.repository.ts';

/** Who confirms a number or an address only after booking is told of the booking then, and reminded of it. */
@Injectable()
export class PlanOnContactConfirmed implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly planned: PlannedMessagesRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.inTransaction(CONTACT_CONFIRMED, (tx, event) => this.plan(tx, event));
  }

  private async plan(tx: Tx, event: OutboxEvent): Promise<void> {
    for (const coming of await this.planned.comingOf(tx, event.subjectId, this.clock.now())) await this.planOf(tx, event, coming);
  }

  private async planOf(tx: Tx, { organisationId, subjectId: clientId, payload }: OutboxEvent, coming: ComingReservation): Promise<void> {
    const now = this.clock.now();
    const channel = payload['channel'] as MessageChannel;
    const subject = await this.planned.subjectOf(tx, coming.id);
    const recipient = subject?.recipients.find((candidate) => candidate.clientId === clientId);
    if (subject === null || recipient === undefined || !isTold(subject.reservation, recipient)) return;
    await this.planned.takeUpWithheld(tx, coming, clientId, channel, now);
    const reminders = planReminders(subject.reservation, recipient, now).filter((plan) => plan.channel === channel);
    await this.planned.insert(tx, organisationId, coming.id, coming.messageVersion, reminders, now);
  }
}
