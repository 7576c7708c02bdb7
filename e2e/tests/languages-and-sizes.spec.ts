import { expectNoSidewaysScrolling } from '../src/support/axe.ts';
import { onPage, settled, signInCitizen } from '../src/support/citizen.ts';
import { calendarRead, signInEmployee } from '../src/support/employee.ts';
import { switchLanguage } from '../src/support/language.ts';
import { OWN_ROUTES, PUBLIC_ROUTES } from '../src/support/routes.ts';
import { test, expect } from '../src/support/test.ts';
import { citizensThings } from '../src/support/things.ts';
import { DESKTOP } from '../src/support/visitors.ts';

test('a citizen changes the language in the middle of choosing, without a reload and without losing the choice', async ({ visitors }) => {
  const page = await visitors.open();
  await page.goto('/times/eroaika?mode=REMOTE');
  await onPage(page, 'Valitse aika');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi');
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));

  await switchLanguage(page, 'sv');
  await onPage(page, 'Välj tid');
  await expect(page).toHaveTitle(/^Välj tid/);
  await expect(page.getByText('Tid för föräldrar som separerar')).toBeVisible();
  await switchLanguage(page, 'en');
  await expect(page.getByText('Appointment for separating parents')).toBeVisible();
  await expect(page.getByRole('radio').nth(1)).toBeChecked();
  await expect(page.locator('body[data-not-reloaded]')).toHaveCount(1);

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('an employee changes the language of the calendar without a reload', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInEmployee(page, 'Liisa Lastenvalvoja');
  await calendarRead(page);
  await expect(page).toHaveTitle('Kalenteri – Vuoro');
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
  await switchLanguage(page, 'sv');
  await expect(page).toHaveTitle('Kalender – Vuoro');
  await switchLanguage(page, 'en');
  await expect(page).toHaveTitle('Calendar – Vuoro');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mon 30 Nov');
  await expect(page.locator('body[data-not-reloaded]')).toHaveCount(1);
});

test('text of double size fits: nothing is cut off and nobody scrolls sideways', async ({ visitors }) => {
  test.setTimeout(120_000);
  const page = await visitors.open({ viewport: { width: 640, height: 900 } });
  await signInCitizen(page, 'Helmi Turvakielto');
  const things = await citizensThings(page);
  for (const route of [...PUBLIC_ROUTES, ...OWN_ROUTES].filter(({ then }) => then === undefined)) {
    await page.goto(await route.path(things));
    await settled(page);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await expectNoSidewaysScrolling(page, `${route.name} with text of 200 %`);
  }
});

test('when the server cannot be reached the page says that nothing was lost, and goes on by itself when asked again', async ({
  visitors,
}) => {
  const page = await visitors.open();
  await page.route('**/api/v1/public/services*', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('Verkkoyhteys ei toimi juuri nyt.');
  await page.unroute('**/api/v1/public/services*');
  await page.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect(page.getByRole('link', { name: /^Ero ja lapsen asiat/ })).toBeVisible();
});
