import type { BrowserContextOptions, Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from './axe.ts';
import { settled } from './citizen.ts';
import { rememberLanguage, switchLanguage } from './language.ts';
import type { Route } from './routes.ts';
import { expect, test } from './test.ts';
import { ALWAYS, isTurnOf, isWholeMatrix, type Variation, variationsOf } from './variations.ts';
import { Visitors } from './visitors.ts';

// Every page of both applications is laid before axe: in Finnish on a telephone always, in all other ways by sixths.

export const CITIZENS_WIDTHS = [390, 320, 1280];
export const EMPLOYEES_WIDTHS = [390, 1280];
const HEIGHT = 900;

type State = 'full' | 'error' | 'loading';

/** What a page is about, without what frames it. */
function isContent(url: URL): boolean {
  return url.pathname.startsWith('/api/v1/') && !/\/(session|organisation)$/.test(url.pathname);
}

/** No answer comes: the page shows that it is waiting. */
async function serverIsSlow(page: Page): Promise<void> {
  await page.route(isContent, () => undefined);
}

/** An error of the server in place of every answer, except of what frames the page. */
async function serverFails(page: Page): Promise<void> {
  await page.route(isContent, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'Internal', status: 500, code: 'INTERNAL_ERROR' }),
    }),
  );
}

async function show<Things>(page: Page, route: Route<Things>, things: Things, look: Variation, state: State): Promise<void> {
  await page.setViewportSize({ width: look.width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: look.scheme });
  const path = await route.path(things);
  if (route.before) await route.before(page);
  await page.goto(path);
  await ready(page, state);
  if (route.then) await route.then(page);
}

async function ready(page: Page, state: State): Promise<void> {
  if (state !== 'loading') return settled(page);
  // The page's own heading first: before it, only the frame waits.
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.skeleton, [aria-busy="true"]').first().waitFor();
}

/** The same page another way: by the switches of the page itself, unless a dialog stands before them. */
async function change<Things>(page: Page, route: Route<Things>, things: Things, look: Variation, state: State): Promise<void> {
  if (route.then) {
    await rememberLanguage(page, look.language);
    return show(page, route, things, look, state);
  }
  await page.setViewportSize({ width: look.width, height: HEIGHT });
  await page.emulateMedia({ colorScheme: look.scheme });
  await switchLanguage(page, look.language);
  return ready(page, state);
}

interface Look<Things> {
  readonly page: Page;
  readonly things: Things;
  readonly widths: readonly number[];
  readonly offset: number;
}

async function lookAt<Things>(route: Route<Things>, { page, things, widths, offset }: Look<Things>, state: State): Promise<void> {
  await show(page, route, things, ALWAYS, state);
  await expectAccessible(page, `${route.name}, ${state}`);
  if (widths.includes(320)) {
    await page.setViewportSize({ width: 320, height: HEIGHT });
    await expectNoSidewaysScrolling(page, `${route.name} at 320 px, ${state}`);
  }
  for (const variation of variationsOf(widths, offset)) {
    await change(page, route, things, variation, state);
    await expectAccessible(page, `${route.name}, ${state}, ${variation.language}, ${variation.width} px, ${variation.scheme}`);
  }
}

interface Visitor<Things> {
  readonly page: Page;
  readonly things: Things;
}

/** One signed-in visitor for all pages of a group: signing in for each would cost more than looking. */
export function describePages<Things>(
  group: string,
  routes: readonly Route<Things>[],
  widths: readonly number[],
  enter: (page: Page) => Promise<Things>,
  options: BrowserContextOptions = {},
): void {
  test.describe(group, () => {
    test.describe.configure({ timeout: isWholeMatrix() ? 300_000 : 120_000 });
    let visitors: Visitors;
    let visitor: Visitor<Things>;

    test.beforeAll(async ({ browser }) => {
      visitors = new Visitors(browser);
      const page = await visitors.open(options);
      visitor = { page, things: await enter(page) };
    });
    test.afterAll(async () => {
      await visitors.close();
      visitors.expectNoComplaints();
    });

    async function freshPage(): Promise<Page> {
      const page = await visitor.page.context().newPage();
      await page.goto('/favicon.svg');
      await rememberLanguage(page, ALWAYS.language);
      return page;
    }

    routes.forEach((route, index) => {
      test(`${route.name} is accessible`, async () => {
        const page = await freshPage();
        await lookAt(route, { page, things: visitor.things, widths, offset: index }, 'full');
        await page.close();
      });
      if (route.reads !== true) return;
      test(`${route.name} is accessible when the server fails, and offers another try`, async () => {
        const page = await freshPage();
        const path = await route.path(visitor.things);
        await serverFails(page);
        const failing: Route<Things> = { ...route, path: () => path };
        await lookAt(failing, { page, things: visitor.things, widths, offset: index + 3 }, 'error');
        await expect(page.getByRole('alert').first()).toBeVisible();
        await page.close();
      });
      if (!isTurnOf(index)) return;
      test(`${route.name} is accessible while it waits for the server`, async () => {
        const page = await freshPage();
        const path = await route.path(visitor.things);
        await serverIsSlow(page);
        // Nothing of the page can be pressed yet; where a dialog stands before the page's switches it still does.
        const waiting: Route<Things> = {
          name: route.name,
          path: () => path,
          ...(route.then === undefined ? {} : { then: () => Promise.resolve() }),
        };
        await lookAt(waiting, { page, things: visitor.things, widths, offset: index + 4 }, 'loading');
        await page.close();
      });
    });
  });
}
