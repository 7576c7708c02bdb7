import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { checkedDate, checkedIdentityCode } from './checked-fields.ts';
import { ClientReach } from './client-reach.ts';
import type { ClientRecord } from './client-record.ts';
import type { ClientRelation } from './client-relations.ts';
import { toClientView } from './client-view.ts';
import type { ClientSearchRequest, ClientView } from './client.dto.ts';
import { CLIENT_SEARCH } from './clients.actions.ts';
import { CLIENT_SEARCH_UNCLEAR } from './clients.problems.ts';
import { ClientsRepository } from './clients.repository.ts';
import { IdentityCodeQuota } from './identity-code-quota.ts';

export const EXACT_SEARCH = 'ClientSearchByIdentityCode';
const NAME_SEARCH = 'ClientSearchByName';

// Namesakes born on the same day: more of them would be a search for somebody else.
const mostNamesakes = 20;

/**
 * Finds a client by exact identity code, or by whole last name and birth date among those whom the employee may know of.
 * Never suggests anybody; a search without a hit is logged like one with it.
 */
@Injectable()
export class FindClients {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ClientsRepository,
    private readonly reach: ClientReach,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly quota: IdentityCodeQuota,
  ) {}

  /** @throws Problem CLIENT_SEARCH_UNCLEAR, VALIDATION_FAILED, RATE_LIMITED, TOO_MANY_IDENTITY_CODES_TODAY */
  execute(principal: Principal, request: ClientSearchRequest): Promise<ClientView[]> {
    this.access.requireAction(principal, CLIENT_SEARCH);
    const { identityCode, lastName, birthOn } = request;
    if (identityCode !== undefined && lastName === undefined && birthOn === undefined) return this.byIdentityCode(principal, identityCode);
    if (identityCode === undefined && lastName !== undefined && birthOn !== undefined) return this.byName(principal, lastName, birthOn);
    throw new Problem(CLIENT_SEARCH_UNCLEAR);
  }

  private async byIdentityCode(principal: Principal, text: string): Promise<ClientView[]> {
    const code = checkedIdentityCode(text);
    await this.quota.use(principal, EXACT_SEARCH);
    return this.transactions.run(principal, async (tx) => {
      const client = await this.repository.findByIdentity(tx, principal.organisationId, 'PERSONAL_IDENTITY_CODE', code);
      const found = client === null ? [] : [client];
      const relations = await this.reach.relationsOf(
        tx,
        found.map(({ id }) => id),
      );
      await this.record(
        tx,
        principal,
        EXACT_SEARCH,
        found.map(({ id }) => id),
        [],
      );
      return this.views(principal, found, relations);
    });
  }

  private byName(principal: Principal, lastName: string, birthOnText: string): Promise<ClientView[]> {
    const birthOn = checkedDate(birthOnText, '/birthOn');
    return this.transactions.run(principal, async (tx) => {
      const candidates = await this.repository.idsByNameAndBirth(tx, lastName, birthOn, mostNamesakes);
      const relations = await this.reach.relationsOf(tx, candidates);
      const found = candidates.filter((id) => this.reach.allows(principal, CLIENT_SEARCH, relations.get(id) ?? []));
      const hidden = candidates.filter((id) => !found.includes(id));
      // Only now is anything of a person read: whom the reader may not know of takes no longer than who is not there.
      const records = new Map((await this.repository.findAll(tx, found)).map((client) => [client.id, client]));
      await this.record(tx, principal, NAME_SEARCH, found, hidden);
      return this.views(
        principal,
        found.flatMap((id) => records.get(id) ?? []),
        relations,
      );
    });
  }

  /** One row for hits, misses and hits outside the reader's reach alike; the last stand in the log of whom they concern. */
  private record(tx: Tx, principal: Principal, action: string, found: readonly string[], hidden: readonly string[]): Promise<void> {
    return this.audit.record(tx, principal, {
      action,
      what: 'search',
      objectType: 'client',
      objectIds: found,
      clientIds: [...found, ...hidden],
      purpose: 'UNIT_DUTY',
      result: found.length > 0 ? 'OK' : hidden.length > 0 ? 'DENIED' : 'MISS',
      details: { hits: found.length, ...(hidden.length > 0 ? { outsideReach: hidden.length } : {}) },
    });
  }

  private views(
    principal: Principal,
    found: readonly ClientRecord[],
    relations: ReadonlyMap<string, readonly ClientRelation[]>,
  ): ClientView[] {
    return found.map((client) => toClientView(client, this.reach.visibleContact(principal, relations.get(client.id) ?? [])));
  }
}
