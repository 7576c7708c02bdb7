import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, formatInstant, newId, Problem, type Instant, type Language } from '../../kernel/index.ts';
import { NOT_FOUND, requireFreshSignIn, type CitizenPrincipal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Config } from '../../platform/config/index.ts';
import { BlindIndex } from '../../platform/crypto/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { Quotas } from '../../platform/quota/index.ts';
import { checkedEmail, checkedPhone } from './checked-fields.ts';
import { toProfileView } from './citizen-profile-view.ts';
import type { CitizenProfileView, ConfirmContactRequest, ContactCodeView, RequestContactCodeRequest } from './citizen-profile.dto.ts';
import { hasConfirmedContact, type ContactChannel } from './client-record.ts';
import { contactCodeRequested, contactConfirmed } from './clients.events.ts';
import { CONTACT_CODE_ENDED, CONTACT_CODE_TOO_SOON, CONTACT_CODE_WRONG, TOO_MANY_CONTACT_CODES } from './clients.problems.ts';
import { ClientsRepository, type ProfileChange } from './clients.repository.ts';
import { ContactCodesRepository } from './contact-codes.repository.ts';
import type { EmailAddress } from './email-address.ts';
import type { PhoneNumber } from './phone-number.ts';

const validFor = { minutes: 10 };
const pause = { seconds: 60 };
const mostAttempts = 5;

/** What the sender of a code needs; the code reveals nothing of the service. */
export interface ContactCodeMessage {
  readonly channel: ContactChannel;
  /** E.164 number or address. */
  readonly recipient: string;
  readonly code: string;
  readonly language: Language;
}

/** A number or an address is the client's own once a code sent there has come back. */
@Injectable()
export class ContactConfirmation {
  constructor(
    private readonly transactions: Transactions,
    private readonly clients: ClientsRepository,
    private readonly codes: ContactCodesRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly quotas: Quotas,
    private readonly fingerprints: BlindIndex,
  ) {}

  /** @throws Problem FRESH_SIGN_IN_REQUIRED, CONTACT_CODE_TOO_SOON, TOO_MANY_CONTACT_CODES, VALIDATION_FAILED */
  request(citizen: CitizenPrincipal, request: RequestContactCodeRequest): Promise<ContactCodeView> {
    const { channel } = request;
    const value = channel === 'SMS' ? checkedPhone(request.value, '/value') : checkedEmail(request.value, '/value');
    return this.transactions.run(citizen, async (tx) => {
      // Two requests at once must not send two codes.
      await this.clients.lock(tx, citizen.clientId);
      const now = this.clock.now();
      await this.requireFresh(tx, citizen, channel, value, now);
      const earlier = await this.codes.open(tx, citizen.clientId, channel);
      const wait = earlier === null ? 0 : Math.ceil(earlier.createdAt.plus(pause).diff(now).as('seconds'));
      if (wait > 0) throw new Problem(CONTACT_CODE_TOO_SOON, { retryAfterSeconds: wait });
      await this.refuseTooMany(tx, citizen, channel, value);
      const id = newId();
      const expiresAt = now.plus(validFor);
      await this.codes.replace(tx, citizen.organisationId, {
        id,
        clientId: citizen.clientId,
        channel,
        value,
        code: sixDigits(),
        createdAt: now,
        expiresAt,
      });
      await this.outbox.add(tx, contactCodeRequested(citizen.organisationId, citizen.clientId, id));
      await this.record(tx, citizen, 'ContactCodeRequest', 'notify', channel);
      return { channel, value, expiresAt: formatInstant(expiresAt) };
    });
  }

  /** Confirms the number or address and makes it the profile's. @throws Problem FRESH_SIGN_IN_REQUIRED, CONTACT_CODE_WRONG, CONTACT_CODE_ENDED */
  async confirm(citizen: CitizenPrincipal, request: ConfirmContactRequest): Promise<CitizenProfileView> {
    const outcome = await this.transactions.run(citizen, (tx) => this.tryCode(tx, citizen, request));
    // Thrown after the commit, so that the attempt stays counted.
    if (outcome instanceof Problem) throw outcome;
    return outcome;
  }

  /** For the sender, at the moment of sending. null: the code has expired, was used or was replaced. */
  async messageOf(tx: Tx, contactCodeId: string): Promise<ContactCodeMessage | null> {
    const contactCode = await this.codes.find(tx, contactCodeId);
    if (contactCode === null || contactCode.expiresAt <= this.clock.now()) return null;
    const client = await this.clients.find(tx, contactCode.clientId);
    if (client === null) return null;
    return { channel: contactCode.channel, recipient: contactCode.value, code: contactCode.code, language: client.messageLanguage };
  }

  /** A code that comes back makes its number or address the profile's: for another one than stands there, that is a change like any. */
  private async requireFresh(tx: Tx, citizen: CitizenPrincipal, channel: ContactChannel, value: string, now: Instant): Promise<void> {
    const client = await this.clients.find(tx, citizen.clientId);
    if (client === null) throw new Problem(NOT_FOUND);
    const known = channel === 'SMS' ? client.phone : client.email;
    if (value !== known && hasConfirmedContact(client)) requireFreshSignIn(citizen, now);
  }

  /** Codes cost the organisation money and strangers their peace: so many a day from one person, and to one number or address. */
  private async refuseTooMany(tx: Tx, citizen: CitizenPrincipal, channel: ContactChannel, value: string): Promise<void> {
    const limit = this.config.contactCodesPerDay;
    const target = this.fingerprints.fingerprint('contact-code-target', citizen.organisationId, `${channel}|${value}`);
    const retryAfterSeconds = Math.max(
      await this.quotas.use(tx, { name: 'contact-codes-from', limit, per: 'DAY' }, citizen.clientId),
      await this.quotas.use(tx, { name: 'contact-codes-to', limit, per: 'DAY' }, target),
    );
    if (retryAfterSeconds > 0) throw new Problem(TOO_MANY_CONTACT_CODES, { retryAfterSeconds });
  }

  private async tryCode(
    tx: Tx,
    citizen: CitizenPrincipal,
    { channel, code }: ConfirmContactRequest,
  ): Promise<CitizenProfileView | Problem> {
    await this.clients.lock(tx, citizen.clientId);
    const now = this.clock.now();
    const open = await this.codes.open(tx, citizen.clientId, channel);
    if (open === null || open.expiresAt <= now || open.attempts >= mostAttempts) return new Problem(CONTACT_CODE_ENDED);
    await this.requireFresh(tx, citizen, channel, open.value, now);
    if (!(await this.codes.matches(tx, citizen.organisationId, open.id, code))) {
      await this.codes.countAttempt(tx, open.id);
      await this.record(tx, citizen, 'ContactConfirm', 'denied', channel);
      return new Problem(CONTACT_CODE_WRONG, { params: { attemptsLeft: mostAttempts - open.attempts - 1 } });
    }
    await this.codes.remove(tx, open.id);
    const change: ProfileChange =
      channel === 'SMS'
        ? { phone: open.value as PhoneNumber, phoneConfirmedAt: now }
        : { email: open.value as EmailAddress, emailConfirmedAt: now };
    const client = await this.clients.find(tx, citizen.clientId);
    if (client === null) return new Problem(NOT_FOUND);
    await this.clients.change(tx, citizen.organisationId, citizen.clientId, client.version, change, now);
    await this.outbox.add(tx, contactConfirmed(citizen.organisationId, citizen.clientId, channel));
    await this.record(tx, citizen, 'ContactConfirm', 'update', channel);
    const changed = await this.clients.find(tx, citizen.clientId);
    return changed === null ? new Problem(NOT_FOUND) : toProfileView(changed);
  }

  private record(
    tx: Tx,
    citizen: CitizenPrincipal,
    action: string,
    what: 'notify' | 'update' | 'denied',
    channel: ContactChannel,
  ): Promise<void> {
    const ids = [citizen.clientId];
    return this.audit.record(tx, citizen, {
      action,
      what,
      objectType: 'client',
      objectIds: ids,
      clientIds: ids,
      purpose: 'OWN_MATTER',
      details: { channel },
    });
  }
}

function sixDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
