import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../kernel/index.ts';
import type { SystemPrincipal } from '../../../platform/access/index.ts';
import { Audit } from '../../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../../platform/database/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { Clients, type ClientContact } from '../../clients/index.ts';
import { Organisations, type Organisation } from '../../organisation/index.ts';
import { ReportMessageFailed } from '../../reservations/index.ts';
import { contactMannerFor } from '../templates/spoken-values.ts';
import { ChannelFailure } from './channel-failure.ts';
import { Channels, type OutgoingMessage } from './channels.ts';
import { ComposeMessage, type ComposedMessage } from './compose-message.ts';
import { deliveryVerdict, needsACall, nextAttemptAt, type DeliveryVerdict } from './delivery-verdict.ts';
import { DueMessagesRepository, type ClaimedMessage } from './due-messages.repository.ts';

export const deliverMessageJob = 'messages.deliver';

/** Longer than any channel takes to answer; a worker that died in the middle is replaced after it. */
const sendingLeaseMinutes = 2;

interface ReadyMessage {
  readonly message: ClaimedMessage;
  readonly outgoing: OutgoingMessage;
  readonly composed: ComposedMessage;
}

type Failure = Pick<ChannelFailure, 'lasting' | 'code' | 'mayHaveArrived'>;

/** Somebody may write the text before the time begins. */
const noText: Failure = { lasting: 'TEMPORARY', code: 'NO_TEXT', mayHaveArrived: false };

/**
 * Sends one message: claim and re-read everything in one transaction, send outside of any, record the outcome in another.
 * Whatever happens in between, the row tells what to do next, and that the message may have left; the same idempotency key keeps a repeated
 * attempt from being a second message.
 */
@Injectable()
export class DeliverMessage implements OnModuleInit {
  private readonly log = new Logger(DeliverMessage.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly due: DueMessagesRepository,
    private readonly compose: ComposeMessage,
    private readonly channels: Channels,
    private readonly clients: Clients,
    private readonly organisations: Organisations,
    private readonly reportFailed: ReportMessageFailed,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('messages', deliverMessageJob, (id) => this.execute(id));
  }

  /** Does nothing when another worker has the message or nothing is to be sent. @throws only what the database throws; the message is then due again */
  async execute(id: string): Promise<void> {
    const organisationId = await this.transactions.system((tx) => this.due.organisationOf(tx, id));
    const organisation = organisationId === null ? null : await this.organisations.byId(organisationId);
    if (organisation === null) return;
    const worker: SystemPrincipal = { kind: 'SYSTEM', organisationId: organisation.id, name: 'worker' };
    const ready = await this.transactions.run(worker, (tx) => this.prepare(tx, worker, organisation, id));
    if (ready !== null) await this.send(worker, organisation, ready);
  }

  private async prepare(tx: Tx, worker: SystemPrincipal, organisation: Organisation, id: string): Promise<ReadyMessage | null> {
    const now = this.clock.now();
    const message = await this.due.claim(tx, id, now, now.plus({ minutes: sendingLeaseMinutes }));
    if (message === null) return null;
    const contact = await this.clients.contactFor(tx, message.clientId);
    const verdict = this.verdictOn(message, contact);
    switch (verdict.outcome) {
      case 'SKIP':
        await this.due.skip(tx, message, verdict.reason, now);
        return null;
      case 'WAIT':
        await this.due.postpone(tx, message, verdict.until, now);
        return null;
      case 'SEND':
        return this.handOver(tx, worker, message, verdict.recipient, await this.composeFor(tx, organisation, message, contact));
    }
  }

  private verdictOn(message: ClaimedMessage, contact: ClientContact | null): DeliveryVerdict {
    const verdict = deliveryVerdict(message, contact, this.clock.now());
    if (verdict.outcome === 'SEND' && !this.channels.isConnected(message.channel))
      return { outcome: 'SKIP', reason: 'CHANNEL_NOT_CONNECTED' };
    return verdict;
  }

  private composeFor(
    tx: Tx,
    organisation: Organisation,
    message: ClaimedMessage,
    contact: ClientContact | null,
  ): Promise<ComposedMessage | null> {
    const { kind, channel, reservation } = message;
    return this.compose.execute(
      tx,
      organisation,
      {
        kind,
        channel,
        language: contact?.messageLanguage ?? 'fi',
        at: reservation.startsAt,
        zone: reservation.zone,
        manner: contactMannerFor(message.interpreterLanguage),
      },
      this.clock.now(),
    );
  }

  private async handOver(
    tx: Tx,
    worker: SystemPrincipal,
    message: ClaimedMessage,
    recipient: string,
    composed: ComposedMessage | null,
  ): Promise<ReadyMessage | null> {
    if (composed === null) {
      await this.recordFailure(tx, message, noText);
      return null;
    }
    // Written before the first byte leaves: an attempt without a trace is not possible.
    await this.recordUse(tx, worker, message);
    await this.due.handOver(tx, message, this.clock.now());
    return {
      message,
      composed,
      outgoing: { channel: message.channel, recipient, subject: composed.subject, body: composed.body, idempotencyKey: message.id },
    };
  }

  private async send(worker: SystemPrincipal, organisation: Organisation, { message, outgoing, composed }: ReadyMessage): Promise<void> {
    try {
      const providerReference = await this.channels.send(organisation, outgoing);
      const { messageTemplateId, language } = composed;
      await this.transactions.run(worker, (tx) =>
        this.due.markSent(tx, message, { messageTemplateId, language, providerReference }, this.clock.now()),
      );
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      await this.transactions.run(worker, (tx) => this.recordFailure(tx, message, error));
    }
  }

  private async recordFailure(tx: Tx, message: ClaimedMessage, failure: Failure): Promise<void> {
    const now = this.clock.now();
    this.log.warn({ messageId: message.id, channel: message.channel, attempt: message.attempts, outcome: failure.code });
    const next = failure.lasting === 'PERMANENT' ? null : nextAttemptAt(message, message.attempts, now);
    if (next === null) await this.due.fail(tx, message, failure, now);
    else await this.due.retryAt(tx, message, next, failure, now);
    if (next === null || needsACall(message, now))
      await this.reportFailed.execute(tx, message.reservationId, message.clientId, message.dueAt.toUTC());
  }

  private recordUse(tx: Tx, worker: SystemPrincipal, message: ClaimedMessage): Promise<void> {
    return this.audit.record(tx, worker, {
      action: 'MessageSend',
      what: 'notify',
      objectType: 'notification',
      objectIds: [message.id],
      clientIds: [message.clientId],
      serviceTaskId: message.serviceTaskId,
      purpose: 'SYSTEM',
      details: { kind: message.kind, channel: message.channel, attempt: message.attempts },
    });
  }
}
