import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../kernel/index.ts';
import type { SystemPrincipal } from '../../../platform/access/index.ts';
import { Audit } from '../../../platform/audit/index.ts';
import { Transactions } from '../../../platform/database/index.ts';
import { Outbox, type OutboxEvent } from '../../../platform/outbox/index.ts';
import { CONTACT_CODE_REQUESTED, ContactConfirmation, type ContactCodeMessage } from '../../clients/index.ts';
import { Organisations, type Organisation } from '../../organisation/index.ts';
import { ChannelFailure } from './channel-failure.ts';
import { Channels } from './channels.ts';
import { ComposeMessage, type ComposedMessage } from './compose-message.ts';

/** Sends the code by which a client proves that a number or an address is the client's own. */
@Injectable()
export class DeliverContactCode implements OnModuleInit {
  private readonly log = new Logger(DeliverContactCode.name);

  constructor(
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly contacts: ContactConfirmation,
    private readonly organisations: Organisations,
    private readonly compose: ComposeMessage,
    private readonly channels: Channels,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.afterCommit(CONTACT_CODE_REQUESTED, 'deliver contact code', (event) => this.execute(event));
  }

  /** A code that has ended meanwhile is not sent. @throws ChannelFailure that may pass, Error when there is no text; the event is then told again within seconds */
  async execute({ organisationId, subjectId, payload }: OutboxEvent): Promise<void> {
    const organisation = await this.organisations.byId(organisationId);
    if (organisation === null) return;
    const ready = await this.prepare(organisation, subjectId, String(payload['clientId']));
    if (ready === null) return;
    const { message, composed } = ready;
    try {
      await this.channels.send(organisation, {
        channel: message.channel,
        recipient: message.recipient,
        subject: composed.subject,
        body: composed.body,
        idempotencyKey: subjectId,
      });
    } catch (error) {
      if (!(error instanceof ChannelFailure)) throw error;
      this.log.warn({ messageId: subjectId, channel: message.channel, outcome: error.code });
      // What will never be taken is not tried again: the client sees no code come and asks for another.
      if (error.lasting === 'TEMPORARY') throw error;
    }
  }

  private prepare(
    organisation: Organisation,
    contactCodeId: string,
    clientId: string,
  ): Promise<{ message: ContactCodeMessage; composed: ComposedMessage } | null> {
    const worker: SystemPrincipal = { kind: 'SYSTEM', organisationId: organisation.id, name: 'worker' };
    return this.transactions.run(worker, async (tx) => {
      const message = await this.contacts.messageOf(tx, contactCodeId);
      if (message === null) return null;
      const { channel, code, language } = message;
      const composed = await this.compose.execute(
        tx,
        organisation,
        { kind: 'CONTACT_CODE', channel, language, at: null, zone: organisation.timeZone, manner: 'CALL', code },
        this.clock.now(),
      );
      if (composed === null) throw new Error(`The organisation ${organisation.code} has no text of the contact code by ${channel}.`);
      await this.audit.record(tx, worker, {
        action: 'ContactCodeSend',
        what: 'notify',
        objectType: 'contact_code',
        objectIds: [contactCodeId],
        clientIds: [clientId],
        purpose: 'SYSTEM',
        details: { channel },
      });
      return { message, composed };
    });
  }
}
