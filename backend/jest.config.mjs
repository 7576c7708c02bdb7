// The same language settings as tsconfig.json: what the tests run is what the build emits.
const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
      verbatimModuleSyntax: true,
    },
  },
};

const shared = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
};

// Starts PostgreSQL once for the run and builds the template database that each worker clones.
const withDatabase = {
  globalSetup: '<rootDir>/src/platform/testing/global-setup.ts',
  globalTeardown: '<rootDir>/src/platform/testing/global-teardown.ts',
};

export default {
  // Tests say what is right, the benchmarks how fast it is: a busy machine must not fail a test.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(db|api)\\.spec\\.ts$'],
    },
    { ...shared, ...withDatabase, displayName: 'db', testMatch: ['<rootDir>/src/**/*.db.spec.ts'] },
    { ...shared, ...withDatabase, displayName: 'api', testMatch: ['<rootDir>/src/**/*.api.spec.ts'] },
  ],
};
