import { request as open } from 'node:http';
import type { RawRequest } from './hostile-requests.ts';

export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly millis: number;
}

/** Sends a request as it is, without a library that would tidy it up. A stream of events is left once it has begun. */
export function send(port: number, { method, address, headers, body }: RawRequest): Promise<RawAnswer> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const outgoing = open(
      { host: '127.0.0.1', port, method, path: address, headers: { ...headers, ...length }, setHost: false },
      (incoming) => {
        const status = incoming.statusCode ?? 0;
        const type = incoming.headers['content-type'] ?? '';
        const answer = (text: string): void => resolve({ status, type, text, millis: performance.now() - startedAt });
        if (type.startsWith('text/event-stream')) {
          answer('');
          return void outgoing.destroy();
        }
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (part: string) => (text += part));
        incoming.on('end', () => answer(text));
        incoming.on('error', reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body ?? undefined);
  });
}
