import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '../../../platform/config/index.ts';
import { ChannelFailure, neverConnected } from './channel-failure.ts';

export interface Email {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  /** Becomes the Message-ID, by which mail systems know a message that they have already. */
  readonly idempotencyKey: string;
}

// One bare address: no display name, quoted local part, list, comment or line break, so that no two programs read it differently.
const addrSpec =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;
const longestAddress = 254;
const timeouts = { dnsTimeout: 5000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** E-mail through one SMTP server (`SMTP_URL`): plain text, one recipient, no attachment. */
@Injectable()
export class EmailSender implements OnApplicationShutdown {
  private readonly transport: ReturnType<typeof transportTo> | null;

  constructor(config: Config) {
    this.transport = config.smtpUrl === null ? null : transportTo(config.smtpUrl);
  }

  get isConnected(): boolean {
    return this.transport !== null;
  }

  /** Gives what the server said on taking it. @throws ChannelFailure */
  async send({ to, from, subject, text, idempotencyKey }: Email): Promise<string | null> {
    if (this.transport === null) throw new ChannelFailure('PERMANENT', 'NOT_CONNECTED');
    if (!isAddress(to) || !isAddress(from)) throw new ChannelFailure('PERMANENT', 'NOT_AN_ADDRESS');
    try {
      const { response } = await this.transport.sendMail({
        envelope: { from, to: [to] },
        from: { name: '', address: from },
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${idempotencyKey}@${from.slice(from.indexOf('@') + 1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return typeof response === 'string' ? response.slice(0, 200) : null;
    } catch (cause) {
      throw failureOf(cause);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function transportTo(url: string) {
  return createTransport({ url, ...timeouts });
}

function isAddress(text: string): boolean {
  return text.length <= longestAddress && addrSpec.test(text);
}

/** 5xx of the server means never; everything else, a broken line included, may pass. */
function failureOf(cause: unknown): ChannelFailure {
  const { responseCode, code } = cause as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === 'number')
    return new ChannelFailure(responseCode >= 500 ? 'PERMANENT' : 'TEMPORARY', `SMTP_${responseCode}`, { cause });
  const told = typeof code === 'string' && /^[A-Z]{3,20}$/.test(code) ? code : 'UNREACHABLE';
  return new ChannelFailure('TEMPORARY', told, { cause, mayHaveArrived: !neverConnected(cause) });
}
