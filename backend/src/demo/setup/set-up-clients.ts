import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.ts';
import { CreateClient, type RegisteredClient } from '../../modules/clients/index.ts';
import { demoCitizens } from '../demo-citizens.ts';
import type { DemoIds } from '../demo-ids.ts';
import type { DemoCitizen } from '../demo-persons.ts';
import { inventedClients, type InventedClient } from './invented-clients.ts';

/** The test persons and the others who have been clients before. */
@Injectable()
export class SetUpClients {
  constructor(private readonly createClient: CreateClient) {}

  async execute(ids: DemoIds, firstDay: LocalDate): Promise<void> {
    for (const citizen of demoCitizens(firstDay)) {
      for (const organisation of citizen.organisations) {
        ids.add('client', organisation, citizen.key, await this.createClient.run(ids.system(organisation), clientOf(citizen)));
        ids.add('identity-code', organisation, citizen.key, citizen.identityCode);
      }
    }
    for (const client of inventedClients(firstDay)) {
      ids.add('client', client.organisation, client.key, await this.createClient.run(ids.system(client.organisation), registered(client)));
      ids.add('identity-code', client.organisation, client.key, client.identityCode);
    }
  }
}

function clientOf(citizen: DemoCitizen): RegisteredClient {
  return {
    identityCode: citizen.identityCode,
    firstNames: citizen.givenNames,
    lastName: citizen.familyName,
    serviceLanguage: citizen.uiLanguage,
    messageLanguage: citizen.messageLanguage,
    nonDisclosure: citizen.nonDisclosure,
    contactsConfirmed: true,
    ...(citizen.phone === null ? {} : { phone: citizen.phone }),
    ...(citizen.email === null ? {} : { email: citizen.email }),
    ...(citizen.address === null ? {} : { address: citizen.address }),
    ...(citizen.interpreterNeeded ? { interpreterLanguage: citizen.language } : {}),
  };
}

function registered({ key: _key, organisation: _organisation, circle: _circle, ...client }: InventedClient): RegisteredClient {
  return { ...client, contactsConfirmed: true };
}
