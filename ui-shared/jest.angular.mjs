import presets from 'jest-preset-angular/presets/index.js';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('.', import.meta.url));

/** One jest configuration for the three Angular workspaces, so that a test behaves the same wherever it stands. */
export function angularJest(displayName) {
  return {
    ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
    displayName,
    setupFilesAfterEnv: [`${shared}jest.setup.ts`],
    testMatch: ['<rootDir>/src/**/*.spec.ts'],
    // These packages are published as ES modules only; jest must transform them.
    transformIgnorePatterns: ['node_modules/(?!(.*\\.mjs$|@angular/|@jsverse/|@fontsource/))'],
    moduleNameMapper: {
      '^@vuoro/ui-shared$': `${shared}src/index.ts`,
      '^@vuoro/ui-shared/api$': `${shared}src/api/generated/index.ts`,
      '^@vuoro/ui-shared/testing$': `${shared}src/testing/index.ts`,
    },
    restoreMocks: true,
  };
}
