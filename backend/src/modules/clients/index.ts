import { ClientEntity } from './client.entity.ts';
import { ContactCodeEntity } from './contact-code.entity.ts';

export { ClientReach } from './client-reach.ts';
export { fullNameOf, type ClientContact, type ClientName, type ContactChannel } from './client-record.ts';
export { ClientRelations, type ClientRelation, type ClientRelationSource } from './client-relations.ts';
export { CLIENT_PHONE_READ, CLIENT_READ } from './clients.actions.ts';
export { CONTACT_CODE_REQUESTED } from './clients.events.ts';
export { ClientsModule } from './clients.module.ts';
export { Clients } from './clients.ts';
export { ContactConfirmation, type ContactCodeMessage } from './contact-confirmation.ts';
export { CreateClient, type ClientInput } from './create-client.ts';
export type { SignedInIdentity, SignInClaims } from './find-or-create-client-by-sign-in.ts';
export { maskPhoneNumber, phoneNumberFrom, type PhoneNumber } from './phone-number.ts';

/** The tables of this module. */
export const clientsEntities = [ClientEntity, ContactCodeEntity];
