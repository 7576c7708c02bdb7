import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { NOT_FOUND, requireFreshSignIn, type CitizenPrincipal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { VERSION_CONFLICT } from '../../platform/http/index.ts';
import { checkedEmail, checkedPhone } from './checked-fields.ts';
import { toProfileView } from './citizen-profile-view.ts';
import type { ChangeCitizenProfileRequest, CitizenProfileView } from './citizen-profile.dto.ts';
import { hasConfirmedContact, type ClientRecord } from './client-record.ts';
import { ClientsRepository, type ProfileChange } from './clients.repository.ts';

/** The signed-in person's own details; a representative sees and changes nobody else's here. */
@Injectable()
export class OwnProfile {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: ClientsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  read(citizen: CitizenPrincipal): Promise<CitizenProfileView> {
    return this.transactions.run(citizen, async (tx) => {
      const client = await this.find(tx, citizen);
      await this.record(tx, citizen, 'ProfileRead', 'view');
      return toProfileView(client);
    });
  }

  /** @throws Problem FRESH_SIGN_IN_REQUIRED, VERSION_CONFLICT, VALIDATION_FAILED */
  change(citizen: CitizenPrincipal, version: number, request: ChangeCitizenProfileRequest): Promise<CitizenProfileView> {
    return this.transactions.run(citizen, async (tx) => {
      const client = await this.find(tx, citizen);
      const change = profileChange(client, request);
      if (changesContact(change) && hasConfirmedContact(client)) requireFreshSignIn(citizen, this.clock.now());
      const isCurrent = await this.repository.change(tx, citizen.organisationId, citizen.clientId, version, change, this.clock.now());
      if (!isCurrent) throw new Problem(VERSION_CONFLICT);
      await this.record(tx, citizen, 'ProfileChange', 'update');
      return toProfileView(await this.find(tx, citizen));
    });
  }

  private async find(tx: Tx, citizen: CitizenPrincipal): Promise<ClientRecord> {
    const client = await this.repository.find(tx, citizen.clientId);
    if (client === null) throw new Problem(NOT_FOUND);
    return client;
  }

  private record(tx: Tx, citizen: CitizenPrincipal, action: string, what: 'view' | 'update'): Promise<void> {
    const ids = [citizen.clientId];
    return this.audit.record(tx, citizen, { action, what, objectType: 'client', objectIds: ids, clientIds: ids, purpose: 'OWN_MATTER' });
  }
}

function changesContact({ phone, email }: ProfileChange): boolean {
  return phone !== undefined || email !== undefined;
}

/** Only what differs; a number or an address that changes has to be confirmed anew. */
export function profileChange(client: ClientRecord, request: ChangeCitizenProfileRequest): ProfileChange {
  const { phone: phoneText, email: emailText, interpreterNeeded, ...plain } = request;
  const phone = phoneText === undefined || phoneText === null ? phoneText : checkedPhone(phoneText);
  const email = emailText === undefined || emailText === null ? emailText : checkedEmail(emailText);
  return {
    ...plain,
    ...(phone === undefined || phone === client.phone ? {} : { phone, phoneConfirmedAt: null }),
    ...(email === undefined || email === client.email ? {} : { email, emailConfirmedAt: null }),
    ...(interpreterNeeded === undefined ? {} : { interpreterNeeded }),
    ...(interpreterNeeded === false ? { interpreterLanguage: null } : {}),
  };
}
