import { calendarRead, signInEmployee } from '../src/support/employee.ts';
import { expect, test } from '../src/support/test.ts';
import { DESKTOP } from '../src/support/visitors.ts';

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
