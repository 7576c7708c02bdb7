import type { Page } from '@playwright/test';
import { nothingBooked, onPage, signInCitizen } from '../src/support/citizen.ts';
import { calendarRead, signInEmployee } from '../src/support/employee.ts';
import { press, tabTo } from '../src/support/keyboard.ts';
import { expect, test } from '../src/support/test.ts';
import { DESKTOP } from '../src/support/visitors.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const MOST_ENTRIES = 100;

test('a citizen books Eroaika by keyboard alone, from the front page to the confirmation', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInCitizen(page, 'Ahmed Testinen');
  await nothingBooked(page, 'eroaika');
  await page.goto('/');
  await onPage(page, 'Varaa aika');

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Siirry sisältöön' })).toBeFocused();
  await tabTo(page, page.getByLabel('Mihin tarvitset aikaa?'));
  await page.keyboard.type('elatus');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /Löytyi \d+ palvelu/ })).toBeVisible();
  await press(page, page.getByRole('link', { name: /^Ero ja lapsen asiat/ }));
  await onPage(page, 'Ero ja lapsen asiat');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(page, page.getByRole('link', { name: /^Valitse aika ?: Eroaika$/ }));
  await onPage(page, 'Valitse aika');

  await test.step('the month is one stop; arrows go from day to day', async () => {
    const days = page.locator('.month-grid button');
    await tabTo(page, days);
    const first = (await page.locator('.month-grid button:focus').getAttribute('data-date')) ?? '';
    const weekLater = new Date(Date.parse(first) + WEEK_MS).toISOString().slice(0, 10);
    await page.keyboard.press('ArrowDown');
    await expect(page.locator(`.month-grid [data-date="${weekLater}"]`)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.locator(`.month-grid [data-date="${first}"]`)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.day-times .time-list')).toBeVisible();
  });

  await press(page, page.locator('.time-list button').first());
  await onPage(page, 'Tarkista ja varaa');
  await press(page, page.getByLabel('Olemme sopineet yhdessä, että varaamme tämän ajan.'), 'Space');
  await press(page, page.getByRole('button', { name: 'Varaa aika' }));
  await onPage(page, 'Aika on varattu');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await nothingBooked(page, 'eroaika');
});

test('a form that is sent too early says what is missing, and the focus goes there', async ({ visitors }) => {
  const page = await visitors.open();
  await signInCitizen(page, 'Ahmed Toinen');
  await page.goto('/times/eroaika');
  await onPage(page, 'Valitse aika');
  await press(page, page.getByRole('button', { name: 'Valitse tämä aika' }));
  await onPage(page, 'Tarkista ja varaa');
  await press(page, page.getByRole('button', { name: 'Varaa aika' }));
  await expect(page.getByText('Korjaa nämä kohdat')).toBeVisible();
  await expect(page.locator('#eligibility-error')).toBeVisible();
  await expect(page.getByLabel('Olemme sopineet yhdessä, että varaamme tämän ajan.')).toHaveAttribute('aria-invalid', 'true');
  await press(page, page.getByRole('button', { name: 'Valitse toinen aika' }));
  await onPage(page, 'Valitse aika');
});

test('an employee opens a reservation by arrow keys and marks the client as arrived', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInEmployee(page, 'Liisa Lastenvalvoja', '/employee/calendar?view=week');
  await calendarRead(page);
  const booked = page.locator('.cal-entry.cal-reservation');
  await expect(booked.first()).toBeVisible();

  await tabTo(page, page.locator('.cal-entry, .cal-slot'));
  await test.step('one stop for the whole calendar; keys find a reservation that is still to come', async () => {
    await page.keyboard.press('Control+Home');
    for (let moves = 0; moves < MOST_ENTRIES; moves += 1) {
      const name = await focusedName(page);
      if (/, varaus,/.test(name) && !/saapunut|toteutunut|saapumatta/.test(name)) return;
      await page.keyboard.press('PageDown');
      if ((await focusedName(page)) !== name) continue;
      // The column has no more: on to the next day, from its beginning.
      await page.keyboard.press('ArrowRight');
      await focusedName(page);
      await page.keyboard.press('Home');
    }
    throw new Error('No reservation was found by keyboard.');
  });
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Varaus' });
  await expect(drawer).toBeVisible();
  await press(page, drawer.getByRole('button', { name: 'Merkitse saapuneeksi', exact: true }));
  await expect(drawer.getByText('saapunut', { exact: true }).first()).toBeVisible();
  await press(page, drawer.getByRole('button', { name: 'Korjaa merkintä' }));
  await expect(drawer.getByText('varattu', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(page.locator('.cal-entry:focus')).toHaveCount(1);
});

/** Name of what has the focus once the page has been drawn. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.activeElement?.getAttribute('aria-label') ?? ''))),
      ),
  );
}
