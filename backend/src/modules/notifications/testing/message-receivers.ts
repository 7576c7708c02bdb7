import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedSms {
  readonly to: string;
  readonly from: string;
  readonly body: string;
  readonly idempotencyKey: string;
}

export interface ReceivedEmail {
  readonly from: string;
  readonly to: readonly string[];
  /** Every byte between DATA and the final dot. */
  readonly raw: string;
}

/** A text message gateway on a free port that keeps what it is given; the same key again is the same message. */
export class SmsReceiver {
  /** What a phone would show. */
  readonly delivered: ReceivedSms[] = [];
  /** Every request, repeated ones too. */
  readonly requests: ReceivedSms[] = [];
  /** Called before the answer; gives the status of it. */
  behave: (sms: ReceivedSms) => number | Promise<number> = () => 202;
  private readonly server: Server = createServer((request, response) => void this.take(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/sms`;
  }

  reset(): void {
    this.delivered.length = 0;
    this.requests.length = 0;
    this.behave = () => 202;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sms = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ReceivedSms;
    this.requests.push(sms);
    const status = await this.behave(sms);
    if (status < 300 && !this.delivered.some((known) => known.idempotencyKey === sms.idempotencyKey)) this.delivered.push(sms);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `gw-${sms.idempotencyKey}` }));
  }
}

/** An SMTP server that keeps what it is given and can be stopped and started again on its port. */
export class EmailReceiver {
  readonly delivered: ReceivedEmail[] = [];
  /** SMTP code with which recipients are refused; null: taken. */
  refusal: number | null = null;
  private server: SMTPServer | null = null;
  private port = 0;

  async start(): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo: (_address, _session, callback) =>
        callback(this.refusal === null ? null : Object.assign(new Error('refused'), { responseCode: this.refusal })),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          this.delivered.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map((recipient) => recipient.address),
            raw: Buffer.concat(chunks).toString('latin1'),
          });
          callback();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
    return `smtp://127.0.0.1:${this.port}`;
  }

  reset(): void {
    this.delivered.length = 0;
    this.refusal = null;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server !== null) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

/** What a mail program would show of a message, besides its raw bytes. */
export function readable(raw: string): string {
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
  const unfolded = body.replaceAll('=\r\n', '');
  const bytes = unfolded.replaceAll(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
