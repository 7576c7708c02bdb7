import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';

const time = 'Ask the Clock: time must be one for the whole product, and movable in tests.';
const clock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: time },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: time },
  { selector: "CallExpression[callee.object.name='DateTime'][callee.property.name=/^(now|local)$/]", message: time },
];
const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings are read in platform/config and nowhere else.',
  },
];
const language = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  {
    selector: "CallExpression[callee.property.name='save'] > MemberExpression.arguments[property.name='body']",
    message: 'A body is not a row (mass assignment).',
  },
];

/** Everything that is TypeScript of ours. */
const strict = {
  'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
  'no-console': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-var': 'error',
  'prefer-const': 'error',
  'no-restricted-syntax': ['error', ...clock, ...environment, ...language],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': [
    'error',
    {
      allowForKnownSafeCalls: [
        { from: 'package', package: 'node:test', name: ['test', 'describe', 'it', 'suite', 'before', 'after', 'beforeEach', 'afterEach'] },
      ],
    },
  ],
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'off',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '**/.angular/',
      '**/.cache/',
      '**/.data/',
      '**/coverage/',
      'ui-shared/src/api/',
      'ui-shared/tools/',
      '**/*.mjs',
      '**/*.cjs',
      '**/*.js',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['backend/**/*.ts', 'dev/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: strict,
  },
  {
    // Their specs have a tsconfig of their own, which the project service does not look for.
    files: ['ui-shared/**/*.ts', 'citizen-ui/**/*.ts', 'employee-ui/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: ['./{ui-shared,citizen-ui,employee-ui}/tsconfig{,.app,.spec}.json'], tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: strict,
  },
  {
    // Interfaces of decorators need the class as a value; Nest reads parameter types at run time.
    files: ['backend/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  // The two clocks: everybody else is given one.
  {
    files: ['backend/src/kernel/clock.ts', 'ui-shared/src/time/server-now.ts'],
    rules: { 'no-restricted-syntax': ['error', ...environment, ...language] },
  },
  {
    files: ['backend/src/platform/config/process-environment.ts', 'backend/src/platform/testing/test-environment.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, ...language] },
  },
  {
    // Tools on a developer's machine: they talk to the person in front of it.
    files: ['backend/scripts/**/*.ts', 'dev/**/*.ts', 'bench/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', ...language] },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 600 }], 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // Tables and lists of people in the shape of code: their length says nothing of how hard they are to read.
    files: ['backend/src/platform/database/migrations/*.ts', 'backend/src/demo/demo-citizens.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['ui-shared/src/**/*.ts', 'citizen-ui/src/**/*.ts', 'employee-ui/src/**/*.ts'],
    plugins: { '@angular-eslint': angular.tsPlugin },
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-inject': 'error',
      '@angular-eslint/no-input-rename': 'error',
      '@angular-eslint/no-output-on-prefix': 'error',
      '@angular-eslint/use-lifecycle-interface': 'error',
    },
  },
  {
    files: ['ui-shared/src/**/*.html', 'citizen-ui/src/**/*.html', 'employee-ui/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/prefer-control-flow': 'error',
      '@angular-eslint/template/no-inline-styles': ['error', { allowBindToStyle: true }],
    },
  },
);
