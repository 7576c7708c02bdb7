import type { IncomingMessage, ServerResponse } from 'node:http';
import { jsonOf, RefusedRequest, sendJson } from '../http/answers.ts';
import type { Faults } from './faults.ts';
import { smsSize } from './message.ts';
import type { MessageStore } from './store.ts';

/**
 * `POST /sms` with `{to, from, body, idempotencyKey}`: 202 `{id}`; the same key again gives the same id and sends nothing.
 * 503 while the gateway is made to fail, 422 for a message that it will never take.
 */
export async function takeSms(request: IncomingMessage, response: ServerResponse, store: MessageStore, faults: Faults): Promise<void> {
  if (request.method !== 'POST') throw new RefusedRequest(405, 'Method not allowed.');
  const message = await jsonOf(request);
  const state = await faults.meet('sms');
  if (state === 'down') throw new RefusedRequest(503, 'The gateway is down.');
  if (state === 'rejects') throw new RefusedRequest(422, 'The gateway does not take this message.');
  const to = text(message, 'to');
  if (!/^\+[1-9]\d{6,14}$/.test(to)) throw new RefusedRequest(422, 'to must be a number in E.164 form.');
  const from = text(message, 'from');
  if (!/^[A-Za-z0-9 ]{1,11}$|^\+?\d{3,15}$/.test(from))
    throw new RefusedRequest(422, 'from must be a number or at most 11 letters and digits.');
  const body = text(message, 'body');
  const key = text(message, 'idempotencyKey');
  // No await between looking and adding, so two at once with one key are still one message.
  const kept =
    store.smsWithKey(key) ?? store.add({ channel: 'SMS', from, to, subject: null, text: body, sms: smsSize(body), key, attachments: [] });
  sendJson(response, 202, { id: kept.id });
}

function text(message: Readonly<Record<string, unknown>>, name: string): string {
  const value = message[name];
  if (typeof value !== 'string' || value === '') throw new RefusedRequest(422, `${name} must be a text.`);
  return value;
}
