import { createHash } from 'node:crypto';
import type { Principal, RoleGrant } from '../../access/index.ts';
import { canonicalJson } from './canonical-json.ts';

/**
 * What the principal may see, in short: the same for the same roles, units and services, in whatever order. An answer that was given under
 * other rights may hold what is no longer to be seen.
 */
export function rightsDigest(principal: Principal): string {
  return createHash('sha256')
    .update(canonicalJson(rightsOf(principal)))
    .digest('base64url');
}

function rightsOf(principal: Principal): unknown {
  switch (principal.kind) {
    case 'CITIZEN':
      return { kind: principal.kind, clientId: principal.clientId, onBehalfOfClientId: principal.onBehalfOfClientId };
    case 'EMPLOYEE':
      return { kind: principal.kind, grants: principal.grants.map(grantText).sort() };
    case 'SYSTEM':
      return { kind: principal.kind };
  }
}

function grantText({ role, unitIds, serviceIds }: RoleGrant): string {
  return canonicalJson({ role, unitIds: [...unitIds].sort(), serviceIds: serviceIds === null ? null : [...serviceIds].sort() });
}
