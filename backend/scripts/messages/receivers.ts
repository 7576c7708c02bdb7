import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Clock } from '../../src/kernel/index.ts';

/** When each message arrived, by its key; several times when it was sent again. */
export type Arrivals = Map<string, number[]>;

export interface Receivers {
  readonly smsUrl: string;
  readonly smtpUrl: string;
  readonly arrivals: Arrivals;
  stop(): Promise<void>;
}

/** A text message gateway and a mail server on free ports that only note which key came when. */
export async function startReceivers(clock: Clock): Promise<Receivers> {
  const arrivals: Arrivals = new Map();
  const note = (key: string): void => void arrivals.set(key, [...(arrivals.get(key) ?? []), clock.now().toMillis()]);

  const gateway = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    // A request that breaks off in the middle was not taken.
    request.on('end', () => {
      const { idempotencyKey } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { idempotencyKey: string };
      note(idempotencyKey);
      response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ id: idempotencyKey }));
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));

  const mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const key = /^Message-ID: <([^@>]+)@/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1];
        if (key !== undefined) note(key);
        callback();
      });
    },
  });
  mail.on('error', () => undefined);
  await new Promise<void>((resolve) => mail.listen(0, '127.0.0.1', resolve));

  return {
    smsUrl: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`,
    smtpUrl: `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`,
    arrivals,
    async stop() {
      gateway.closeAllConnections();
      await Promise.all([new Promise((resolve) => gateway.close(resolve)), new Promise<void>((resolve) => mail.close(() => resolve()))]);
    },
  };
}
