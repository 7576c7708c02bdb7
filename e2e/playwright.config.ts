import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/system/browser.ts';

const browser = await findBrowser();

/** Tests that press the first free time of a page, as people do: two of them at once would want the same one. */
const TAKERS = [
  'aino-books-eroaika',
  'booking-for-a-client',
  'calendar-commands',
  'choose-the-employee',
  'short-and-heard',
  'without-a-mouse',
].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  globalSetup: './src/system/global-setup.ts',
  workers: 2,
  projects: [
    { name: 'take free times', testMatch: TAKERS, workers: 1 },
    { name: 'the rest', testIgnore: TAKERS },
  ],
  // A test that passes only sometimes is a failing one.
  retries: 0,
  forbidOnly: (process.env['CI'] ?? '') !== '',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: browser.executablePath, args: browser.args, env: browser.env },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
  },
});
