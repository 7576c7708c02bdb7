import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScrolling } from '../src/support/axe.ts';
import { chooseAtProvider, findTimes, nothingBooked, onPage, settled, signInCitizen } from '../src/support/citizen.ts';
import { expect, test } from '../src/support/test.ts';
import { DESKTOP, PHONE } from '../src/support/visitors.ts';

const SIGNED = 'Viittomakielinen asiointiaika';

async function expectGood(page: Page, where: string): Promise<void> {
  await expectAccessible(page, where);
  await expectNoSidewaysScrolling(page, where);
}

for (const [size, viewport] of Object.entries({ '390 px': PHONE, '1280 px': DESKTOP })) {
  test(`Kaisla chooses who signs to her, learns which choice leaves nothing, books and looks for another time likewise (${size})`, async ({
    visitors,
  }) => {
    test.setTimeout(120_000);
    const before = await visitors.open({ viewport });
    await signInCitizen(before, 'Kaisla Viittoja');
    await nothingBooked(before, 'viittomakielinen-aika');
    const page = await visitors.open({ viewport });

    await test.step('the instructions in sign language are one link away, on a page of the organisation', async () => {
      await page.goto('/services/viittomakielinen-palvelu');
      await onPage(page, 'Viittomakielinen palvelu');
      const video = page.getByRole('link', { name: 'Katso ohje suomalaisella viittomakielellä' });
      await expect(video).toHaveAttribute('hreflang', 'fse');
      await expectGood(page, 'the service');
      await video.click();
      await expect(page.getByRole('heading', { level: 1, name: 'Tässä näkyy organisaation oma video' })).toBeVisible();
      await expectGood(page, 'in place of the video');
    });

    await test.step('she chooses by keyboard, and only one of the choices is to blame for finding nothing', async () => {
      await findTimes(page, 'viittomakieli', 'Viittomakielinen palvelu', SIGNED);
      await page.locator('details.wish summary').focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Työntekijä').selectOption('Vilma Vamma');
      await expect(page.locator('.first-time')).toContainText('Työntekijä: Vilma Vamma');
      await settled(page);
      await expectGood(page, 'times of one employee');
      await page.getByLabel('Kieli, jolla haluat asioida').selectOption('Suomenruotsalainen viittomakieli');
      await expect(page.getByText('Valinnoillasi ei löydy vapaita aikoja')).toBeVisible();
      await expect(page.locator('app-nothing-found')).toContainText('Kieli, jolla haluat asioida: Suomenruotsalainen viittomakieli');
      await expectGood(page, 'nothing found');
      await page.getByRole('button', { name: 'Näytä kaikki kielet' }).click();
      await expect(page.getByLabel('Kieli, jolla haluat asioida')).toBeFocused();
      await expect(page.locator('.first-time')).toContainText('Työntekijä: Vilma Vamma');
    });

    await test.step('her choice survives a new visit of the address, and identification', async () => {
      await page.getByLabel('Kieli, jolla haluat asioida').selectOption('Suomalainen viittomakieli');
      await expect(page).toHaveURL(/language=fse/);
      await page.reload();
      await settled(page);
      await expect(page.getByLabel('Työntekijä').locator('option:checked')).toHaveText('Vilma Vamma');
      await page.getByRole('button', { name: 'Valitse tämä aika' }).click();
      await onPage(page, 'Tunnistaudu');
      await page.getByRole('link', { name: 'Siirry tunnistautumaan' }).click();
      await chooseAtProvider(page, 'Kaisla Viittoja');
      await onPage(page, 'Tarkista ja varaa');
      await expect(page).toHaveURL(/language=fse&person=/);
      await page.getByRole('button', { name: 'Varaa aika' }).click();
      await expect(page).toHaveURL(/\/done\//);
      await settled(page);
    });

    await test.step('the time is with Vilma, and can be moved within the same wish', async () => {
      const id = page.url().split('/').at(-1) ?? '';
      await page.goto(`/my-times/${id}`);
      await settled(page);
      await expect(page.getByText('Vilma Vamma')).toBeVisible();
      await page.getByRole('link', { name: 'Siirrä aika' }).click();
      await onPage(page, /Siirrä aika|Valitse uusi aika/);
      await page.locator('details.wish summary').click();
      await page.getByLabel('Työntekijä').selectOption('Vilma Vamma');
      await expect(page.locator('.first-time')).toContainText('Työntekijä: Vilma Vamma');
      await expectGood(page, 'moving to another time of the same employee');
      await page.getByRole('button', { name: 'Valitse tämä aika' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Siirrä aika' }).click();
      await expect(page).toHaveURL(new RegExp(`/my-times/${id}$`));
      await settled(page);
      await expect(page.getByText('Vilma Vamma')).toBeVisible();
      await nothingBooked(page, 'viittomakielinen-aika');
    });
  });
}
