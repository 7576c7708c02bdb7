import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../backend/src/platform/config');
const configuration = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

/** Whether the product reads an environment variable: by its whole name, or as a prefix and its rest. */
export function isRead(variable: string): boolean {
  const name = variable.replace(/_FILE$/, '');
  const [prefix = '', rest = ''] = /^(OIDC_[A-Z]+)_(.+)$/.exec(name)?.slice(1) ?? [name, ''];
  return (
    configuration.includes(`'${name}'`) ||
    (rest !== '' && configuration.includes(`'${prefix}'`) && configuration.includes(`\${prefix}_${rest.replace(/_FILE$/, '')}`))
  );
}
