import type { Page } from '@playwright/test';
import { callApi } from '../src/support/api.ts';
import { expectAccessible } from '../src/support/axe.ts';
import { chooseAtProvider } from '../src/support/citizen.ts';
import { calendarRead, signInEmployee } from '../src/support/employee.ts';
import { expect, test } from '../src/support/test.ts';
import { employeesThings } from '../src/support/things.ts';
import { DESKTOP, serverNow } from '../src/support/visitors.ts';

const SESSION = (url: URL) => url.pathname === '/api/v1/session';
const DESK = 'Yhteiskäyttöinen työpiste';

/** Lets the page believe that so much of the ten minutes is left, as it would after nine of waiting. */
async function leaveAlone(page: Page, secondsLeft: number): Promise<void> {
  const idleEndsAt = new Date((await serverNow()).getTime() + secondsLeft * 1000).toISOString();
  await page.route(SESSION, async (route) => {
    const given = await route.fetch();
    const session = (await given.json()) as Record<string, unknown>;
    const isOver = (await serverNow()).getTime() >= Date.parse(idleEndsAt);
    const locked = { signedIn: false, locked: true, name: null, employeeId: null, idleEndsAt: null, endsAt: null, actions: [], roles: [] };
    return route.fulfill({ response: given, json: { ...session, ...(isOver ? locked : { idleEndsAt }) } });
  });
  // The page is looked at again, as a tab that was in the background.
  await page.reload();
}

/** Leaves the locked page for the identity provider; only then may the page hear again that the session goes on in truth. */
async function unlock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Avaa kirjautumalla' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Valitse työntekijä' })).toBeVisible();
  await page.unroute(SESSION);
}

test.setTimeout(120_000);

test('a shared desk warns, is locked with nothing on the screen, and opens to its person at the same place', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await page.goto('/employee/');
  await expect(page.getByRole('button', { name: 'Kirjaudu sisään' })).toBeVisible();
  await page.getByLabel(DESK).check();
  await expectAccessible(page, 'sign-in with a shared desk');
  await signInEmployee(page, 'Liisa Lastenvalvoja');
  const { drawerPath } = await employeesThings(page, 'POP-LASTENVALVOJAT');

  await test.step('it is remembered, and shown in the own menu', async () => {
    await page
      .getByRole('button', { name: /Liisa Lastenvalvoja/ })
      .first()
      .click();
    await expect(page.getByLabel(DESK)).toBeChecked();
    await expectAccessible(page, 'own menu of a shared desk');
  });

  await page.goto(drawerPath);
  await calendarRead(page);
  const drawer = page.locator('app-reservation-drawer').getByRole('heading').first();
  await expect(drawer).toBeVisible();
  // A minute before, when everything else has long been there.
  await leaveAlone(page, 66);
  await expect(page.getByRole('dialog').filter({ hasText: 'Näyttö lukittuu pian' })).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, 'warning before the lock');

  await test.step('the warning stands above the drawer that opens after it', async () => {
    await page.unroute(SESSION);
    await leaveAlone(page, 40);
    await expect(drawer).toBeVisible();
    await expect(page.getByRole('button', { name: 'Jatka istuntoa' })).toBeFocused();
  });
  await page.unroute(SESSION);
  await page.getByRole('button', { name: 'Jatka istuntoa' }).click();
  await expect(page.getByRole('dialog').filter({ hasText: 'Näyttö lukittuu pian' })).toBeHidden();

  await test.step('locked', async () => {
    await leaveAlone(page, 12);
    await expect(page.getByRole('heading', { level: 1, name: 'Näyttö on lukittu' })).toBeVisible({ timeout: 25_000 });
    await expect(drawer).toHaveCount(0);
    await expect(page.locator('.cal, app-rail, app-own-menu, dialog')).toHaveCount(0);
    expect(await page.content()).not.toContain('Lastenvalvoja');
    await expectAccessible(page, 'locked');
  });

  await test.step('its person comes back to the same reservation', async () => {
    await unlock(page);
    await chooseAtProvider(page, 'Liisa Lastenvalvoja');
    await expect(drawer).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(new URL(drawerPath, page.url()).pathname);
  });

  await test.step('anybody else begins at the start', async () => {
    await leaveAlone(page, 8);
    await expect(page.getByRole('heading', { level: 1, name: 'Näyttö on lukittu' })).toBeVisible({ timeout: 25_000 });
    await unlock(page);
    await chooseAtProvider(page, 'Anni Ajanvaraaja');
    await calendarRead(page);
    expect(page.url()).not.toContain('/reservations/');
    const { body } = await callApi(page, 'PUT', '/api/v1/session/shared-desk', { sharedDesk: false });
    expect(body).toMatchObject({ signedIn: true, name: 'Anni Ajanvaraaja', sharedDesk: false });
  });
});
