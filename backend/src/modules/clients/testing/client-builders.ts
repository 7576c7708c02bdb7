import type TestAgent from 'supertest/lib/agent.js';
import { ManualClock, makeTestIdentityCode, newId, parseInstant, toLocalDate } from '../../../kernel/index.ts';
import { BlindIndex, FieldCipher } from '../../../platform/crypto/index.ts';
import type { Transactions } from '../../../platform/database/index.ts';
import { testKeyring } from '../../../platform/testing/index.ts';
import { ClientsRepository, type NewClient } from '../clients.repository.ts';

const longAgo = new ManualClock(parseInstant('2025-01-01T00:00:00Z'));

let made = 0;

/** The register's repository over a test database, with the keys of the test run. */
export async function clientsRepositoryOf(transactions: Transactions): Promise<ClientsRepository> {
  const keyring = await testKeyring(transactions, longAgo);
  return new ClientsRepository(new FieldCipher(keyring), new BlindIndex(keyring));
}

/** A person in the client register with an identity code for tests; say only what matters. */
export function aClient(given: Partial<Omit<NewClient, 'organisationId'>> = {}) {
  made += 1;
  const birthOn = toLocalDate(`19${String(50 + (made % 40)).padStart(2, '0')}-0${1 + (made % 9)}-1${made % 10}`);
  const client = {
    id: newId(),
    identityKind: 'PERSONAL_IDENTITY_CODE' as const,
    identityCode: makeTestIdentityCode(birthOn, 900 + (made % 100), '-'),
    firstNames: 'Aino',
    lastName: 'Esimerkki',
    birthOn,
    serviceLanguage: 'fi' as const,
    messageLanguage: 'fi' as const,
    phone: null,
    email: null,
    nonDisclosure: false,
    interpreterLanguage: null,
    ...given,
  };
  return {
    async save(place: { readonly transactions: Transactions; readonly organisationId: string }, organisationId = place.organisationId) {
      const repository = await clientsRepositoryOf(place.transactions);
      const isNew = await place.transactions.run({ organisationId }, (tx) =>
        repository.insert(tx, { ...client, organisationId }, longAgo.now()),
      );
      if (!isNew) throw new Error('A client with this identity code is there already.');
      return client;
    },
  };
}

/** The employee asks the client for the identity code, as before a first booking: from then on the session may go on with the client. */
export async function whoIs(
  browser: TestAgent,
  place: { readonly transactions: Transactions; readonly organisationId: string },
  clientId: string,
): Promise<string> {
  const repository = await clientsRepositoryOf(place.transactions);
  const client = await place.transactions.run(place, (tx) => repository.find(tx, clientId));
  const { status } = await browser.post('/api/v1/clients/search').send({ identityCode: client?.identityCode });
  if (status !== 200) throw new Error(`The search for a client answered ${status}.`);
  return clientId;
}
