import type { Principal } from '../../platform/access/index.ts';
import type { AuditEntry, AuditWhat } from '../../platform/audit/index.ts';

/** Who changed whose plan; no client is concerned. */
export function auditOf(
  principal: Principal,
  action: string,
  what: AuditWhat,
  objectType: string,
  objectIds: readonly string[],
  unitId: string,
): AuditEntry {
  return { action, what, objectType, objectIds, clientIds: [], purpose: principal.kind === 'SYSTEM' ? 'SYSTEM' : 'UNIT_DUTY', unitId };
}
