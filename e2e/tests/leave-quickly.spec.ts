import type { Page } from '@playwright/test';
import { readApi } from '../src/support/api.ts';
import { onPage, signInCitizen } from '../src/support/citizen.ts';
import { expect, test } from '../src/support/test.ts';
import { PHONE } from '../src/support/visitors.ts';

const NEUTRAL = 'https://www.ilmatieteenlaitos.fi/';

/** The neutral page as it would come from the network, which no test uses. */
async function standInFor(page: Page): Promise<void> {
  await page.route(`${NEUTRAL}**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>Sää</title><h1>Sää</h1>' }),
  );
}

/** Signed in, by way of the front page and the own times to a service that nobody else should see on this screen. */
async function atTheService(page: Page): Promise<void> {
  await standInFor(page);
  await signInCitizen(page, 'Tuomas Työnantaja');
  await page.goto('/services/lastenvalvoja');
  await onPage(page, 'Ero ja lapsen asiat');
  await expect(page.getByText('Selaimen historia jää laitteelle.')).toBeVisible();
}

async function expectGone(page: Page, left: RegExp): Promise<void> {
  await expect(page).toHaveURL(NEUTRAL);
  await expect(page.getByRole('heading', { name: 'Sää' })).toBeVisible();
  // The way back does not lead to what was left, and nobody is signed in any more, in no tab.
  await page.goBack();
  await expect(page).not.toHaveURL(left);
  const other = await page.context().newPage();
  await other.goto('/my-times');
  await onPage(other, 'Tunnistaudu');
  expect(await readApi(other, '/api/v1/citizen/session')).toMatchObject({ signedIn: false });
}

test('one press leaves a page that nobody else may see: a neutral one stands in its place, and the session has ended', async ({
  visitors,
}) => {
  const page = await visitors.open({ viewport: PHONE });
  await atTheService(page);
  await page.getByRole('button', { name: 'Poistu nopeasti' }).click();
  await expectGone(page, /services/);
});

test('Esc pressed twice does the same; twice with a pause between does nothing', async ({ visitors }) => {
  const page = await visitors.open({ viewport: PHONE });
  await atTheService(page);
  await page.keyboard.press('Escape');
  await page.clock.fastForward(5000);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Ero ja lapsen asiat' })).toBeVisible();
  await page.goto('/times/eroaika');
  await onPage(page, 'Valitse aika');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expectGone(page, /times/);
});
