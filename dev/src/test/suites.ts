import type { Summary } from './outcome.ts';

export interface Suite {
  readonly name: string;
  /** An npm script; of the root when no workspace is named. */
  readonly script: string;
  readonly workspace?: string;
  readonly summary: Summary;
  /** Runs when nothing else does: it measures, or builds what others use. */
  readonly alone?: boolean;
  /** Runs only when asked for by name: it needs a server or programs that not every machine has. */
  readonly onRequest?: boolean;
}

/** Everything that `npm test` runs, the quick to fail first. */
export const SUITES: readonly Suite[] = [
  { name: 'types', script: 'typecheck', summary: 'check' },
  { name: 'backend-unit', script: 'test:unit', workspace: 'backend', summary: 'jest' },
  { name: 'lint', script: 'lint', summary: 'check' },
  { name: 'architecture', script: 'arch', summary: 'check' },
  { name: 'backend-db', script: 'test:db', workspace: 'backend', summary: 'jest' },
  { name: 'dev', script: 'test', workspace: 'dev', summary: 'node' },
  { name: 'bench', script: 'test', workspace: 'bench', summary: 'node' },
  { name: 'ui-shared', script: 'test', workspace: 'ui-shared', summary: 'jest' },
  { name: 'texts', script: 'i18n', workspace: 'ui-shared', summary: 'check' },
  { name: 'backend-api', script: 'test:api', workspace: 'backend', summary: 'jest' },
  { name: 'citizen-ui', script: 'test', workspace: 'citizen-ui', summary: 'jest' },
  { name: 'employee-ui', script: 'test', workspace: 'employee-ui', summary: 'jest' },
  { name: 'drift', script: 'drift', summary: 'check', alone: true },
  { name: 'campaigns', script: 'test:campaigns', workspace: 'dev', summary: 'node', alone: true },
  { name: 'browser', script: 'test', workspace: 'e2e', summary: 'playwright', alone: true },
  { name: 'queue-on-redis', script: 'test:queue', workspace: 'backend', summary: 'jest', onRequest: true },
  { name: 'restore', script: 'test:restore', workspace: 'dev', summary: 'node', onRequest: true },
  { name: 'db-on-other-postgres', script: 'test:db', workspace: 'backend', summary: 'jest', onRequest: true },
];

/** The variables that a queue or database test on somebody else's server needs; all others run on servers of their own. */
export const SERVERS: Readonly<Record<string, 'REDIS_URL' | 'DATABASE_ADMIN_URL'>> = {
  'queue-on-redis': 'REDIS_URL',
  'db-on-other-postgres': 'DATABASE_ADMIN_URL',
};
