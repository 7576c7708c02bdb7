import { settled, signInCitizen } from '../src/support/citizen.ts';
import { OWN_ROUTES, PUBLIC_ROUTES, type Route } from '../src/support/routes.ts';
import { expect, test } from '../src/support/test.ts';
import { type CitizensThings, citizensThings, NOBODYS_THINGS } from '../src/support/things.ts';
import type { Page } from '@playwright/test';

// What the policy refuses is an error in the browser's console, and the visitors take none.

async function visit(page: Page, routes: readonly Route<CitizensThings>[], things: CitizensThings): Promise<void> {
  for (const route of routes) {
    await test.step(route.name, async () => {
      const look = await page.context().newPage();
      const path = await route.path(things);
      if (route.before) await route.before(look);
      await look.goto(path);
      await settled(look);
      if (route.then) await route.then(look);
      await look.close();
    });
  }
}

test('no page of the citizens’ application makes a script of a text', async ({ visitors }) => {
  test.setTimeout(180_000);
  const page = await visitors.open();
  const answer = await page.goto('/');
  expect(answer?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
  await visit(page, PUBLIC_ROUTES, NOBODYS_THINGS);
  await signInCitizen(page, 'Ritva Välitystili');
  await visit(page, OWN_ROUTES, await citizensThings(page));
});

test('the citizens’ application is kept for offline all the same', async ({ visitors }) => {
  const page = await visitors.open({ serviceWorkers: 'allow' });
  await page.goto('/');
  await settled(page);
  await page.clock.fastForward(11_000);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL)).toMatch(/\/ngsw-worker\.js$/);
});
