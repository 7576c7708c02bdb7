import type { TransactionScope } from '../../platform/database/index.ts';
import { RequestContext } from '../../platform/http/index.ts';

/**
 * The organisation whose host name the request came to: the scope of routes that nobody has to sign in to.
 * @throws Error outside a request
 */
export function hostScope(): TransactionScope {
  const organisationId = RequestContext.current()?.organisationId ?? '';
  if (organisationId === '') throw new Error('There is no organisation without a request to one of its hosts.');
  return { organisationId };
}
