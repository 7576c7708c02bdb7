import type { Surface } from '../access/index.ts';

/** What a path belongs to. Only applications have a page for any path; everything else answers 404 for what it does not have. */
export type Area = 'CITIZEN_APPLICATION' | 'EMPLOYEE_APPLICATION' | 'DOCUMENTATION' | 'SERVICE' | 'OPERATIONS' | 'REFUSED';

const servicePrefixes = ['/api', '/auth', '/fhir'];
const operationPrefixes = ['/health', '/metrics'];

/**
 * Sorts a path as it came, without query. Spellings that a proxy or a router may read otherwise than we do
 * (doubled slashes, dot segments, encoded slashes and dots, other case) are refused, never interpreted.
 */
export function areaOf(path: string): Area {
  if (!path.startsWith('/') || /\/\/|\\|\/\.{1,2}(\/|$)|%(2e|2f|5c|00)/i.test(path)) return 'REFUSED';
  const prefixed = (prefixes: readonly string[], candidate: string) =>
    prefixes.some((prefix) => candidate === prefix || candidate.startsWith(`${prefix}/`));
  if (prefixed(['/api/docs'], path)) return 'DOCUMENTATION';
  if (prefixed(operationPrefixes, path)) return 'OPERATIONS';
  if (prefixed(servicePrefixes, path)) return 'SERVICE';
  const lowerCase = path.toLowerCase();
  if (prefixed([...servicePrefixes, ...operationPrefixes], lowerCase)) return 'REFUSED';
  if (prefixed(['/employee'], path)) return 'EMPLOYEE_APPLICATION';
  return prefixed(['/employee'], lowerCase) ? 'REFUSED' : 'CITIZEN_APPLICATION';
}

/** The surface whose host a path needs; null: on either. */
export function surfaceOf(path: string): Surface | null {
  if (/^\/(api\/v1\/citizen|auth\/citizen)(\/|$)/.test(path)) return 'CITIZEN';
  if (/^\/(api\/v1\/public|api\/v1\/environment|api\/docs|api\/openapi\.yaml|fhir)(\/|$)/.test(path)) return null;
  if (/^\/(api\/v1|auth\/employee)(\/|$)/.test(path)) return 'EMPLOYEE';
  switch (areaOf(path)) {
    case 'CITIZEN_APPLICATION':
      return 'CITIZEN';
    case 'EMPLOYEE_APPLICATION':
      return 'EMPLOYEE';
    default:
      return null;
  }
}
