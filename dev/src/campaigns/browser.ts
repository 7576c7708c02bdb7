import type { Citizen } from './seed.ts';

const PATH = '/api/v1/citizen/reservations';
const PATIENCE_MS = 15_000;

/** What a citizen asks for; sent again unchanged it is the same request. */
export interface Wish {
  readonly kind: 'book' | 'move' | 'cancel';
  readonly key: string;
  /** Of the reservation that is to change. */
  readonly reservation?: { readonly id: string; readonly version: number };
  readonly offeredTimeId?: string;
}

export interface ReservationAnswer {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly startsAt: string;
}

export interface Answer {
  readonly status: number;
  /** Problem code of a refusal. */
  readonly code: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  readonly millis: number;
}

/** Sends one wish once. @throws when the connection breaks, or nobody answers in 15 seconds */
export async function send(address: string, citizen: Citizen, wish: Wish): Promise<Answer> {
  const began = performance.now();
  const { reservation, offeredTimeId } = wish;
  const response = await fetch(`${address}${PATH}${reservation === undefined ? '' : `/${reservation.id}/${wish.kind}`}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-requested-by': 'campaign',
      origin: address,
      cookie: citizen.cookie,
      'idempotency-key': wish.key,
      ...(reservation === undefined ? {} : { 'if-match': `"${reservation.version}"` }),
    },
    body: JSON.stringify(wish.kind === 'cancel' ? {} : { offeredTimeId, mode: 'VISIT' }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return {
    status: response.status,
    code: typeof body['code'] === 'string' ? body['code'] : undefined,
    body,
    millis: performance.now() - began,
  };
}

/** The reservation that a successful answer shows. */
export function reservationIn(answer: Answer): ReservationAnswer {
  const { id, version, status, startsAt } = answer.body;
  return { id: String(id), version: Number(version), status: String(status), startsAt: String(startsAt) };
}

export function succeeded(answer: Answer): boolean {
  return answer.status === 200 || answer.status === 201;
}
