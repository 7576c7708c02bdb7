import type { Page } from '@playwright/test';
import type { BookingThings, CitizensThings, EmployeesThings } from './things.ts';
import { deadlineOver, holdEndsSoon, nothingFree, nothingOfOnesOwn, sessionEndsSoon } from './altered-answers.ts';
import { settled } from './citizen.ts';

/** One page, or one state of a page, that is looked at. */
export interface Route<Things> {
  readonly name: string;
  readonly path: (things: Things) => string | Promise<string>;
  /** What has to be so before the page is opened. */
  readonly before?: (page: Page) => Promise<void>;
  /** What has to be pressed to bring the page into its state. */
  readonly then?: (page: Page) => Promise<void>;
  /** Whether the page shows an answer of the server, which may then be an error. */
  readonly reads?: boolean;
}

/** Pages that everybody may open. */
export const PUBLIC_ROUTES: readonly Route<CitizensThings>[] = [
  { name: 'front page', path: () => '/', reads: true },
  { name: 'search', path: () => '/?q=ero' },
  { name: 'search that finds nothing', path: () => '/?q=xyzzy' },
  { name: 'service', path: () => '/services/lastenvalvoja', reads: true },
  { name: 'service that is gone', path: () => '/services/olematon' },
  { name: 'choose a time', path: () => '/times/eroaika', reads: true },
  { name: 'choose a time from a list', path: () => '/times/eroaika?view=list', reads: true },
  { name: 'type without a free time', path: () => '/times/eroaika', before: nothingFree },
  { name: 'times of one language', path: () => '/times/eroaika?language=sv', reads: true },
  { name: 'language that leaves nothing', path: () => '/times/viittomakielinen-aika?language=ar' },
  { name: 'type by right', path: () => '/times/aika-omatyontekijalle' },
  { name: 'type that is gone', path: () => '/times/olematon' },
  { name: 'sign in', path: () => '/sign-in?returnTo=%2Fmy-times' },
  { name: 'signed out', path: () => '/sign-in?returnTo=%2Fmy-times&ended=1&leave=1' },
  { name: 'accessibility statement', path: () => '/statements/accessibility' },
  { name: 'privacy notice', path: () => '/statements/privacy' },
  { name: 'terms', path: () => '/statements/terms' },
  { name: 'page that is not there', path: () => '/olematon' },
];

/** Pages of a citizen who is signed in and has booked. */
export const OWN_ROUTES: readonly Route<CitizensThings>[] = [
  { name: 'front page with the next time', path: () => '/' },
  { name: 'hold of a broken address', path: () => '/hold' },
  { name: 'hold', path: ({ typeId }) => `/hold?type=${typeId}&time=${typeId}&mode=VISIT`, reads: true },
  { name: 'confirm', path: (things) => things.confirmPath(), reads: true },
  {
    name: 'confirm with what is missing',
    path: (things) => things.confirmPath(),
    then: async (page) => {
      await page.locator('form button[type=submit]').click();
      await page.locator('.field-error').first().waitFor();
    },
  },
  { name: 'question whether more time is needed', path: (things) => things.confirmPath(), before: holdEndsSoon, then: dialogOpen },
  { name: 'warning before the session ends', path: () => '/my-times', before: sessionEndsSoon, then: dialogOpen },
  { name: 'done', path: ({ reservationId }) => `/done/${reservationId}`, reads: true },
  { name: 'my times', path: () => '/my-times', reads: true },
  { name: 'my past times', path: () => '/my-times?when=past', reads: true },
  { name: 'no times of one’s own', path: () => '/my-times', before: nothingOfOnesOwn },
  { name: 'one time', path: ({ reservationId }) => `/my-times/${reservationId}`, reads: true },
  {
    name: 'question before cancelling',
    path: ({ reservationId }) => `/my-times/${reservationId}`,
    then: async (page) => {
      await page.locator('button.button-danger').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'question before saying that one cannot come',
    path: ({ reservationId }) => `/my-times/${reservationId}`,
    before: deadlineOver,
    then: async (page) => {
      await page.locator('button.button-danger').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'move a time', path: ({ reservationId }) => `/my-times/${reservationId}/move`, reads: true },
  {
    name: 'question before moving',
    path: ({ reservationId }) => `/my-times/${reservationId}/move`,
    then: async (page) => {
      await page.locator('.first-time button').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'my details', path: () => '/my-details', reads: true },
];

const SIGNED_OUT: Route<EmployeesThings> = { name: 'sign-in of employees', path: () => '/employee/' };

export const EMPLOYEE_PUBLIC_ROUTES: readonly Route<EmployeesThings>[] = [SIGNED_OUT];

/** Pages of an employee. */
export const EMPLOYEE_ROUTES: readonly Route<EmployeesThings>[] = [
  { name: 'calendar of a day', path: ({ teamPath }) => teamPath, reads: true },
  { name: 'calendar of a week', path: ({ weekPath }) => weekPath, reads: true },
  { name: 'calendar of a day without entries', path: () => '/employee/calendar?date=2026-12-06' },
  {
    name: 'own menu',
    path: ({ weekPath }) => weekPath,
    then: async (page) => {
      await page.locator('.own-button').click();
      await page.locator('#own-menu').waitFor();
    },
  },
  { name: 'new entry, time on offer', path: ({ teamPath }) => teamPath, then: (page) => newEntry(page, 0) },
  { name: 'new entry, other time', path: ({ teamPath }) => teamPath, then: (page) => newEntry(page, 1) },
  { name: 'new entry, absence', path: ({ teamPath }) => teamPath, then: (page) => newEntry(page, 2) },
  {
    name: 'new entry with what is missing',
    path: ({ teamPath }) => teamPath,
    then: async (page) => {
      await newEntry(page, 0);
      await page.locator('app-new-entry-form button[type=submit]').click();
      await page.locator('app-new-entry-form .field-error').first().waitFor();
    },
  },
  {
    name: 'withdrawing an offered time',
    path: ({ teamPath }) => teamPath,
    then: async (page) => {
      await page.locator('.cal-entry.cal-offered').first().press('Enter');
      await page.locator('app-entry-actions .button-danger').click();
      await page.locator('app-entry-actions .alert').waitFor();
    },
  },
  { name: 'reservation', path: ({ drawerPath }) => drawerPath, reads: true, then: drawerOpen },
  {
    name: 'cancelling a reservation',
    path: ({ drawerPath }) => drawerPath,
    then: async (page) => {
      await drawerOpen(page);
      await page.locator('.drawer-heading ~ .row button.button-danger').click();
      await page.locator('app-cancel-form').waitFor();
    },
  },
  {
    name: 'cancelling a reservation without a reason',
    path: ({ drawerPath }) => drawerPath,
    then: async (page) => {
      await drawerOpen(page);
      await page.locator('.drawer-heading ~ .row button.button-danger').click();
      await page.locator('app-cancel-form button[type=submit]').click();
      await page.locator('app-cancel-form .field-error').waitFor();
    },
  },
  {
    name: 'moving a reservation',
    path: ({ drawerPath }) => drawerPath,
    then: async (page) => {
      await drawerOpen(page);
      await page.locator('.drawer-heading ~ .row button:not(.button-danger)').last().click();
      await page.locator('app-move-form').waitFor();
      await settled(page);
    },
  },
  {
    name: 'moving a reservation to a chosen time',
    path: ({ drawerPath }) => drawerPath,
    then: async (page) => {
      await drawerOpen(page);
      await page.locator('.drawer-heading ~ .row button:not(.button-danger)').last().click();
      await page.locator('app-move-form input[type=radio]').first().check();
      await settled(page);
    },
  },
  { name: 'warning before the session of an employee ends', path: ({ weekPath }) => weekPath, before: sessionEndsSoon, then: dialogOpen },
  { name: 'tasks', path: () => '/employee/tasks', reads: true },
  { name: 'page of employees that is not there', path: () => '/employee/olematon' },
];

/** Pages of an employee who books for clients. */
export const BOOKING_ROUTES: readonly Route<BookingThings>[] = [
  { name: 'find a time', path: () => '/employee/find-time', reads: true },
  { name: 'free times of a type', path: ({ foundPath }) => foundPath, reads: true },
  { name: 'free times that there are not', path: ({ foundPath }) => `${foundPath}&from=2029-01-01&mode=VISIT` },
  { name: 'booking for a client', path: ({ bookingPath }) => bookingPath, reads: true, then: dialogOpen },
  {
    name: 'booking for somebody whom nobody knows',
    path: ({ bookingPath }) => bookingPath,
    then: async (page) => {
      await searchClient(page, 'Olematon', '1.1.1990');
      await page.locator('app-client-search .alert').waitFor();
    },
  },
  {
    name: 'new client with what is missing',
    path: ({ bookingPath }) => bookingPath,
    then: async (page) => {
      await searchClient(page, 'Olematon', '1.1.1990');
      await page.locator('app-client-search .alert button').click();
      await page.locator('app-new-client-form button[type=submit]').click();
      await page.locator('app-new-client-form .field-error').first().waitFor();
    },
  },
  {
    name: 'booking for a client who is found',
    path: ({ bookingPath }) => bookingPath,
    then: async (page) => {
      await searchClient(page, '230575-964A');
      await page.locator('app-booking-form').waitFor();
    },
  },
  {
    name: 'question before a booking is left half done',
    path: ({ bookingPath }) => bookingPath,
    then: async (page) => {
      await searchClient(page, '230575-964A');
      await page.locator('app-booking-form button[type=button]').click();
      await page.getByRole('dialog').nth(1).waitFor();
    },
  },
];

async function searchClient(page: Page, who: string, birthOn = ''): Promise<void> {
  const [first, second] = [page.locator('app-client-search input').first(), page.locator('app-client-search input').nth(1)];
  await first.fill(who);
  await second.fill(birthOn);
  await first.press('Enter');
}

/** The form of a new entry, at one of its kinds in their order. */
async function newEntry(page: Page, kind: number): Promise<void> {
  await page.locator('app-calendar-toolbar .button-primary').click();
  await page.locator('app-new-entry-form input[name=entry-choice]').nth(kind).check();
  await settled(page);
}

async function dialogOpen(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor();
}

async function drawerOpen(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await settled(page);
}
