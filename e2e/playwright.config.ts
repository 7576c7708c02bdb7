import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/system/browser.ts';

const browser = await findBrowser();

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  globalSetup: './src/system/global-setup.ts',
  workers: 2,
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
