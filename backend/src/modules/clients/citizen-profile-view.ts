import { fullNameOf, type ClientRecord } from './client-record.ts';
import type { CitizenProfileView } from './citizen-profile.dto.ts';

export function toProfileView(client: ClientRecord): CitizenProfileView {
  return {
    name: fullNameOf(client),
    phone: client.phone,
    phoneConfirmed: client.phoneConfirmedAt !== null,
    email: client.email,
    emailConfirmed: client.emailConfirmedAt !== null,
    reminderChannels: client.reminderChannels,
    serviceLanguage: client.serviceLanguage,
    messageLanguage: client.messageLanguage,
    interpreterNeeded: client.interpreterNeeded,
    interpreterLanguage: client.interpreterLanguage,
    version: client.version,
  };
}
