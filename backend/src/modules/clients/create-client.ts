import { Injectable } from '@nestjs/common';
import { birthDateOf, Clock, HELSINKI, localDateOf, newId, Problem, type Language, type LocalDate } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { IdempotentTransactions } from '../../platform/http/index.ts';
import { checkedBirthDate, checkedDate, checkedEmail, checkedIdentityCode, checkedPhone } from './checked-fields.ts';
import { toClientView } from './client-view.ts';
import type { ClientView } from './client.dto.ts';
import { CLIENT_CREATE } from './clients.actions.ts';
import { ADDRESS_PROTECTED, CLIENT_EXISTS } from './clients.problems.ts';
import { ClientsRepository, type NewClient } from './clients.repository.ts';
import { EXACT_SEARCH } from './find-clients.ts';
import { IdentityCodeQuota } from './identity-code-quota.ts';
import { nonDisclosureSet } from './non-disclosure-audit.ts';
import type { PostalAddress } from './postal-address.ts';
import { wrongField } from './wrong-field.ts';

/** A client as it is told by a person: unchecked. */
export interface ClientInput {
  /** Given by seeds, whose people keep their ids. */
  readonly id?: string;
  /** Left out when the person has no official code yet; then `birthOn` is needed. */
  readonly identityCode?: string;
  readonly firstNames: string;
  readonly lastName: string;
  readonly birthOn?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: PostalAddress;
  readonly serviceLanguage?: Language;
  readonly messageLanguage?: Language;
  /** ISO 639; an interpreter is needed exactly when it is there. */
  readonly interpreterLanguage?: string;
  readonly nonDisclosure?: boolean;
}

/** A client whom another register has known before. */
export interface RegisteredClient extends ClientInput {
  /** That register had confirmed the number and the address as the client’s own; it had not, unless said. */
  readonly contactsConfirmed?: boolean;
}

/** Adds a person to the client register on an employee's word. Number and address are unconfirmed until the client confirms them. */
@Injectable()
export class CreateClient {
  constructor(
    private readonly idempotent: IdempotentTransactions,
    private readonly transactions: Transactions,
    private readonly repository: ClientsRepository,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly quota: IdentityCodeQuota,
  ) {}

  /** @throws Problem CLIENT_EXISTS, ADDRESS_PROTECTED, VALIDATION_FAILED, RATE_LIMITED, TOO_MANY_IDENTITY_CODES_TODAY */
  async execute(principal: Principal, key: string, input: ClientInput): Promise<ClientView> {
    this.access.requireAction(principal, CLIENT_CREATE);
    const request = { key, operation: 'createClient', body: input };
    const added = newClientOf(principal.organisationId, input, this.today());
    // A client without a code tells nothing of anybody, nor does an answer that was given before.
    if (added.identityKind === 'PERSONAL_IDENTITY_CODE' && !(await this.idempotent.isAnswered(principal, request)))
      await this.quota.use(principal, 'ClientCreate');
    return this.idempotent.run(principal, request, async (tx) => {
      const id = await this.create(tx, principal, added);
      const client = await this.repository.find(tx, id);
      if (client === null) throw new Error('The new client is not there.');
      // Who has just typed the details in may read them back.
      return toClientView(client, { phone: true, email: true, address: true });
    });
  }

  /** For the demo seed and imports. @returns the client's id */
  run(principal: Principal, input: RegisteredClient): Promise<string> {
    const client = newClientOf(principal.organisationId, input, this.today());
    return this.transactions.run(principal, (tx) =>
      this.create(tx, principal, { ...client, contactsConfirmed: input.contactsConfirmed === true }),
    );
  }

  private today(): LocalDate {
    return localDateOf(this.clock.now(), HELSINKI);
  }

  private async create(tx: Tx, principal: Principal, client: NewClient): Promise<string> {
    this.access.requireAction(principal, CLIENT_CREATE);
    if (!(await this.repository.insert(tx, client, this.clock.now()))) throw await this.known(tx, principal, client);
    await this.audit.record(tx, principal, {
      action: 'ClientCreate',
      what: 'create',
      objectType: 'client',
      objectIds: [client.id],
      clientIds: [client.id],
      purpose: principal.kind === 'SYSTEM' ? 'SYSTEM' : 'UNIT_DUTY',
    });
    if (client.nonDisclosure)
      await this.audit.record(tx, principal, nonDisclosureSet(client.id, principal.kind === 'SYSTEM' ? 'SYSTEM' : 'UNIT_DUTY'));
    return client.id;
  }

  /** CLIENT_EXISTS, to be thrown. It tells that the person is a client, as a search by the code would, and is logged like one. */
  private async known(tx: Tx, principal: Principal, { organisationId, identityKind, identityCode }: NewClient): Promise<Problem> {
    const existing = identityCode === null ? null : await this.repository.findByIdentity(tx, organisationId, identityKind, identityCode);
    const ids = existing === null ? [] : [existing.id];
    this.audit.recordRefused(tx, principal, {
      action: EXACT_SEARCH,
      what: 'search',
      objectType: 'client',
      objectIds: ids,
      clientIds: ids,
      purpose: principal.kind === 'SYSTEM' ? 'SYSTEM' : 'UNIT_DUTY',
      details: { hits: ids.length, by: 'ClientCreate' },
    });
    return new Problem(CLIENT_EXISTS);
  }
}

function newClientOf(organisationId: string, input: ClientInput, today: LocalDate): NewClient {
  const identityCode = input.identityCode === undefined ? null : checkedIdentityCode(input.identityCode);
  if (identityCode === null && input.birthOn === undefined) throw wrongField('/birthOn', 'REQUIRED');
  // Nobody could be shown it, and what is not kept cannot leak (VTJ-laki 661/2009 36 §).
  if (input.nonDisclosure === true && input.address !== undefined) throw new Problem(ADDRESS_PROTECTED);
  return {
    id: input.id ?? newId(),
    organisationId,
    identityKind: identityCode === null ? 'TEMPORARY' : 'PERSONAL_IDENTITY_CODE',
    identityCode,
    firstNames: input.firstNames.trim(),
    lastName: input.lastName.trim(),
    birthOn:
      identityCode === null
        ? checkedBirthDate(checkedDate(input.birthOn ?? '', '/birthOn'), '/birthOn', today)
        : checkedBirthDate(birthDateOf(identityCode), '/identityCode', today),
    serviceLanguage: input.serviceLanguage ?? 'fi',
    messageLanguage: input.messageLanguage ?? input.serviceLanguage ?? 'fi',
    phone: input.phone === undefined ? null : checkedPhone(input.phone),
    email: input.email === undefined ? null : checkedEmail(input.email),
    address: input.address ?? null,
    nonDisclosure: input.nonDisclosure ?? false,
    interpreterLanguage: input.interpreterLanguage ?? null,
  };
}
