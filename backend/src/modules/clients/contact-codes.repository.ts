import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.ts';
import { BlindIndex, FieldCipher } from '../../platform/crypto/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { ContactChannel } from './client-record.ts';
import type { ContactCodeEntity } from './contact-code.entity.ts';

/** An open code and where it was sent, decrypted. */
export interface ContactCode {
  readonly id: string;
  readonly clientId: string;
  readonly channel: ContactChannel;
  /** E.164 number or address, by channel. */
  readonly value: string;
  readonly code: string;
  readonly attempts: number;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

const columns = `id, client_id AS "clientId", channel, value_encrypted AS "valueEncrypted", code_encrypted AS "codeEncrypted", attempts,
  created_at AS "createdAt", expires_at AS "expiresAt"`;

@Injectable()
export class ContactCodesRepository {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
  ) {}

  /** Takes the place of the channel's earlier code, which from now on opens nothing. */
  async replace(tx: Tx, organisationId: string, contactCode: Omit<ContactCode, 'attempts'>): Promise<void> {
    const { id, clientId, channel, code } = contactCode;
    await tx.query('DELETE FROM contact_code WHERE client_id = $1 AND channel = $2', [clientId, channel]);
    await tx.query(
      `INSERT INTO contact_code (id, organisation_id, client_id, channel, value_encrypted, code_encrypted, code_hash, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        organisationId,
        clientId,
        channel,
        this.cipher.encrypt(contactCode.value, { table: 'contact_code', column: 'value_encrypted', rowId: id }),
        this.cipher.encrypt(code, { table: 'contact_code', column: 'code_encrypted', rowId: id }),
        this.blindIndex.fingerprint(...hashed(organisationId, id, code)),
        toDate(contactCode.createdAt),
        toDate(contactCode.expiresAt),
      ],
    );
  }

  /** The open code of a channel. */
  async open(tx: Tx, clientId: string, channel: ContactChannel): Promise<ContactCode | null> {
    return this.toCode(await tx.query(`SELECT ${columns} FROM contact_code WHERE client_id = $1 AND channel = $2`, [clientId, channel]));
  }

  async find(tx: Tx, id: string): Promise<ContactCode | null> {
    return this.toCode(await tx.query(`SELECT ${columns} FROM contact_code WHERE id = $1`, [id]));
  }

  async matches(tx: Tx, organisationId: string, id: string, code: string): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM contact_code WHERE id = $1 AND code_hash = ANY ($2::text[])', [
      id,
      this.blindIndex.fingerprints(...hashed(organisationId, id, code)),
    ]);
    return rows.length === 1;
  }

  async countAttempt(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE contact_code SET attempts = attempts + 1 WHERE id = $1', [id]);
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM contact_code WHERE id = $1', [id]);
  }

  async removeExpired(tx: Tx, now: Instant): Promise<void> {
    await tx.query('DELETE FROM contact_code WHERE expires_at <= $1', [toDate(now)]);
  }

  private toCode([row]: readonly ContactCodeEntity[]): ContactCode | null {
    if (row === undefined) return null;
    return {
      id: row.id,
      clientId: row.clientId,
      channel: row.channel as ContactChannel,
      value: this.cipher.decrypt(row.valueEncrypted, { table: 'contact_code', column: 'value_encrypted', rowId: row.id }),
      code: this.cipher.decrypt(row.codeEncrypted, { table: 'contact_code', column: 'code_encrypted', rowId: row.id }),
      attempts: row.attempts,
      createdAt: toInstant(row.createdAt),
      expiresAt: toInstant(row.expiresAt),
    };
  }
}

function hashed(organisationId: string, id: string, code: string): [purpose: string, organisationId: string, text: string] {
  return ['contact-code', organisationId, `${id}|${code}`];
}
