import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { SMTPServer } from 'smtp-server';
import { RefusedRequest, sendJson } from '../http/answers.ts';
import { Faults } from '../mailbox/faults.ts';
import { takeSms } from '../mailbox/sms-gateway.ts';
import { startSmtpServer } from '../mailbox/smtp.ts';
import { MessageStore } from '../mailbox/store.ts';
import { freePort } from '../ports.ts';

// Far more than a campaign sends: nothing may be forgotten before it is counted.
const CAPACITY = 1_000_000;

/** The mailbox of `npm start`, with a count of how often each message was handed over. */
export class Receivers {
  readonly smsUrl: string;
  readonly smtpUrl: string;
  private readonly store: MessageStore;
  /** How often the product handed over each text message, by its key; the gateway shows it once. */
  private readonly smsHandedOver: Map<string, number>;
  private readonly http: Server;
  private readonly smtp: SMTPServer;

  private constructor(parts: {
    store: MessageStore;
    handedOver: Map<string, number>;
    http: Server;
    smtp: SMTPServer;
    httpPort: number;
    smtpPort: number;
  }) {
    this.store = parts.store;
    this.smsHandedOver = parts.handedOver;
    this.http = parts.http;
    this.smtp = parts.smtp;
    this.smsUrl = `http://127.0.0.1:${parts.httpPort}/sms`;
    this.smtpUrl = `smtp://127.0.0.1:${parts.smtpPort}`;
  }

  static async start(folder: string): Promise<Receivers> {
    const store = new MessageStore(join(folder, 'mailbox', 'messages.jsonl'), CAPACITY);
    const faults = new Faults();
    const handedOver = new Map<string, number>();
    const http = createServer((request, response) => {
      const key = String(request.headers['idempotency-key']);
      handedOver.set(key, (handedOver.get(key) ?? 0) + 1);
      takeSms(request, response, store, faults).catch((error: unknown) => {
        // A worker that was killed in the middle of its request is the point of it all.
        if (response.headersSent || response.destroyed) return;
        sendJson(response, error instanceof RefusedRequest ? error.status : 500, { error: String(error) });
      });
    });
    const [httpPort, smtpPort] = [await freePort(), await freePort()];
    const smtp = await startSmtpServer(store, faults, smtpPort);
    await new Promise<void>((resolve) => http.listen(httpPort, '127.0.0.1', resolve));
    return new Receivers({ store, handedOver, http, smtp, httpPort, smtpPort });
  }

  /** How often each message came, by channel and the id that the product gave it. */
  received(): Readonly<Record<'SMS' | 'EMAIL', ReadonlyMap<string, number>>> {
    const emails = new Map<string, number>();
    for (const { channel, key } of this.store.list()) {
      if (channel !== 'EMAIL') continue;
      const id = /^<([^@>]+)@/.exec(key ?? '')?.[1] ?? `without a Message-ID of ours: ${key}`;
      emails.set(id, (emails.get(id) ?? 0) + 1);
    }
    return { SMS: this.smsHandedOver, EMAIL: emails };
  }

  /** How many text messages a phone would have shown for each key; never more than one while the product keeps its keys. */
  shownSms(): ReadonlyMap<string, number> {
    const shown = new Map<string, number>();
    for (const { channel, key } of this.store.list()) if (channel === 'SMS' && key !== null) shown.set(key, (shown.get(key) ?? 0) + 1);
    return shown;
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await Promise.all([
      new Promise((resolve) => this.http.close(resolve)),
      new Promise<void>((resolve) => {
        this.smtp.close(resolve);
      }),
    ]);
  }
}
