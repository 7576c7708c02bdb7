import type { IncomingMessage, ServerResponse } from 'node:http';
import { jsonOf, RefusedRequest, sendJson, sendPage } from '../http/answers.ts';
import type { Faults } from './faults.ts';
import { mailboxLanguage, mailboxPage } from './pages.ts';
import { takeSms } from './sms-gateway.ts';
import type { MessageStore } from './store.ts';

/** The mailbox's page, its JSON for tests, and the SMS gateway; false when the request is about none of them. */
export async function handleMailbox(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  store: MessageStore,
  faults: Faults,
): Promise<boolean> {
  switch (`${request.method ?? ''} ${url.pathname}`) {
    case 'GET /mailbox':
    case 'GET /mailbox/':
      sendPage(response, 200, mailboxPage(mailboxLanguage(url.searchParams.get('language'), request.headers['accept-language'])));
      return true;
    case 'GET /mailbox/messages':
      sendJson(response, 200, store.list({ to: url.searchParams.get('to'), since: url.searchParams.get('since') }));
      return true;
    case 'DELETE /mailbox/messages':
      refuseForeignPages(request);
      store.clear();
      response.writeHead(204).end();
      return true;
    case 'GET /mailbox/live':
      stream(response, store);
      return true;
    case 'GET /mailbox/faults':
      sendJson(response, 200, faults.current);
      return true;
    case 'POST /mailbox/faults':
      refuseForeignPages(request);
      faults.change(await jsonOf(request));
      sendJson(response, 200, faults.current);
      return true;
    default:
      if (url.pathname !== '/sms') return false;
      await takeSms(request, response, store, faults);
      return true;
  }
}

/** Any web page may send requests to this machine; only ours and programs may change something. */
function refuseForeignPages(request: IncomingMessage): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new RefusedRequest(403, 'Not from another page.');
}

function stream(response: ServerResponse, store: MessageStore): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\n\n');
  const stop = store.watch((message) => {
    response.write(message === null ? 'event: cleared\ndata: {}\n\n' : `data: ${JSON.stringify(message)}\n\n`);
  });
  response.on('close', stop);
}
