import { Injectable } from '@nestjs/common';
import type { Organisation } from '../../organisation/index.ts';
import type { MessageChannel } from '../message-kinds.ts';
import { EmailSender } from './email-sender.ts';
import { SmsGateway } from './sms-gateway.ts';

export interface OutgoingMessage {
  readonly channel: MessageChannel;
  /** E.164 number or bare address, by channel. */
  readonly recipient: string;
  readonly subject: string | null;
  readonly body: string;
  readonly idempotencyKey: string;
}

/** Both ways out, in the organisation's name. */
@Injectable()
export class Channels {
  constructor(
    private readonly sms: SmsGateway,
    private readonly email: EmailSender,
  ) {}

  isConnected(channel: MessageChannel): boolean {
    return channel === 'SMS' ? this.sms.isConnected : this.email.isConnected;
  }

  /** Gives the provider's reference, if it says one. @throws ChannelFailure */
  send(organisation: Organisation, { channel, recipient, subject, body, idempotencyKey }: OutgoingMessage): Promise<string | null> {
    switch (channel) {
      case 'SMS':
        return this.sms.send({ to: recipient, from: organisation.smsSender, body, idempotencyKey });
      case 'EMAIL':
        return this.email.send({ to: recipient, from: organisation.emailSender, subject: subject ?? '', text: body, idempotencyKey });
    }
  }
}
