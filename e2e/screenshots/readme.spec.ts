import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { onPage, openDay, signInCitizen } from '../src/support/citizen.ts';
import { calendarRead, showTeam, signInEmployee } from '../src/support/employee.ts';
import { ROOT } from '../src/system/root.ts';
import { expect, test } from '../src/support/test.ts';
import { citizensThings, employeesThings } from '../src/support/things.ts';

const TELEPHONE = { width: 390, height: 780 };
const SCREEN = { width: 1280, height: 800 };
const A_THURSDAY = '2026-12-10';

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(ROOT, 'docs', 'images', `${name}.png`), animations: 'disabled', caret: 'hide' });
}

test('pictures of the citizens’ application', async ({ visitors }) => {
  const page = await visitors.open({ viewport: TELEPHONE });
  await page.goto('/');
  await onPage(page, 'Varaa aika');
  await picture(page, 'citizen');
  await page.goto('/times/eroaika');
  await onPage(page, 'Valitse aika');
  await openDay(page, A_THURSDAY);
  await page.locator('#other-times').evaluate((heading) => heading.scrollIntoView());
  await picture(page, 'citizen-choose-time');
  await signInCitizen(page, 'Aino Esimerkki');
  const { reservationId } = await citizensThings(page);
  await page.goto(`/my-times/${reservationId}`);
  await onPage(page, 'Varattu aika');
  await picture(page, 'citizen-my-time');
});

test('pictures of the employees’ application', async ({ visitors }) => {
  const page = await visitors.open({ viewport: SCREEN });
  await signInEmployee(page, 'Eeva Esihenkilö');
  await showTeam(page, 'Lastenvalvojat', '2026-12-01');
  await expect(page.locator('.cal-entry').first()).toBeVisible();
  await picture(page, 'employee-day');
  const { weekPath, drawerPath } = await employeesThings(page, 'POP-LASTENVALVOJAT');
  await page.goto(weekPath);
  await calendarRead(page);
  await picture(page, 'employee-week');
  await page.goto(drawerPath);
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await picture(page, 'employee-reservation');
});
