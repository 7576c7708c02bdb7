import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

// `npm run campaign:restart -w e2e` kills what `npm start` has started, one after the other and all at once. It starts systems of its own.
const { globalSetup: _sharedSystem, projects: _ofTheTests, ...shared } = tests;

export default defineConfig(shared, { testDir: 'restart', workers: 1, timeout: 15 * 60_000 });
