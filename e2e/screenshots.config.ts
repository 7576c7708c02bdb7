import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

// `npm run screenshots -w e2e` draws the pictures of the README anew, from the demo organisation on its fixed Monday.
const { projects: _ofTheTests, ...shared } = tests;

export default defineConfig(shared, { testDir: 'screenshots', workers: 1 });
