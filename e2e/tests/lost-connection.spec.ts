import { calendarRead, signInEmployee } from '../src/support/employee.ts';
import { expect, test } from '../src/support/test.ts';
import { employeesThings } from '../src/support/things.ts';
import { DESKTOP, PHONE } from '../src/support/visitors.ts';

const LIVE = '**/api/v1/live?*';

test('a calendar without its stream says since when it is not up to date, until the stream is back', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  // The page then holds the stream itself, where the test can cut it.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'));
  await page.route(LIVE, (route) => route.abort('connectionfailed'));
  await signInEmployee(page, 'Liisa Lastenvalvoja', '/employee/calendar');
  await calendarRead(page);
  const lost = page.getByText(/^Yhteys katkesi – näkymä ei ole ajan tasalla \(klo \d{1,2}\.\d{2}\)/);
  await expect(lost).toBeVisible();
  await page.unroute(LIVE);
  await expect(lost).toBeHidden();
});

test('a calendar whose server fails says so once, with one way to try again and no empty choice', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInEmployee(page, 'Liisa Lastenvalvoja');
  const { teamPath } = await employeesThings(page, 'POP-LASTENVALVOJAT');
  const content = (url: URL): boolean => url.pathname.startsWith('/api/v1/') && !url.pathname.endsWith('/session');
  await page.route(content, (route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"INTERNAL_ERROR"}' }),
  );
  await page.goto(teamPath);
  await expect(page.getByRole('alert')).toHaveCount(1);
  await page.setViewportSize(PHONE);
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(page.locator('app-calendar-toolbar').getByRole('combobox')).toHaveCount(0);
  await page.setViewportSize(DESKTOP);
  await page.unroute(content);
  await page.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await calendarRead(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  // Whom one may choose was read again with it.
  await expect(page.locator('app-subject-picker').getByRole('button', { name: /^Lastenvalvojat/ })).toBeVisible();
});
