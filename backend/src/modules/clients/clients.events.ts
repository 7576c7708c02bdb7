import type { OutboxEvent } from '../../platform/outbox/index.ts';
import type { ContactChannel } from './client-record.ts';

/** A code waits to be sent; `ContactCodes.messageOf` tells whoever sends it where and what. */
export const CONTACT_CODE_REQUESTED = 'clients.contact-code-requested';

export function contactCodeRequested(organisationId: string, clientId: string, contactCodeId: string): OutboxEvent {
  return { type: CONTACT_CODE_REQUESTED, organisationId, subjectId: contactCodeId, payload: { contactCodeId, clientId } };
}

/** A number or an address of the client can be used from now on. */
export const CONTACT_CONFIRMED = 'clients.contact-confirmed';

export function contactConfirmed(organisationId: string, clientId: string, channel: ContactChannel): OutboxEvent {
  return { type: CONTACT_CONFIRMED, organisationId, subjectId: clientId, payload: { channel } };
}
