import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Html } from './html.ts';

/** A request that is answered with this status and message. */
export class RefusedRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const MOST_BYTES = 1_000_000;

const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/**
 * Sends a page that runs and shows only what comes from this server.
 * @param formTargets where its forms may lead besides this server; browsers check the redirects that follow too
 */
export function sendPage(response: ServerResponse, status: number, page: Html, formTargets: readonly string[] = []): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    ["form-action 'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
  response.writeHead(status, { ...PAGE_HEADERS, 'content-security-policy': policy });
  response.end(`<!doctype html>\n${page.text}\n`);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

export function sendAsset(response: ServerResponse, type: 'text/css' | 'text/javascript', content: string): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
  response.end(content);
}

/** The whole body as text. @throws RefusedRequest 413 when it is unreasonably long */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new RefusedRequest(413, 'The body is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body as a JSON object. @throws RefusedRequest 400 when it is none */
export async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = await bodyOf(request);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below in the same words.
  }
  throw new RefusedRequest(400, 'The body must be a JSON object.');
}
