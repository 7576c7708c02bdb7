/** The layers of docs/developer-guide/architecture.md, from the ground up. A module may import lower layers only; siblings never. */
const layers = [
  ['organisation'],
  ['staff', 'resources', 'clients', 'appointment-types'],
  ['identity', 'booking-rights', 'calendar'],
  ['week-templates', 'availability'],
  ['reservations'],
  ['notifications', 'reporting', 'audit-trail', 'calendar-views', 'absence-desk'],
  ['configuration-transport', 'rollout', 'integration', 'data-protection'],
];

const modulePath = (modules) => `^backend/src/modules/(${modules.join('|')})/`;

/** Specs build their world from whatever they need. */
const test = String.raw`\.spec\.ts$|/testing/`;

/** What a module of a layer must not import: everything of its own layer and above, itself excepted. */
const layerRules = layers.flatMap((modules, level) =>
  modules.map((module) => ({
    name: `layer-${module}`,
    comment: `${module} may import lower layers only.`,
    severity: 'error',
    from: { path: modulePath([module]), pathNot: test },
    to: {
      path: modulePath(
        layers
          .slice(level)
          .flat()
          .filter((other) => other !== module),
      ),
    },
  })),
);

/** The folders that the routes of the two applications lead to. */
const pages =
  '^citizen-ui/src/app/(services|booking|sign-in|my-times|my-details|statements|not-found)/|' +
  '^employee-ui/src/app/(calendar|find-time|booking|reservations/drawer|tasks|not-found)/';

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'Nobody imports it: delete it, or import it.',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(backend/src|ui-shared/src|citizen-ui/src|employee-ui/src)',
        pathNot: [test, String.raw`/main\.`, String.raw`\.d\.ts$`, 'test-setup', String.raw`/index\.ts$`],
      },
      to: {},
    },
    { name: 'no-unresolvable', severity: 'error', from: { pathNot: '^(citizen-ui|employee-ui|ui-shared)' }, to: { couldNotResolve: true } },
    {
      name: 'kernel-is-pure',
      comment: 'The kernel knows no framework, no database and no environment.',
      severity: 'error',
      from: { path: '^backend/src/kernel/', pathNot: test },
      to: {
        pathNot: '^backend/src/kernel/|node_modules/(luxon|uuid|date-holidays|finnish-ssn)/|node_modules/@types/luxon',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^backend/src/platform/' },
      to: { path: '^backend/src/(modules|demo)/' },
    },
    ...layerRules,
    {
      name: 'modules-only-by-index',
      comment: 'What a module offers to others stands in its index.ts.',
      severity: 'error',
      from: { path: '^backend/src/modules/([^/]+)/', pathNot: test },
      to: { path: '^backend/src/modules/([^/]+)/', pathNot: ['^backend/src/modules/$1/', '^backend/src/modules/[^/]+/index\\.ts$'] },
    },
    {
      name: 'modules-only-by-index-from-outside',
      severity: 'error',
      from: { path: '^backend/src/', pathNot: ['^backend/src/modules/', test] },
      to: { path: '^backend/src/modules/[^/]+/', pathNot: '^backend/src/modules/[^/]+/index\\.ts$' },
    },
    {
      name: 'nobody-imports-notifications',
      comment: 'It listens to events; whoever called it would depend on how people are told.',
      severity: 'error',
      from: {
        path: '^backend/src/',
        pathNot: [
          '^backend/src/modules/(notifications|integration|data-protection|configuration-transport|rollout)/',
          String.raw`^backend/src/(api|worker)\.module\.ts$`,
          '^backend/src/demo/',
          test,
        ],
      },
      to: { path: '^backend/src/modules/notifications/' },
    },
    {
      name: 'nobody-imports-the-demo',
      comment: 'The product must run without invented people. The development identity provider asks who they are.',
      severity: 'error',
      from: { path: '^(backend|bench|e2e)/', pathNot: ['^backend/src/demo/', String.raw`^backend/src/main\.demo\.ts$`, '^e2e/', test] },
      to: { path: '^backend/src/demo/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules, statuses and interval algebra take values and give verdicts.',
      severity: 'error',
      from: { path: String.raw`^backend/src/.*(-rules|-status)\.ts$`, pathNot: test },
      to: { pathNot: '^backend/src/kernel/|node_modules/(@types/)?luxon/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'controllers-reach-no-table',
      comment: 'A controller is a declaration and one call.',
      severity: 'error',
      from: { path: String.raw`\.controller\.ts$` },
      to: { path: String.raw`\.(repository|entity)\.ts$` },
    },
    {
      name: 'development-stays-outside',
      comment: 'The development identity provider must not be reachable from the product.',
      severity: 'error',
      from: { path: '^backend/src/', pathNot: [test, '^backend/src/demo/'] },
      to: { path: '^(dev|bench|e2e)/' },
    },
    {
      name: 'applications-do-not-know-each-other',
      severity: 'error',
      from: { path: '^(citizen-ui|employee-ui|ui-shared)/' },
      to: { path: '^(citizen-ui|employee-ui)/', pathNot: '^$1/' },
    },
    {
      name: 'features-do-not-know-each-other',
      comment:
        'A page must not need another one: what two of them show lies in a folder that is no page, or in ui-shared. Only the routes know all.',
      severity: 'error',
      from: { path: '^(citizen-ui|employee-ui)/src/app/([^/]+)/', pathNot: test },
      to: { path: pages, pathNot: '^$1/src/app/$2/' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { pathNot: [test, String.raw`jest|test-setup`] },
      to: { path: test },
    },
    {
      name: 'no-development-packages',
      comment: 'The image holds no development packages.',
      severity: 'error',
      from: { path: '^backend/src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.angular|coverage)/' },
    tsPreCompilationDeps: 'specify',
    detectProcessBuiltinModuleCalls: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
