import { Injectable } from '@nestjs/common';
import { isLanguage, type Instant, type Language, type LocalDate } from '../../kernel/index.ts';
import { BlindIndex, FieldCipher } from '../../platform/crypto/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { ClientName, ClientRecord, ContactChannel, IdentityKind } from './client-record.ts';
import type { ClientEntity } from './client.entity.ts';
import type { EmailAddress } from './email-address.ts';
import { indexedIdentity } from './indexed-clients.ts';
import type { PhoneNumber } from './phone-number.ts';
import { addressFrom, addressText, type PostalAddress } from './postal-address.ts';

type SecretColumn = 'identity_code_encrypted' | 'phone_encrypted' | 'email_encrypted' | 'address_encrypted';

/** A new row of the register; what is left out has the column's default. */
export interface NewClient {
  readonly id: string;
  readonly organisationId: string;
  readonly identityKind: IdentityKind;
  readonly identityCode: string | null;
  readonly firstNames: string;
  readonly lastName: string;
  readonly birthOn: LocalDate | null;
  readonly serviceLanguage: Language;
  readonly messageLanguage: Language;
  readonly phone: PhoneNumber | null;
  readonly email: EmailAddress | null;
  readonly address?: PostalAddress | null;
  readonly nonDisclosure: boolean;
  readonly interpreterLanguage: string | null;
  /** Whether number and address are known to be the client's own; not, unless said. */
  readonly contactsConfirmed?: boolean;
}

/** What the client may change; undefined stays as it is. A number or an address that changes is no longer confirmed. */
export interface ProfileChange {
  readonly phone?: PhoneNumber | null;
  readonly phoneConfirmedAt?: Instant | null;
  readonly email?: EmailAddress | null;
  readonly emailConfirmedAt?: Instant | null;
  readonly serviceLanguage?: Language;
  readonly messageLanguage?: Language;
  readonly reminderChannels?: readonly ContactChannel[];
  readonly interpreterNeeded?: boolean;
  readonly interpreterLanguage?: string | null;
}

const columns = `id, identity_kind AS "identityKind", identity_code_encrypted AS "identityCodeEncrypted", first_names AS "firstNames", last_name AS "lastName",
  birth_on AS "birthOn", service_language AS "serviceLanguage", message_language AS "messageLanguage",
  phone_encrypted AS "phoneEncrypted", phone_confirmed_at AS "phoneConfirmedAt", email_encrypted AS "emailEncrypted", email_confirmed_at AS "emailConfirmedAt", address_encrypted AS "addressEncrypted",
  reminder_channels AS "reminderChannels", non_disclosure AS "nonDisclosure", non_disclosure_until AS "nonDisclosureUntil",
  interpreter_needed AS "interpreterNeeded", interpreter_language AS "interpreterLanguage", quiet_contact AS "quietContact",
  deceased_on AS "deceasedOn", version`;

/** All SQL on the client register; encrypts on the way in and decrypts on the way out. */
@Injectable()
export class ClientsRepository {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
  ) {}

  /**
   * Inserts unless a person with this identity is there.
   * @returns false when there is one: two sign-ins of the same person may come in the same moment, and only the constraint sees both
   */
  async insert(tx: Tx, client: NewClient, now: Instant): Promise<boolean> {
    const { id, organisationId } = client;
    const known = await this.claimIdentity(tx, client);
    const inserted: unknown[] = await tx.query(
      `INSERT INTO client (id, organisation_id, identity_kind, identity_code_encrypted, identity_index, first_names, last_name, birth_on,
                           service_language, message_language, phone_encrypted, phone_index, email_encrypted, email_index,
                           non_disclosure, interpreter_needed, interpreter_language, created_at, updated_at, phone_confirmed_at, email_confirmed_at, address_encrypted)
       SELECT $1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8::date, $9, $10, $11, $12, $13, $14, $15::boolean, $16::boolean, $17, $18::timestamptz, $18::timestamptz,
              $19::timestamptz, $20::timestamptz, $21
        WHERE NOT EXISTS (SELECT FROM client WHERE organisation_id = $2::uuid AND identity_index = ANY ($22::text[]))
           ON CONFLICT ON CONSTRAINT client_identity DO NOTHING RETURNING id`,
      [
        id,
        organisationId,
        client.identityKind,
        this.encrypt(id, 'identity_code_encrypted', client.identityCode),
        this.identityIndex(organisationId, client.identityKind, client.identityCode),
        client.firstNames,
        client.lastName,
        client.birthOn,
        client.serviceLanguage,
        client.messageLanguage,
        this.encrypt(id, 'phone_encrypted', client.phone),
        this.phoneIndex(organisationId, client.phone),
        this.encrypt(id, 'email_encrypted', client.email),
        this.emailIndex(organisationId, client.email),
        client.nonDisclosure,
        client.interpreterLanguage !== null,
        client.interpreterLanguage,
        toDate(now),
        confirmedAt(client, client.phone, now),
        confirmedAt(client, client.email, now),
        this.encrypt(id, 'address_encrypted', client.address ? addressText(client.address) : null),
        known,
      ],
    );
    return inserted.length === 1;
  }

  async find(tx: Tx, id: string): Promise<ClientRecord | null> {
    const rows: ClientEntity[] = await tx.query(`SELECT ${columns} FROM client WHERE id = $1`, [id]);
    return this.toRecords(rows)[0] ?? null;
  }

  async findByIdentity(tx: Tx, organisationId: string, kind: IdentityKind, code: string): Promise<ClientRecord | null> {
    await this.blindIndex.hold(tx);
    const indexes = this.blindIndex.allOf('identity-code', organisationId, indexedIdentity(kind, code));
    const rows: ClientEntity[] = await tx.query(
      `SELECT ${columns} FROM client WHERE organisation_id = $1 AND identity_index = ANY ($2::text[])`,
      [organisationId, indexes],
    );
    return this.toRecords(rows)[0] ?? null;
  }

  /** Several at once, in no order. Nothing is decrypted of anybody else. */
  async findAll(tx: Tx, ids: readonly string[]): Promise<readonly ClientRecord[]> {
    const rows: ClientEntity[] = await tx.query(`SELECT ${columns} FROM client WHERE id = ANY ($1::uuid[])`, [ids]);
    return this.toRecords(rows);
  }

  /** Ids by whole last name, without regard to case or accents, and birth date; in the order of names, at most so many. */
  async idsByNameAndBirth(tx: Tx, lastName: string, birthOn: LocalDate, limit: number): Promise<readonly string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM client
        WHERE immutable_unaccent(lower(last_name)) = immutable_unaccent(lower($1)) AND birth_on = $2
        ORDER BY last_name COLLATE "fi-x-icu", first_names COLLATE "fi-x-icu", id LIMIT $3`,
      [lastName.trim(), birthOn, limit],
    );
    return rows.map((row) => row.id);
  }

  async names(tx: Tx, ids: readonly string[]): Promise<readonly ClientName[]> {
    return tx.query(`SELECT id, first_names AS "firstNames", last_name AS "lastName" FROM client WHERE id = ANY ($1::uuid[])`, [ids]);
  }

  /** Whether this session has found or made the client by its exact identity code since then: the usage log knows. */
  async wasFoundExactly(tx: Tx, employeeId: string, sessionId: string, clientId: string, since: Instant): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM audit_event
        WHERE actor_id = $1 AND at >= $2 AND session_id = $3 AND action IN ('ClientSearchByIdentityCode', 'ClientCreate')
          AND client_ids @> ARRAY[$4::uuid] LIMIT 1`,
      [employeeId, toDate(since), sessionId, clientId],
    );
    return rows.length === 1;
  }

  async deceasedOn(tx: Tx, id: string): Promise<LocalDate | null> {
    const [row]: { deceased_on: LocalDate | null }[] = await tx.query('SELECT deceased_on FROM client WHERE id = $1', [id]);
    return row?.deceased_on ?? null;
  }

  /** Waits for whoever changes this client or its reservations; blocks no reader. @returns false when there is no such client */
  async lock(tx: Tx, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM client WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return rows.length === 1;
  }

  /**
   * What the register of persons says now; the version moves only when something did. A non-disclosure is set and never removed here:
   * an employee may know of it before the register does, and removing takes two people. Where it is new, number and address were confirmed
   * for another use; nothing is sent to them, not even what is planned already, until the client confirms them again.
   */
  async updateFromRegister(
    tx: Tx,
    id: string,
    told: { firstNames: string; lastName: string; nonDisclosure: boolean },
    now: Instant,
  ): Promise<void> {
    await tx.query(
      `UPDATE client
          SET first_names = $2, last_name = $3, non_disclosure = non_disclosure OR $4,
              phone_confirmed_at = CASE WHEN $4 AND NOT non_disclosure THEN NULL ELSE phone_confirmed_at END,
              email_confirmed_at = CASE WHEN $4 AND NOT non_disclosure THEN NULL ELSE email_confirmed_at END,
              version = version + 1, updated_at = $5
        WHERE id = $1 AND (first_names, last_name, non_disclosure) IS DISTINCT FROM ($2, $3, non_disclosure OR $4)`,
      [id, told.firstNames, told.lastName, told.nonDisclosure, toDate(now)],
    );
  }

  /** @returns false when the version is no longer the current one */
  async change(tx: Tx, organisationId: string, id: string, version: number, change: ProfileChange, now: Instant): Promise<boolean> {
    const values: [string, unknown][] = [['updated_at', toDate(now)]];
    if (change.phone !== undefined || change.email !== undefined) await this.blindIndex.hold(tx);
    const set = (column: string, value: unknown): unknown => value !== undefined && values.push([column, value]);
    if (change.phone !== undefined) {
      set('phone_encrypted', this.encrypt(id, 'phone_encrypted', change.phone));
      set('phone_index', this.phoneIndex(organisationId, change.phone));
    }
    if (change.email !== undefined) {
      set('email_encrypted', this.encrypt(id, 'email_encrypted', change.email));
      set('email_index', this.emailIndex(organisationId, change.email));
    }
    set('phone_confirmed_at', dateOrNull(change.phoneConfirmedAt));
    set('email_confirmed_at', dateOrNull(change.emailConfirmedAt));
    set('service_language', change.serviceLanguage);
    set('message_language', change.messageLanguage);
    set('reminder_channels', change.reminderChannels);
    set('interpreter_needed', change.interpreterNeeded);
    set('interpreter_language', change.interpreterLanguage);
    const assignments = values.map(([column], index) => `${column} = $${index + 3}`).join(', ');
    const changed: [unknown[], number] = await tx.query(
      `UPDATE client SET version = version + 1, ${assignments} WHERE id = $1 AND version = $2 RETURNING id`,
      [id, version, ...values.map(([, value]) => value)],
    );
    return changed[1] === 1;
  }

  private toRecords(rows: readonly ClientEntity[]): ClientRecord[] {
    return rows.map((row) => this.toRecord(row));
  }

  private toRecord(row: ClientEntity): ClientRecord {
    const address = this.decrypt(row.id, 'address_encrypted', row.addressEncrypted);
    return {
      id: row.id,
      identityKind: row.identityKind as IdentityKind,
      identityCode: this.decrypt(row.id, 'identity_code_encrypted', row.identityCodeEncrypted),
      firstNames: row.firstNames,
      lastName: row.lastName,
      birthOn: row.birthOn as LocalDate | null,
      serviceLanguage: languageOf(row.serviceLanguage),
      messageLanguage: languageOf(row.messageLanguage),
      phone: this.decrypt(row.id, 'phone_encrypted', row.phoneEncrypted) as PhoneNumber | null,
      phoneConfirmedAt: row.phoneConfirmedAt === null ? null : toInstant(row.phoneConfirmedAt),
      email: this.decrypt(row.id, 'email_encrypted', row.emailEncrypted) as EmailAddress | null,
      emailConfirmedAt: row.emailConfirmedAt === null ? null : toInstant(row.emailConfirmedAt),
      address: address === null ? null : addressFrom(address),
      reminderChannels: row.reminderChannels as ContactChannel[],
      nonDisclosure: row.nonDisclosure,
      nonDisclosureUntil: row.nonDisclosureUntil as LocalDate | null,
      interpreterNeeded: row.interpreterNeeded,
      interpreterLanguage: row.interpreterLanguage,
      quietContact: row.quietContact as ClientRecord['quietContact'],
      deceasedOn: row.deceasedOn as LocalDate | null,
      version: row.version,
    };
  }

  private encrypt(rowId: string, column: SecretColumn, plain: string | null): string | null {
    return plain === null ? null : this.cipher.encrypt(plain, { table: 'client', column, rowId });
  }

  private decrypt(rowId: string, column: SecretColumn, cipher: string | null): string | null {
    return cipher === null ? null : this.cipher.decrypt(cipher, { table: 'client', column, rowId });
  }

  /** Nobody else inserts this person until the transaction ends. @returns the indexes under which the person may be there already */
  private async claimIdentity(tx: Tx, { organisationId, identityKind, identityCode }: NewClient): Promise<readonly string[]> {
    if (identityCode === null) {
      await this.blindIndex.hold(tx);
      return [];
    }
    const indexed = indexedIdentity(identityKind, identityCode);
    await this.blindIndex.claim(tx, 'identity-code', organisationId, indexed);
    return this.blindIndex.allOf('identity-code', organisationId, indexed);
  }

  private identityIndex(organisationId: string, kind: IdentityKind, code: string | null): string | null {
    return code === null ? null : this.blindIndex.of('identity-code', organisationId, indexedIdentity(kind, code));
  }

  private phoneIndex(organisationId: string, phone: PhoneNumber | null): string | null {
    return phone === null ? null : this.blindIndex.of('phone', organisationId, phone);
  }

  private emailIndex(organisationId: string, email: EmailAddress | null): string | null {
    return email === null ? null : this.blindIndex.of('email', organisationId, email);
  }
}

function languageOf(text: string): Language {
  return isLanguage(text) ? text : 'fi';
}

function confirmedAt(client: NewClient, contact: string | null, now: Instant): Date | null {
  return client.contactsConfirmed === true && contact !== null ? toDate(now) : null;
}

function dateOrNull(instant: Instant | null | undefined): Date | null | undefined {
  return instant === null || instant === undefined ? instant : toDate(instant);
}
