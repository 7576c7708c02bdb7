import type { AuditEntry, AuditPurpose } from '../../platform/audit/index.ts';

/** A mark that protects somebody's life has a row of its own, so that its history is found without reading every change of the card. */
export function nonDisclosureSet(clientId: string, purpose: AuditPurpose): AuditEntry {
  return { action: 'NonDisclosureSet', what: 'update', objectType: 'client', objectIds: [clientId], clientIds: [clientId], purpose };
}
