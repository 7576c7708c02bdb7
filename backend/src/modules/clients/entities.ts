import { ClientEntity } from './client.entity.ts';
import { ContactCodeEntity } from './contact-code.entity.ts';

/** The tables of this module. */
export const clientsEntities = [ClientEntity, ContactCodeEntity] as const;
