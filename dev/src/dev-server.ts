import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { RefusedRequest, sendAsset, sendJson, sendPage } from './http/answers.ts';
import { Interactions } from './identity-provider/interactions.ts';
import { refuseUnlessDevelopment } from './identity-provider/interlocks.ts';
import { createProvider, forgetSignedIn } from './identity-provider/provider.ts';
import { testCitizens, testEmployees } from './identity-provider/test-persons.ts';
import { Faults } from './mailbox/faults.ts';
import { handleMailbox } from './mailbox/mailbox.ts';
import { startSmtpServer } from './mailbox/smtp.ts';
import { MessageStore } from './mailbox/store.ts';
import { videoPage } from './video-page.ts';

export interface DevServerOptions {
  /** Where keys and messages are kept. */
  readonly dataDirectory: string;
  /** Port of the API. */
  readonly applicationPort: number;
  /** Port of this server: identity provider, mailbox and SMS gateway. */
  readonly port: number;
  readonly smtpPort: number;
  /** Day on which the demo began, `YYYY-MM-DD`. */
  readonly firstDay: string;
}

export interface DevServer {
  readonly issuer: string;
  stop(): Promise<void>;
}

const ADDRESS = '127.0.0.1';
const ASSETS: Readonly<Record<string, 'text/css' | 'text/javascript'>> = {
  'pages.css': 'text/css',
  'persons.js': 'text/javascript',
  'logout.js': 'text/javascript',
  'mailbox.js': 'text/javascript',
};

/** Starts what stands in for the world outside: who people are, and where messages go. */
export async function startDevServer(
  options: DevServerOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<DevServer> {
  refuseUnlessDevelopment(environment, ADDRESS);
  const issuer = `http://${ADDRESS}:${options.port}`;
  const persons = { citizen: testCitizens(options.firstDay), employee: testEmployees() };
  const provider = createProvider({
    issuer,
    folder: join(options.dataDirectory, 'identity-provider'),
    applicationPort: options.applicationPort,
    persons: [...persons.citizen, ...persons.employee],
  });
  const interactions = new Interactions(provider, persons, options.applicationPort);
  const store = new MessageStore(join(options.dataDirectory, 'mailbox', 'messages.jsonl'));
  const faults = new Faults();
  const openId = provider.callback();

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', issuer);
    if (url.pathname === '/') return void response.writeHead(302, { location: '/mailbox' }).end();
    if (answerAsset(response, url)) return;
    if (url.pathname === '/sign-language-video') return sendPage(response, 200, videoPage());
    if (await handleMailbox(request, response, url, store, faults)) return;
    if (await interactions.handle(request, response, url)) return;
    forgetSignedIn(request, url);
    await openId(request, response);
  };

  const smtp = await startSmtpServer(store, faults, options.smtpPort);
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => answerFailure(response, error));
  });
  await listen(server, options.port);
  return {
    issuer,
    async stop() {
      server.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => server.close(resolve)),
        new Promise<void>((resolve) => {
          smtp.close(resolve);
        }),
      ]);
    },
  };
}

function answerAsset(response: ServerResponse, url: URL): boolean {
  const name = /^\/assets\/([\w.-]+)$/.exec(url.pathname)?.[1];
  const type = name === undefined ? undefined : ASSETS[name];
  if (name === undefined || type === undefined) return false;
  sendAsset(response, type, readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8'));
  return true;
}

function answerFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  if (error instanceof RefusedRequest) return sendJson(response, error.status, { error: error.message });
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return sendJson(response, 500, { error: 'This went wrong here; see the log of the development server.' });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => resolve());
  });
}
