import { Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/index.ts';
import type { Principal } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { ClientReach } from './client-reach.ts';
import { fullNameOf, type ContactChannel } from './client-record.ts';
import type { PostalAddress } from './postal-address.ts';
import { toClientView } from './client-view.ts';
import { ClientsRepository } from './clients.repository.ts';

/** What is shown of a client beside a reservation. */
export interface ClientCard {
  readonly name: string;
  readonly birthOn: string | null;
  /** null: none, or not for the reader; masked where only its end may be seen. */
  readonly phone: string | null;
  readonly address: PostalAddress | null;
  /** Wanted and confirmed by the client; empty also for one to whom nothing may be sent. */
  readonly toldBy: readonly ContactChannel[];
  readonly messageLanguage: Language;
  readonly nonDisclosure: boolean;
  readonly deceased: boolean;
}

/** Cards for a reader who may see the reservation; contact details by the reader's own right. The caller writes the audit row. */
@Injectable()
export class ClientCards {
  constructor(
    private readonly repository: ClientsRepository,
    private readonly reach: ClientReach,
  ) {}

  /** By client id; ids of nobody are left out. */
  async of(tx: Tx, principal: Principal, clientIds: readonly string[]): Promise<ReadonlyMap<string, ClientCard>> {
    const relations = await this.reach.relationsOf(tx, clientIds);
    const cards = new Map<string, ClientCard>();
    for (const client of await this.repository.findAll(tx, clientIds)) {
      const view = toClientView(client, this.reach.visibleContact(principal, relations.get(client.id) ?? []));
      cards.set(client.id, {
        name: fullNameOf(client),
        birthOn: view.birthOn,
        phone: view.phone,
        address: view.address,
        toldBy: view.toldBy,
        messageLanguage: client.messageLanguage,
        nonDisclosure: client.nonDisclosure,
        deceased: client.deceasedOn !== null,
      });
    }
    return cards;
  }
}
