import { Injectable } from '@nestjs/common';
import { birthDateOf, Clock, newId, type Language, type LocalDate, type PersonalIdentityCode } from '../../kernel/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { ClientName } from './client-record.ts';
import { ClientsRepository } from './clients.repository.ts';
import { nonDisclosureSet } from './non-disclosure-audit.ts';

/** Whom an identity provider has identified. A foreigner may come without an official code; people are never joined by name and birth date. */
export type SignedInIdentity =
  | { readonly kind: 'PERSONAL_IDENTITY_CODE'; readonly code: PersonalIdentityCode }
  | { readonly kind: 'EIDAS'; readonly code: string; readonly birthOn: LocalDate | null };

export interface SignInClaims {
  readonly organisationId: string;
  readonly identity: SignedInIdentity;
  readonly firstNames: string;
  readonly lastName: string;
  /** Whether the provider tells of one; that it tells of none, or nothing (null), removes no mark. */
  readonly nonDisclosure: boolean | null;
  /** The language in which the person signed in: a new client's first choice. */
  readonly language: Language;
}

/** The register's row of who has just signed in, made when there is none. */
@Injectable()
export class FindOrCreateClientBySignIn {
  constructor(
    private readonly repository: ClientsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, claims: SignInClaims): Promise<ClientName> {
    const { organisationId, identity, firstNames, lastName, language } = claims;
    const now = this.clock.now();
    const id = newId();
    const client = {
      id,
      organisationId,
      identityKind: identity.kind,
      identityCode: identity.code,
      firstNames,
      lastName,
      birthOn: identity.kind === 'EIDAS' ? identity.birthOn : birthDateOf(identity.code),
      serviceLanguage: language,
      messageLanguage: language,
      phone: null,
      email: null,
      nonDisclosure: claims.nonDisclosure ?? false,
      interpreterLanguage: null,
    };
    if (await this.repository.insert(tx, client, now)) {
      if (client.nonDisclosure) await this.recordMark(tx, organisationId, id);
      return { id, firstNames, lastName };
    }
    const known = await this.repository.findByIdentity(tx, organisationId, identity.kind, identity.code);
    if (known === null) throw new Error('A client that the constraint found is not there.');
    if (claims.nonDisclosure === true && !(await this.isMarked(tx, known.id))) await this.recordMark(tx, organisationId, known.id);
    await this.repository.updateFromRegister(tx, known.id, { firstNames, lastName, nonDisclosure: claims.nonDisclosure === true }, now);
    return { id: known.id, firstNames, lastName };
  }

  /** Waits for another sign-in of the same person, so that one change is recorded once. */
  private async isMarked(tx: Tx, clientId: string): Promise<boolean> {
    await this.repository.lock(tx, clientId);
    return (await this.repository.find(tx, clientId))?.nonDisclosure === true;
  }

  private recordMark(tx: Tx, organisationId: string, clientId: string): Promise<void> {
    return this.audit.record(tx, { kind: 'SYSTEM', organisationId, name: 'sign-in' }, nonDisclosureSet(clientId, 'SYSTEM'));
  }
}
