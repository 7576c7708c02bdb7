import type { Page } from '@playwright/test';
import { serverNow } from './visitors.ts';

const SOON_MS = 100_000;

type Answer = Record<string, unknown>;

/** Lets the page read an answer of the server otherwise than it was given: states that else take a quarter of an hour of waiting. */
async function alter(page: Page, path: RegExp, change: (answer: Answer) => Answer): Promise<void> {
  await page.route(
    (url) => path.test(url.pathname),
    async (route) => {
      if (route.request().method() !== 'GET') return route.fallback();
      const given = await route.fetch();
      const body = (await given.json()) as Answer;
      return route.fulfill({ response: given, json: given.ok() ? change(body) : body });
    },
  );
}

async function soon(): Promise<string> {
  return new Date((await serverNow()).getTime() + SOON_MS).toISOString();
}

/** The session ends within two minutes unless somebody says that they are there. */
export async function sessionEndsSoon(page: Page): Promise<void> {
  const idleEndsAt = await soon();
  await alter(page, /^\/api\/v1\/(citizen\/)?session$/, (session) => ({ ...session, idleEndsAt }));
}

/** The held time is let go within two minutes. */
export async function holdEndsSoon(page: Page): Promise<void> {
  const expiresAt = await soon();
  await alter(page, /^\/api\/v1\/citizen\/holds\//, (hold) => ({ ...hold, expiresAt, extended: false }));
}

/** The deadline for cancelling is over, and the person can only say that they cannot come. */
export async function deadlineOver(page: Page): Promise<void> {
  await alter(page, /^\/api\/v1\/citizen\/reservations\/[0-9a-f-]+$/, (own) => ({
    ...own,
    cancel: { ...(own['cancel'] as Answer), allowed: false },
    move: { ...(own['move'] as Answer), allowed: false },
    cannotCome: true,
  }));
}

/** A citizen who has never booked anything. */
export async function nothingOfOnesOwn(page: Page): Promise<void> {
  await alter(page, /^\/api\/v1\/citizen\/reservations$/, (list) => ({ ...list, items: [], nextCursor: null }));
}

/** Every time of the type is taken. */
export async function nothingFree(page: Page): Promise<void> {
  await alter(page, /^\/api\/v1\/public\/free-times$/, (list) => ({ ...list, items: [], nextCursor: null }));
}
