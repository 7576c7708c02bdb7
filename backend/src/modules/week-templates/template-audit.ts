import type { Principal } from '../../platform/access/index.ts';
import type { AuditEntry, AuditWhat } from '../../platform/audit/index.ts';

/** Who changed which plan; no client is concerned. */
export function templateAudit(
  principal: Principal,
  action: string,
  what: AuditWhat,
  objectType: string,
  objectId: string,
  unitId: string,
): AuditEntry {
  return {
    action,
    what,
    objectType,
    objectIds: [objectId],
    clientIds: [],
    purpose: principal.kind === 'SYSTEM' ? 'SYSTEM' : 'UNIT_DUTY',
    unitId,
  };
}
