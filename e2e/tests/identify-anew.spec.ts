import type { Page } from '@playwright/test';
import { readApi } from '../src/support/api.ts';
import { expectAccessible, expectNoSidewaysScrolling } from '../src/support/axe.ts';
import { chooseAtProvider, nothingBooked, onPage, ownContacts, settled, signInCitizen } from '../src/support/citizen.ts';
import { expect, test } from '../src/support/test.ts';
import { citizensThings } from '../src/support/things.ts';
import { DESKTOP, PHONE } from '../src/support/visitors.ts';

const ASKED = 'Tunnistaudu vielä uudelleen';

/** Signs in as through single sign-on: the provider had recognised the person ten minutes ago. */
async function signInLongAgo(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in?returnTo=%2Fmy-details');
  await page.getByRole('link', { name: 'Siirry tunnistautumaan' }).click();
  await page.getByLabel('Tunnistautunut jo 10 minuuttia sitten').check();
  await chooseAtProvider(page, name);
  await onPage(page, 'Omat tiedot');
}

const session = (page: Page) => readApi<{ signedIn: boolean }>(page, '/api/v1/citizen/session');
const kept = (page: Page) => page.evaluate(() => sessionStorage.length);

for (const viewport of [PHONE, DESKTOP]) {
  test(`who changes a confirmed number long after signing in identifies anew, and finds the change saved (${viewport.width} px)`, async ({
    visitors,
  }) => {
    const page = await visitors.open({ viewport });
    await signInLongAgo(page, 'Kaisla Viittoja');
    const { phone: before } = await ownContacts(page);
    const [first, second] = ['050 000 7001', '050 000 7002'];
    const next = before === '+358500007001' ? second : first;
    await page.getByLabel('Puhelinnumero').fill(next);
    await page.getByRole('button', { name: 'Tallenna', exact: true }).click();
    await expect(page.getByText(ASKED)).toBeVisible();
    await expectAccessible(page, 'asked to identify anew');
    await expectNoSidewaysScrolling(page, 'asked to identify anew');

    await test.step('nothing is changed yet, and breaking off leads back to what was typed', async () => {
      expect((await ownContacts(page)).phone).toBe(before);
      await page.getByRole('button', { name: 'Tunnistaudu ja tallenna' }).click();
      await page.getByRole('button', { name: 'Keskeytä' }).click();
      await expect(page.getByText('Muutosta ei tallennettu.')).toBeVisible();
      await expectAccessible(page, 'broken off');
      await page.getByRole('link', { name: 'Takaisin palveluun' }).click();
      await onPage(page, 'Omat tiedot');
      await expect(page.getByText(ASKED)).toBeVisible();
      await expect(page.getByLabel('Puhelinnumero')).toHaveValue(next);
      expect(await kept(page)).toBe(0);
    });

    await test.step('a provider that asks nobody opens nothing', async () => {
      await page.getByRole('button', { name: 'Tunnistaudu ja tallenna' }).click();
      await page.getByLabel('Tunnistautunut jo 10 minuuttia sitten').check();
      await chooseAtProvider(page, 'Kaisla Viittoja');
      await onPage(page, 'Tunnistautuminen on liian vanha');
      await page.getByRole('link', { name: 'Yritä uudelleen' }).click();
    });

    await chooseAtProvider(page, 'Kaisla Viittoja');
    await onPage(page, 'Omat tiedot');
    await expect(page.locator('#content').getByText('Tiedot on tallennettu.')).toBeVisible();
    await expect(page.getByLabel('Puhelinnumero')).toHaveValue(next);
    expect((await ownContacts(page)).phone).toBe(`+358${next.replaceAll(' ', '').slice(1)}`);
    expect(await kept(page)).toBe(0);
  });
}

test('another person who identifies in the middle sees nothing of what was typed', async ({ visitors }) => {
  const page = await visitors.open();
  await signInLongAgo(page, 'Eero Esimerkki');
  const before = await ownContacts(page);
  await page.getByLabel('Sähköpostiosoite').fill('vieras@example.fi');
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click();
  await page.getByRole('button', { name: 'Tunnistaudu ja tallenna' }).click();
  await chooseAtProvider(page, 'Aino Esimerkki');
  await onPage(page, 'Omat tiedot');
  await expect(page.getByLabel('Sähköpostiosoite')).not.toHaveValue('vieras@example.fi');
  expect(await kept(page)).toBe(0);
  const other = await visitors.open();
  await signInCitizen(other, 'Eero Esimerkki');
  expect(await ownContacts(other)).toEqual(before);
});

test('a booking in which the number changes goes on with the held time and all that was typed', async ({ visitors }) => {
  const page = await visitors.open();
  await signInLongAgo(page, 'Ilmari Valtuutettu');
  await nothingBooked(page, 'eroaika');
  await page.goto(await (await citizensThings(page)).confirmPath());
  await onPage(page, 'Tarkista ja varaa');
  const held = await page.getByText(/Pidämme ajan sinulle klo \d+\.\d\d asti\./).textContent();
  const next = (await ownContacts(page)).email === 'ilmari.uusi@example.fi' ? 'ilmari.toinen@example.fi' : 'ilmari.uusi@example.fi';
  await page.getByLabel('Sähköpostiosoite').fill(next);
  for (const box of await page.locator('.statement input[type=checkbox]').all()) await box.check();
  await page.getByLabel('Tarvitsen tulkin').check();
  await page.getByLabel('Mille kielelle tarvitset tulkin?').selectOption('Somali');
  await page.getByRole('button', { name: 'Varaa aika' }).click();
  await expect(page.getByText(ASKED)).toBeVisible();
  await expectAccessible(page, 'asked to identify anew while booking');
  await page.getByRole('button', { name: 'Tunnistaudu ja tallenna' }).click();
  await chooseAtProvider(page, 'Ilmari Valtuutettu');
  await onPage(page, 'Tarkista ja varaa');
  await expect(page.locator('#content').getByText('Yhteystietosi on tallennettu. Tarkista tiedot ja varaa aika.')).toBeVisible();
  await expect(page.getByText(held ?? '')).toBeVisible();
  await expect(page.getByLabel('Mille kielelle tarvitset tulkin?')).toHaveValue('so');
  await page.getByRole('button', { name: 'Varaa aika' }).click();
  await expect(page).toHaveURL(/\/done\//);
  await settled(page);
  expect((await ownContacts(page)).email).toBe(next);
  await nothingBooked(page, 'eroaika');
});

test('after signing out the next sign-in asks the identity provider to recognise whoever comes', async ({ visitors }) => {
  const page = await visitors.open();
  await signInCitizen(page, 'Aino Esimerkki');
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await onPage(page, 'Varaa aika');
  const asked = page.waitForRequest((request) => request.url().includes('prompt='));
  await page.goto('/auth/citizen/login');
  const query = new URL((await asked).url()).searchParams;
  expect([query.get('prompt'), query.get('max_age')]).toEqual(['login', '300']);
  await chooseAtProvider(page, 'Eero Esimerkki');
  await settled(page);
  expect((await session(page)).signedIn).toBe(true);
});
