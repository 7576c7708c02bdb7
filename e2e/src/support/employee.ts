import { expect, type Page } from '@playwright/test';
import { chooseAtProvider } from './citizen.ts';

/** Signs an employee in; it comes back to the page that was asked for. */
export async function signInEmployee(page: Page, name: string, path = '/employee/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Kirjaudu sisään' }).click();
  await chooseAtProvider(page, name);
  await expect(page.locator('.cal[role="grid"]')).toBeVisible();
}

/** Waits until the calendar shows the answer that belongs to its choices. */
export async function calendarRead(page: Page): Promise<void> {
  await expect(page.locator('.cal[role="grid"]')).toBeVisible();
  await expect(page.locator('v-calendar-grid[aria-busy="true"]')).toHaveCount(0);
}

/** Shows a whole team side by side on one day. */
export async function showTeam(page: Page, team: string, date: string): Promise<void> {
  await page.goto(`/employee/calendar?date=${date}`);
  await calendarRead(page);
  await page.getByRole('button', { name: new RegExp(`^${team}`) }).click();
  await expect(page.getByRole('button', { name: new RegExp(`^${team}`) })).toHaveAttribute('aria-pressed', 'true');
  await calendarRead(page);
}
