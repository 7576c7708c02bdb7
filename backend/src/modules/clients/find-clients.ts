import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { checkedDate, checkedIdentityCode } from './checked-fields.ts';
import { ClientReach } from './client-reach.ts';
import type { ClientRecord } from './client-record.ts';
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

  /** @throws Problem CLIENT_SEARCH_UNCLEAR, VALIDATION_FAILED, RATE_LIMITED */
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
      return this.answer(tx, principal, EXACT_SEARCH, client === null ? [] : [client], () => true);
    });
  }

  private byName(principal: Principal, lastName: string, birthOnText: string): Promise<ClientView[]> {
    const birthOn = checkedDate(birthOnText, '/birthOn');
    return this.transactions.run(principal, async (tx) => {
      const namesakes = await this.repository.findByNameAndBirth(tx, lastName, birthOn, mostNamesakes);
      return this.answer(tx, principal, NAME_SEARCH, namesakes, (relations) => this.reach.allows(principal, CLIENT_SEARCH, relations));
    });
  }

  private async answer(
    tx: Tx,
    principal: Principal,
    action: string,
    candidates: readonly ClientRecord[],
    mayBeFound: (relations: Parameters<ClientReach['allows']>[2]) => boolean,
  ): Promise<ClientView[]> {
    const relations = await this.reach.relationsOf(tx, candidates.map((client) => client.id));
    const found = candidates.filter((client) => mayBeFound(relations.get(client.id) ?? []));
    const ids = found.map((client) => client.id);
    await this.audit.record(tx, principal, {
      action, what: 'search', objectType: 'client', objectIds: ids, clientIds: ids, purpose: 'UNIT_DUTY',
      result: ids.length === 0 ? 'MISS' : 'OK', details: { hits: ids.length },
    });
    return found.map((client) => toClientView(client, this.reach.visibleContact(principal, relations.get(client.id) ?? [])));
  }
}
