import { SMTPServer } from 'smtp-server';
import { readEmail } from './email.ts';
import type { Faults } from './faults.ts';
import type { MessageStore } from './store.ts';

const BIGGEST = 1_000_000;

function refusal(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

/** Takes every e-mail of the product and delivers none. Ends with the process. */
export function startSmtpServer(store: MessageStore, faults: Faults, port: number): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 500,
    size: BIGGEST,
    onRcptTo(_address, _session, callback) {
      void faults.meet('smtp').then((state) => {
        if (state === 'down') callback(refusal(451, 'Try again later'));
        else if (state === 'rejects') callback(refusal(550, 'No such mailbox'));
        else callback();
      });
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(refusal(552, 'Too long'));
        const email = readEmail(Buffer.concat(chunks));
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        for (const recipient of session.envelope.rcptTo) {
          store.add({
            channel: 'EMAIL',
            from,
            to: recipient.address,
            subject: email.subject,
            text: email.text,
            sms: null,
            key: email.messageId,
            attachments: email.attachments,
          });
        }
        return callback();
      });
    },
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      // A client that hangs up in the middle is no reason to end.
      server.on('error', () => undefined);
      resolve(server);
    });
  });
}
