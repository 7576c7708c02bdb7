import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { ClientRelations, type ClientRelation } from './client-relations.ts';
import { CLIENT_ADDRESS_READ, CLIENT_EMAIL_READ, CLIENT_PHONE_READ, CLIENT_READ } from './clients.actions.ts';
import { ClientsRepository } from './clients.repository.ts';
import type { VisibleContact } from './client.dto.ts';

/** How long a past appointment makes somebody an employee's or a unit's own client. */
const memory = { months: 12 };

/** Who has stated the whole identity code may go on with that client for a while: a first reservation is made so. */
const exactSearchHolds = { minutes: 60 };

/** Decides about clients by their reservations: a client has no unit of its own. */
@Injectable()
export class ClientReach {
  constructor(
    private readonly access: Access,
    private readonly relations: ClientRelations,
    private readonly repository: ClientsRepository,
    private readonly clock: Clock,
  ) {}

  async relationsOf(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly ClientRelation[]>> {
    // Asked for nobody, too: how long an answer takes must not tell whether there was somebody to ask for.
    const found = await this.relations.relationsOf(tx, clientIds, this.clock.now().minus(memory));
    return Map.groupBy(found, (relation) => relation.clientId);
  }

  allows(principal: Principal, action: string, relations: readonly ClientRelation[]): boolean {
    if (principal.kind === 'SYSTEM') return true;
    return relations.some((relation) => this.access.allows(principal, action, { ...relation, clientIds: [relation.clientId] }));
  }

  /** Whether the principal may see the client's card: by a reservation, or because this session has just found the client by identity code. */
  async mayKnow(tx: Tx, principal: Principal, clientId: string, relations: readonly ClientRelation[]): Promise<boolean> {
    if (this.allows(principal, CLIENT_READ, relations)) return true;
    if (principal.kind !== 'EMPLOYEE') return false;
    const since = this.clock.now().minus(exactSearchHolds);
    return this.repository.wasFoundExactly(tx, principal.employeeId, principal.sessionId, clientId, since);
  }

  /** @throws Problem NOT_FOUND, as for a client that does not exist */
  async requireKnown(tx: Tx, principal: Principal, clientId: string): Promise<void> {
    const relations = (await this.relationsOf(tx, [clientId])).get(clientId) ?? [];
    if (!(await this.mayKnow(tx, principal, clientId, relations))) throw new Problem(NOT_FOUND);
  }

  /** Whether one of the reservations is the employee's own. */
  isOwnClient(principal: Principal, relations: readonly ClientRelation[]): boolean {
    return principal.kind === 'EMPLOYEE' && relations.some((relation) => relation.employeeIds.includes(principal.employeeId));
  }

  visibleContact(principal: Principal, relations: readonly ClientRelation[]): VisibleContact {
    return {
      phone: this.allows(principal, CLIENT_PHONE_READ, relations),
      email: this.allows(principal, CLIENT_EMAIL_READ, relations),
      address: this.allows(principal, CLIENT_ADDRESS_READ, relations),
    };
  }
}
