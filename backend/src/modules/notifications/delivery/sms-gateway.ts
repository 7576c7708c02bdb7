import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/index.ts';
import { ChannelFailure, neverConnected } from './channel-failure.ts';

export interface Sms {
  /** E.164. */
  readonly to: string;
  /** Registered sender name, at most eleven characters. */
  readonly from: string;
  readonly body: string;
  /** The gateway sends what has the same key once. */
  readonly idempotencyKey: string;
}

const timeoutMillis = 10_000;
const e164 = /^\+[1-9]\d{6,14}$/;
/** Answers that say "not now" rather than "never". */
const temporaryStatuses: readonly number[] = [408, 409, 425, 429];
/** Said by a gateway that broke in the middle, or by a proxy before it that has heard nothing. */
const withoutKnowing: readonly number[] = [500, 502, 504];

/** Text messages through an HTTP gateway: JSON `{to, from, body, idempotencyKey}` to `SMS_GATEWAY_URL`. */
@Injectable()
export class SmsGateway {
  constructor(private readonly config: Config) {}

  get isConnected(): boolean {
    return this.config.smsGatewayUrl !== null;
  }

  /** Gives the gateway's own id of the message, if it says one. @throws ChannelFailure */
  async send(sms: Sms): Promise<string | null> {
    if (this.config.smsGatewayUrl === null) throw new ChannelFailure('PERMANENT', 'NOT_CONNECTED');
    if (!e164.test(sms.to)) throw new ChannelFailure('PERMANENT', 'NOT_A_NUMBER');
    const response = await this.post(this.config.smsGatewayUrl, sms);
    if (!response.ok) {
      await response.body?.cancel().catch(() => undefined);
      const temporary = response.status >= 500 || temporaryStatuses.includes(response.status);
      const mayHaveArrived = withoutKnowing.includes(response.status);
      throw new ChannelFailure(temporary ? 'TEMPORARY' : 'PERMANENT', `HTTP_${response.status}`, { mayHaveArrived });
    }
    return referenceIn(response);
  }

  private async post(address: string, { to, from, body, idempotencyKey }: Sms): Promise<Response> {
    const { url, authorization } = credentialsOf(address);
    try {
      return await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey, ...authorization },
        body: JSON.stringify({ to, from, body, idempotencyKey }),
        // A redirect would carry the message to somebody whom nobody has chosen.
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMillis),
      });
    } catch (cause) {
      const code = cause instanceof Error && cause.name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE';
      throw new ChannelFailure('TEMPORARY', code, { cause, mayHaveArrived: !neverConnected(cause) });
    }
  }
}

/** `https://user:secret@gateway/…`: fetch refuses credentials in an address. */
function credentialsOf(address: string): { url: string; authorization: Record<string, string> } {
  const url = new URL(address);
  if (url.username === '') return { url: url.href, authorization: {} };
  const token = Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`).toString('base64');
  url.username = '';
  url.password = '';
  return { url: url.href, authorization: { authorization: `Basic ${token}` } };
}

/** The message is out; an answer that cannot be read must not send it again. */
async function referenceIn(response: Response): Promise<string | null> {
  try {
    const { id } = (await response.json()) as { id?: unknown };
    return typeof id === 'string' ? id.slice(0, 200) : null;
  } catch {
    return null;
  }
}
