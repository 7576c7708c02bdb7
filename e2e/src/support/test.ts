import { test as base } from '@playwright/test';
import { Mailbox } from './mailbox.ts';
import { Visitors } from './visitors.ts';

/** Tests get browsers for as many people as they need, and the mailbox where every message ends. */
export const test = base.extend<{ visitors: Visitors; mailbox: Mailbox }>({
  visitors: async ({ browser }, use) => {
    const visitors = new Visitors(browser);
    await use(visitors);
    await visitors.close();
    visitors.expectNoComplaints();
  },
  mailbox: async ({}, use) => {
    await use(new Mailbox());
  },
});

export { expect } from '@playwright/test';
