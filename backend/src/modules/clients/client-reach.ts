import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { ClientRelations, type ClientRelation } from './client-relations.ts';
import { CLIENT_EMAIL_READ, CLIENT_PHONE_READ } from './clients.actions.ts';
import type { VisibleContact } from './client.dto.ts';

/** How long a past appointment makes somebody an employee's or a unit's own client. */
const memory = { months: 12 };

/** Decides about clients by their reservations: a client has no unit of its own. */
@Injectable()
export class ClientReach {
  constructor(
    private readonly access: Access,
    private readonly relations: ClientRelations,
    private readonly clock: Clock,
  ) {}

  async relationsOf(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly ClientRelation[]>> {
    const found = clientIds.length === 0 ? [] : await this.relations.relationsOf(tx, clientIds, this.clock.now().minus(memory));
    return Map.groupBy(found, (relation) => relation.clientId);
  }

  allows(principal: Principal, action: string, relations: readonly ClientRelation[]): boolean {
    if (principal.kind === 'SYSTEM') return true;
    return relations.some((relation) => this.access.allows(principal, action, { ...relation, clientIds: [relation.clientId] }));
  }

  /** Whether one of the reservations is the employee's own. */
  isOwnClient(principal: Principal, relations: readonly ClientRelation[]): boolean {
    return principal.kind === 'EMPLOYEE' && relations.some((relation) => relation.employeeIds.includes(principal.employeeId));
  }

  visibleContact(principal: Principal, relations: readonly ClientRelation[]): VisibleContact {
    return { phone: this.allows(principal, CLIENT_PHONE_READ, relations), email: this.allows(principal, CLIENT_EMAIL_READ, relations) };
  }
}
