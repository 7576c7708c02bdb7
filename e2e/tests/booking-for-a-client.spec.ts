import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { callApi, readApi } from '../src/support/api.ts';
import { chooseAtProvider, nothingBooked, onPage, signInCitizen } from '../src/support/citizen.ts';
import { calendarRead, signInEmployee } from '../src/support/employee.ts';
import { press, tabTo } from '../src/support/keyboard.ts';
import { expect, test } from '../src/support/test.ts';
import { DESKTOP, PHONE } from '../src/support/visitors.ts';

/** Has an interpreter, and no other test of its own. */
const LEILA = { name: 'Leila Tulkkiasiakas', lastName: 'Tulkkiasiakas', birthOn: '23.5.1975', identityCode: '230575-964A' };
const MOST_PRESSES = 10;
const BOOKED = /\/api\/v1\/reservations$/;

interface Reservation {
  readonly id: string;
  readonly version: number;
}

async function signInAtFindTime(page: Page, name: string): Promise<void> {
  await page.goto('/employee/find-time');
  await page.getByRole('button', { name: 'Kirjaudu sisään' }).click();
  await chooseAtProvider(page, name);
  await onPage(page, 'Etsi aika');
  await expect(page.getByLabel('Aikatyyppi')).toBeFocused();
}

/** Counts what is pressed besides what is typed of the client. */
function countingKeys(page: Page): { press: (key: string) => Promise<void>; count: () => number } {
  let count = 0;
  return {
    press: async (key) => {
      count += 1;
      await page.keyboard.press(key);
    },
    count: () => count,
  };
}

const drawerOf = (page: Page) => page.getByRole('dialog', { name: 'Varaus', exact: true });
const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Varaa asiakkaalle' });
const whenOf = async (page: Page): Promise<string> => (await panelOf(page).locator('.booking-when').textContent())?.trim() ?? '';

/** Waits for the drawer of what has just been booked, and gives its time back to whom it belongs. */
async function bookedAs(page: Page, name: string): Promise<string> {
  await expect(drawerOf(page).getByText('Aika on varattu')).toBeVisible();
  await expect(drawerOf(page).locator('.facts-name', { hasText: name })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function cancel(page: Page, id: string): Promise<void> {
  const { version } = await readApi<Reservation>(page, `/api/v1/reservations/${id}`);
  const { status } = await callApi(
    page,
    'POST',
    `/api/v1/reservations/${id}/cancel`,
    { reason: 'BOOKED_BY_MISTAKE' },
    { 'If-Match': `"${version}"` },
  );
  expect(status).toBe(200);
}

test('the booking desk books for a caller by identity code and by name, in ten key presses, and the caller sees it', async ({
  visitors,
}) => {
  test.setTimeout(120_000);
  const [anni, leila] = [await visitors.open({ viewport: DESKTOP }), await visitors.open({ viewport: PHONE })];
  await Promise.all([signInAtFindTime(anni, 'Anni Ajanvaraaja'), signInCitizen(leila, LEILA.name)]);
  await nothingBooked(leila, 'eroaika');
  const addresses: string[] = [];
  anni.on('request', (request) => addresses.push(request.url()));

  const first = await test.step('by identity code', async () => {
    const keys = countingKeys(anni);
    await keys.press('e');
    await keys.press('r');
    await expect(anni.getByLabel('Aikatyyppi')).toHaveValue(/.+/);
    await keys.press('Enter');
    await expect(anni.locator('.found-times a').first()).toBeFocused();
    await keys.press('Enter');
    await expect(panelOf(anni).getByLabel('Henkilötunnus tai sukunimi')).toBeFocused();
    await anni.keyboard.type(LEILA.identityCode);
    await keys.press('Enter');
    await expect(anni.getByRole('group', { name: `Valittu asiakas: ${LEILA.name}` })).toBeFocused();
    await expect(panelOf(anni).getByLabel('Tulkin kieli')).toHaveValue('ar');
    const when = await whenOf(anni);
    await keys.press('Tab');
    await keys.press('Tab');
    await keys.press('Enter');
    const id = await bookedAs(anni, LEILA.name);
    expect(keys.count()).toBeLessThanOrEqual(MOST_PRESSES);
    return { id, when };
  });

  await test.step('she sees it among her own times', async () => {
    await leila.goto('/my-times');
    await onPage(leila, 'Omat ajat');
    await leila.locator(`a[href="/my-times/${first.id}"]`).click();
    await onPage(leila, 'Varattu aika');
    await expect(leila.getByRole('main')).toContainText(first.when);
    await cancel(anni, first.id);
  });

  await test.step('by name and birth date, now that she is known here', async () => {
    await anni.keyboard.press('Escape');
    await expect(drawerOf(anni)).toBeHidden();
    const keys = countingKeys(anni);
    await press(anni, anni.locator('.found-times a').first());
    await expect(panelOf(anni).getByLabel('Henkilötunnus tai sukunimi')).toBeFocused();
    await anni.keyboard.type(LEILA.lastName);
    await keys.press('Tab');
    await anni.keyboard.type(LEILA.birthOn);
    await keys.press('Enter');
    await expect(anni.getByRole('group', { name: `Valittu asiakas: ${LEILA.name}` })).toBeFocused();
    await press(anni, panelOf(anni).getByRole('button', { name: 'Varaa aika' }));
    await cancel(anni, await bookedAs(anni, LEILA.name));
  });

  expect(addresses.filter((address) => /964A|Tulkkiasiakas|1975/.test(address))).toEqual([]);
});

test('somebody whom nobody knows gets a card, by keyboard alone, and a double click books once', async ({ visitors }) => {
  // Unknown also to a system that has been tested before.
  const lastName = `Uusi-${randomUUID().slice(0, 8)}`;
  const page = await visitors.open({ viewport: DESKTOP });
  await signInAtFindTime(page, 'Anni Ajanvaraaja');
  await page.keyboard.type('Elatussopimuksen m');
  await page.keyboard.press('Enter');
  await press(page, page.locator('.found-times a').nth(1));
  await expect(panelOf(page).getByLabel('Henkilötunnus tai sukunimi')).toBeFocused();
  await page.keyboard.type(lastName);
  await page.keyboard.press('Tab');
  await page.keyboard.type('5.6.87');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Asiakasta ei löytynyt' })).toBeFocused();
  await press(page, page.getByRole('button', { name: 'Lisää uusi asiakas' }));

  const card = page.locator('app-new-client-form');
  await expect(card.getByLabel('Sukunimi')).toHaveValue(lastName);
  await press(page, card.getByRole('button', { name: 'Lisää asiakas' }));
  await expect(card.getByLabel('Etunimet')).toBeFocused();
  await expect(card.getByText('Täytä tämä kohta.')).toBeVisible();
  await page.keyboard.type('Ulla');
  await tabTo(page, card.getByLabel('Puhelinnumero'));
  await page.keyboard.type('numero');
  await page.keyboard.press('Enter');
  await expect(card.locator('.field-error', { hasText: 'Kirjoita puhelinnumero' })).toBeVisible();
  await expect(card.getByLabel('Puhelinnumero')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('050 000 0077');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: `Valittu asiakas: Ulla ${lastName}` })).toBeFocused();
  await expect(panelOf(page).getByText('Vahvistusta ei lähetetä')).toBeVisible();

  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && BOOKED.test(new URL(request.url()).pathname)) sent.push(request.headers()['idempotency-key'] ?? '');
  });
  await panelOf(page).getByRole('button', { name: 'Varaa aika' }).dblclick();
  await cancel(page, await bookedAs(page, `Ulla ${lastName}`));
  expect(sent).toHaveLength(1);
});

test('who comes too late gets the nearest times, and nothing that was typed is lost', async ({ visitors }) => {
  test.setTimeout(120_000);
  const [anni, linnea] = [await visitors.open({ viewport: PHONE }), await visitors.open({ viewport: DESKTOP })];
  await Promise.all([signInAtFindTime(anni, 'Anni Ajanvaraaja'), signInCitizen(linnea, 'Linnéa Demosson')]);
  await nothingBooked(linnea, 'eroaika');
  await anni.getByLabel('Aikatyyppi').selectOption({ label: 'Eroaika (1 t 30 min)' });
  await anni.getByRole('button', { name: 'Etsi ajat' }).click();
  // Citizens have to book two days before.
  await anni.locator('.found-times a').nth(6).click();
  await panelOf(anni).getByLabel('Henkilötunnus tai sukunimi').fill(LEILA.identityCode);
  await anni.keyboard.press('Enter');
  await panelOf(anni).getByLabel('Tieto asiakkaalle').fill('Ota henkilötodistus mukaan.');
  const taken = anni.url();

  await test.step('a citizen takes the same time', async () => {
    const offeredTimeId = new URL(taken).pathname.split('/').at(-1);
    const { status, body } = await callApi(linnea, 'POST', '/api/v1/citizen/reservations', {
      offeredTimeId,
      mode: 'VISIT',
      eligibilityConfirmed: true,
    });
    expect(status, JSON.stringify(body)).toBe(201);
  });

  await panelOf(anni).getByRole('button', { name: 'Varaa aika' }).click();
  await expect(panelOf(anni).getByText('Joku muu ehti varata tämän ajan.')).toBeVisible();
  await expect(panelOf(anni).locator('app-nearest-times button:not(.button-quiet)')).toHaveCount(3);
  await panelOf(anni).locator('app-nearest-times button').first().click();
  await expect(anni).not.toHaveURL(taken);
  await expect(panelOf(anni).getByText('Joku muu ehti varata tämän ajan.')).toBeHidden();
  await expect(panelOf(anni).getByLabel('Tieto asiakkaalle')).toHaveValue('Ota henkilötodistus mukaan.');

  await test.step('leaving asks first, and staying loses nothing', async () => {
    await panelOf(anni).getByRole('button', { name: 'Takaisin' }).click();
    const question = anni.getByRole('dialog', { name: 'Varaus on kesken' });
    await expect(question.getByRole('button', { name: 'Jatka varaamista' })).toBeFocused();
    await anni.keyboard.press('Enter');
    await expect(question).toBeHidden();
    await anni.goBack();
    await question.getByRole('button', { name: 'Jatka varaamista' }).click();
    await expect(panelOf(anni).getByLabel('Tieto asiakkaalle')).toHaveValue('Ota henkilötodistus mukaan.');
  });

  await panelOf(anni).getByRole('button', { name: 'Varaa aika' }).click();
  const id = await bookedAs(anni, LEILA.name);
  await expect(drawerOf(anni).getByText('Ota henkilötodistus mukaan.')).toBeVisible();
  await Promise.all([cancel(anni, id), nothingBooked(linnea, 'eroaika')]);
});

test('an employee books an offered time of the own calendar, and chooses its type where there are several', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInEmployee(page, 'Lauri Lastenvalvoja', '/employee/calendar?view=week&date=2026-12-14');
  await calendarRead(page);
  await page
    .locator('.cal-entry', { hasText: /ELJ|ELM/ })
    .and(page.locator('.cal-offered'))
    .first()
    .click();
  await page.getByRole('dialog', { name: 'Kalenterimerkintä' }).getByRole('link', { name: 'Varaa asiakkaalle' }).click();
  await expect(panelOf(page)).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Kalenterimerkintä' })).toBeHidden();
  const types = panelOf(page).locator('.booking-types button');
  if ((await types.count()) > 0) await types.first().click();
  await panelOf(page).getByLabel('Henkilötunnus tai sukunimi').fill(LEILA.identityCode);
  await page.keyboard.press('Enter');
  await panelOf(page).getByRole('button', { name: 'Varaa aika' }).click();
  const id = await bookedAs(page, LEILA.name);
  await page.keyboard.press('Escape');
  await expect(page.locator('.cal-entry.cal-reservation', { hasText: LEILA.lastName }).first()).toBeVisible();
  await cancel(page, id);
});
