import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { ClientReach } from './client-reach.ts';
import { toClientView } from './client-view.ts';
import type { ClientView } from './client.dto.ts';
import { CLIENT_READ } from './clients.actions.ts';
import { ClientsRepository } from './clients.repository.ts';

/** One client's card. What lies outside the reader's reach does not exist for them; the attempt is logged. */
@Injectable()
export class ReadClient {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ClientsRepository,
    private readonly reach: ClientReach,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem NOT_FOUND */
  async execute(principal: Principal, clientId: string): Promise<ClientView> {
    this.access.requireAction(principal, CLIENT_READ);
    const view = await this.transactions.run(principal, (tx) => this.read(tx, principal, clientId));
    // Thrown after the commit, so that the row about the refusal stays.
    if (view === null) throw new Problem(NOT_FOUND);
    return view;
  }

  private async read(tx: Tx, principal: Principal, clientId: string): Promise<ClientView | null> {
    // Who is not there takes the same way as who must not be known of, so that neither the time nor the log tells them apart.
    const relations = (await this.reach.relationsOf(tx, [clientId])).get(clientId) ?? [];
    const allowed = await this.reach.mayKnow(tx, principal, clientId, relations);
    await this.audit.record(tx, principal, {
      action: 'ClientRead',
      what: allowed ? 'view' : 'denied',
      objectType: 'client',
      objectIds: [clientId],
      clientIds: [clientId],
      purpose: this.reach.isOwnClient(principal, relations) ? 'ASSIGNED' : 'UNIT_DUTY',
    });
    if (!allowed) return null;
    const client = await this.repository.find(tx, clientId);
    return client === null ? null : toClientView(client, this.reach.visibleContact(principal, relations));
  }
}
