import type * as globals from '@jest/globals';

// Jest puts these into every test file, but its own types offer them for import only. `jest` itself must be imported in ES modules.
declare global {
  const describe: typeof globals.describe;
  const it: typeof globals.it;
  const test: typeof globals.test;
  const expect: typeof globals.expect;
  const beforeAll: typeof globals.beforeAll;
  const beforeEach: typeof globals.beforeEach;
  const afterEach: typeof globals.afterEach;
  const afterAll: typeof globals.afterAll;
}
