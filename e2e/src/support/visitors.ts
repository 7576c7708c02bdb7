import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Cookie,
  expect,
  type Page,
} from '@playwright/test';
import { addresses } from '../system/addresses.ts';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

const SESSIONS = [
  { cookie: '__Host-asiointi', path: '/auth/citizen/logout' },
  { cookie: '__Host-tyo', path: '/auth/employee/logout' },
];

/** What the browser prints for each answer that is not 2xx; tests of errors cause these themselves. */
const ANSWER_OF_THE_SERVER = /^Failed to load resource/;

/** Opens browsers for people, each with cookies of its own, and closes them again. */
export class Visitors {
  private readonly contexts: BrowserContext[] = [];
  private readonly complaints: string[] = [];
  private readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  /** A new browser that shows nothing yet; its clock is the product's. */
  async open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: addresses().application,
      viewport: PHONE,
      locale: 'fi-FI',
      timezoneId: 'Europe/Helsinki',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      ...options,
    });
    this.contexts.push(context);
    await context.clock.install({ time: await serverNow() });
    context.on('console', (message) => this.hear(message));
    context.on('weberror', (error) => this.complaints.push(`${error.page()?.url() ?? ''}: ${error.error().message}`));
    return context.newPage();
  }

  /** Nothing may have been thrown, and nothing refused by the content security policy. */
  expectNoComplaints(): void {
    expect(this.complaints, 'errors in the console of a browser').toEqual([]);
  }

  /** A person may be signed in three times at once: sessions left behind would end those of another test. */
  async close(): Promise<void> {
    await Promise.all(
      this.contexts.map(async (context) => {
        const cookies = await context.cookies();
        await context.close();
        await endSessions(cookies);
      }),
    );
  }

  private hear(message: ConsoleMessage): void {
    if (message.type() === 'error' && !ANSWER_OF_THE_SERVER.test(message.text())) this.complaints.push(message.text());
  }
}

/** Signs out of the county's applications, as a browser with these cookies would. */
async function endSessions(cookies: readonly Cookie[]): Promise<void> {
  const { application } = addresses();
  const { hostname, origin } = new URL(application);
  for (const { cookie, path } of SESSIONS) {
    const session = cookies.find(({ name, domain }) => name === cookie && domain === hostname);
    if (session === undefined) continue;
    const headers = { Cookie: `${cookie}=${session.value}`, Origin: origin, 'X-Requested-By': 'vuoro' };
    const answer = await fetch(`${application}${path}`, { method: 'POST', headers });
    if (!answer.ok) throw new Error(`Nobody could be signed out: ${answer.status} ${await answer.text()}`);
  }
}

/** The instant at which the product believes to be. */
export async function serverNow(): Promise<Date> {
  const answer = await fetch(`${addresses().application}/api/v1/public/organisation`);
  if (!answer.ok) throw new Error(`The organisation cannot be read: ${answer.status} ${await answer.text()}`);
  const { now } = (await answer.json()) as { now: string };
  return new Date(now);
}
