import type { OutboxEvent } from '../../platform/outbox/index.ts';

/** A code waits to be sent; `ContactCodes.messageOf` tells whoever sends it where and what. */
export const CONTACT_CODE_REQUESTED = 'clients.contact-code-requested';

export function contactCodeRequested(organisationId: string, clientId: string, contactCodeId: string): OutboxEvent {
  return { type: CONTACT_CODE_REQUESTED, organisationId, subjectId: contactCodeId, payload: { contactCodeId, clientId } };
}
