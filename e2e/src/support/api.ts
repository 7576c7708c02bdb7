import type { Page } from '@playwright/test';

export interface ApiAnswer {
  readonly status: number;
  /** What it is depends on the operation; whoever asks knows. */
  readonly body: unknown;
}

interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body: object | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks the API as the person who is signed in on this page, as the page itself would. */
export function callApi(
  page: Page,
  method: ApiRequest['method'],
  path: string,
  body: object | null = null,
  headers: ApiRequest['headers'] = {},
): Promise<ApiAnswer> {
  const request: ApiRequest = { method, path, body, headers };
  return page.evaluate(async ({ method: verb, path: address, body: content, headers: more }) => {
    const changing =
      verb === 'GET' ? {} : { 'Content-Type': 'application/json', 'X-Requested-By': 'vuoro', 'Idempotency-Key': crypto.randomUUID() };
    const answer = await fetch(address, {
      method: verb,
      headers: { ...changing, ...more },
      ...(content === null ? {} : { body: JSON.stringify(content) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  }, request);
}

/** Reads something that must be there. @throws Error with the answer when it is not */
export async function readApi<T>(page: Page, path: string): Promise<T> {
  const { status, body } = await callApi(page, 'GET', path);
  if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
  return body as T;
}
