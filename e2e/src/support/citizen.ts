import { expect, type Page } from '@playwright/test';
import { callApi, readApi } from './api.ts';

/** A time as the API tells it. */
export interface OwnReservation {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly startsAt: string;
  readonly appointmentTypeSlug: string | null;
  readonly employeeName: string | null;
  readonly cancel: { readonly allowed: boolean };
}

export interface OwnContacts {
  readonly phone: string;
  readonly email: string;
}

export interface FreeTime {
  readonly id: string;
  readonly startsAt: string;
  readonly modes: readonly string[];
}

/** Everything of the page is there: its heading, and nothing that is still loading. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Waits until a page with this main heading is complete. */
export async function onPage(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  await settled(page);
}

/** Chooses a person on the identity provider's own page. */
export async function chooseAtProvider(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^(Valitse testihenkilö|Valitse työntekijä)$/ })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

/** From the front page through the identity provider to the person's own times. */
export async function signInCitizen(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await onPage(page, 'Varaa aika');
  await page.getByRole('link', { name: 'Tunnistaudu' }).click();
  await onPage(page, 'Tunnistaudu');
  await expect(page.getByText('Etkö voi tunnistautua?')).toBeVisible();
  await page.getByRole('link', { name: 'Siirry tunnistautumaan' }).click();
  await chooseAtProvider(page, name);
  await onPage(page, 'Omat ajat');
}

/** Cancels what the person could have left behind, so that each test begins with nothing of these types. */
export async function nothingBooked(page: Page, ...slugs: readonly string[]): Promise<void> {
  const { items } = await readApi<{ items: readonly OwnReservation[] }>(page, '/api/v1/citizen/reservations?when=upcoming&limit=50');
  for (const own of items.filter((item) => item.appointmentTypeSlug !== null && slugs.includes(item.appointmentTypeSlug))) {
    const { status, body } = await callApi(
      page,
      'POST',
      `/api/v1/citizen/reservations/${own.id}/cancel`,
      {},
      { 'If-Match': `"${own.version}"` },
    );
    expect(status, JSON.stringify(body)).toBeLessThan(300);
  }
}

/** Where the person's messages go. */
export function ownContacts(page: Page): Promise<OwnContacts> {
  return readApi<OwnContacts>(page, '/api/v1/citizen/profile');
}

/** The id that the address of the page ends with. */
export function idInAddress(page: Page): string {
  const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(new URL(page.url()).pathname)?.[0];
  if (id === undefined) throw new Error(`There is no id in ${page.url()}`);
  return id;
}

/** Finds a service by a word, opens it, and goes on to the times of one of its types. */
export async function findTimes(page: Page, word: string, service: string, type: string): Promise<void> {
  await page.goto('/');
  await onPage(page, 'Varaa aika');
  await page.getByLabel('Mihin tarvitset aikaa?').fill(word);
  await page.getByRole('button', { name: 'Hae' }).click();
  await expect(page.getByRole('status').filter({ hasText: /Löytyi \d+ palvelu/ })).toBeVisible();
  await page.getByRole('link', { name: new RegExp(`^${service}`) }).click();
  await onPage(page, service);
  await page.getByRole('link', { name: new RegExp(`^Valitse aika ?: ${type}$`) }).click();
  await onPage(page, 'Valitse aika');
}

export interface ChosenTime {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** As it stands on the button, `16.00–17.30`. */
  readonly hours: string;
}

/**
 * Opens a day that has the wanted time: the first Thursday with a time at 16.00, else the first day with any.
 * @returns what there is to press
 */
export async function findThursdayAtFour(page: Page): Promise<ChosenTime> {
  const thursdays = await page.locator('.month-grid tbody tr').evaluateAll((weeks) =>
    weeks
      .flatMap((week) => [...week.querySelectorAll<HTMLElement>('[data-date]')].slice(3, 4))
      .filter((day) => day.hasAttribute('data-count'))
      .map((day) => day.dataset['date'] ?? ''),
  );
  for (const date of thursdays) {
    await openDay(page, date);
    const four = page.getByRole('button', { name: /^16\.00–17\.30/ });
    if (await four.count()) return { date, hours: '16.00–17.30' };
  }
  const first = page.locator('.time-list button').first();
  const hours = /\d+\.\d\d–\d+\.\d\d/.exec((await first.textContent()) ?? '')?.[0] ?? '';
  return { date: dateInAddress(page), hours };
}

/** Shows the times of a day that is in the month at hand. */
export async function openDay(page: Page, date: string): Promise<void> {
  await page.locator(`.month-grid [data-date="${date}"]`).click();
  await expect(page.locator(`.month-grid [data-date="${date}"].month-day-selected`)).toBeVisible();
  await expect(page.locator('.day-times .time-list')).toBeVisible();
}

/** Presses a time of the day that is open, and comes to the page to confirm it: the time is held now. */
export async function takeTime(page: Page, { hours }: ChosenTime): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${hours.replaceAll('.', '\\.')}`) })
    .first()
    .click();
  await onPage(page, 'Tarkista ja varaa');
  await expect(page.getByText(/Pidämme ajan sinulle klo \d+\.\d\d asti\./)).toBeVisible();
}

function dateInAddress(page: Page): string {
  return new URL(page.url()).searchParams.get('date') ?? '';
}
