import { Injectable } from '@nestjs/common';
import { Problem, type LocalDate } from '../../kernel/index.ts';
import { NOT_FOUND } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { ClientContact, ClientName } from './client-record.ts';
import { ClientsRepository } from './clients.repository.ts';
import { FindOrCreateClientBySignIn, type SignInClaims } from './find-or-create-client-by-sign-in.ts';

/** What other modules ask of the client register; they write the audit rows of their own use. */
@Injectable()
export class Clients {
  constructor(
    private readonly repository: ClientsRepository,
    private readonly bySignIn: FindOrCreateClientBySignIn,
  ) {}

  /**
   * Serialises what concerns one client (number of active reservations, overlaps) without hindering readers.
   * @throws Problem NOT_FOUND
   */
  async lock(tx: Tx, clientId: string): Promise<void> {
    if (!(await this.repository.lock(tx, clientId))) throw new Problem(NOT_FOUND);
  }

  /** The day of death as the register of persons knows it; null: none is known. */
  deceasedOn(tx: Tx, clientId: string): Promise<LocalDate | null> {
    return this.repository.deceasedOn(tx, clientId);
  }

  /** Whether all of them have died by the register of persons; false when none is named. */
  async areDeceased(tx: Tx, clientIds: readonly string[]): Promise<boolean> {
    for (const clientId of clientIds) if ((await this.deceasedOn(tx, clientId)) === null) return false;
    return clientIds.length > 0;
  }

  /** The client whom an identity provider has identified; names follow the provider. Safe against the same sign-in twice at once. */
  findOrCreateBySignIn(tx: Tx, claims: SignInClaims): Promise<ClientName> {
    return this.bySignIn.execute(tx, claims);
  }

  /** Where and how the client may be reached now. Never to be kept: a message re-reads it when it is sent. null: no such client. */
  async contactFor(tx: Tx, clientId: string): Promise<ClientContact | null> {
    const client = await this.repository.find(tx, clientId);
    if (client === null) return null;
    return {
      phone: client.phone,
      phoneConfirmed: client.phoneConfirmedAt !== null,
      email: client.email,
      emailConfirmed: client.emailConfirmedAt !== null,
      messageLanguage: client.messageLanguage,
      reminderChannels: client.reminderChannels,
      nonDisclosure: client.nonDisclosure,
      quiet: client.quietContact === 'NO_MESSAGES',
      deceased: client.deceasedOn !== null,
    };
  }

  /** Names by client id; ids of another organisation or of nobody are left out. */
  async names(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, ClientName>> {
    const names = await this.repository.names(tx, clientIds);
    return new Map(names.map((name) => [name.id, name]));
  }
}
