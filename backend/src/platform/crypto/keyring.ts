import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.ts';
import { toDate, Transactions, type Tx } from '../database/index.ts';
import { open, seal } from './envelope.ts';
import { KeyMaterial } from './key-material.ts';

/** What a key of the ring is for; the first part of its id. */
export type KeyPurpose = 'data' | 'audit';

interface KeyRow {
  readonly id: string;
  readonly wrapped_key: string;
  readonly retired_at: Date | null;
}

const kekId = 'kek';
const advisoryLock = 727_002;
const keyBytes = 32;

const contextOf = (id: string): string => `encryption_key|wrapped_key|${id}`;
const purposeOf = (id: string): string => id.split('-')[0] ?? '';

/** The keys of `encryption_key`, unwrapped and in memory, so that encrypting a field is not a round trip. */
@Injectable()
export class Keyring {
  private readonly keys = new Map<string, Buffer>();
  private readonly current = new Map<KeyPurpose, string>();

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly material: KeyMaterial,
  ) {}

  /**
   * Loads every key, retired ones too, and makes the first key of each purpose when there is none.
   * @throws CiphertextRefused when the key-encryption key is not the one that wrapped them: starting with a wrong file would
   *   otherwise write data that nobody can read
   */
  async load(): Promise<void> {
    await this.transactions.system(async (tx) => {
      // Two processes that start at once would each make a first key, and half of the rows would name the one that lost.
      await tx.query('SELECT pg_advisory_xact_lock($1)', [advisoryLock]);
      await this.read(tx);
      for (const purpose of ['data', 'audit'] as const) if (!this.current.has(purpose)) await this.add(tx, purpose);
    });
  }

  /** Adds a data key that is used from now on; rows of the old one stay readable. Other processes learn of it when they start. */
  async rotate(): Promise<string> {
    return this.transactions.system(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [advisoryLock]);
      await tx.query(`UPDATE encryption_key SET retired_at = $1 WHERE retired_at IS NULL AND id LIKE 'data-%'`, [toDate(this.clock.now())]);
      return this.add(tx, 'data');
    });
  }

  /** The key to write with. @throws Error before `load` */
  currentOf(purpose: KeyPurpose): { readonly id: string; readonly key: Buffer } {
    const id = this.current.get(purpose);
    const key = id === undefined ? undefined : this.keys.get(id);
    if (id === undefined || key === undefined) throw new Error('The encryption keys have not been loaded yet.');
    return { id, key };
  }

  /** A key to read with, retired or not. */
  find(id: string, purpose: KeyPurpose): Buffer | undefined {
    return purposeOf(id) === purpose ? this.keys.get(id) : undefined;
  }

  private async read(tx: Tx): Promise<void> {
    const rows: KeyRow[] = await tx.query('SELECT id, wrapped_key, retired_at FROM encryption_key ORDER BY created_at, id');
    for (const row of rows) {
      this.keys.set(row.id, open((kid) => (kid === kekId ? this.material.keyEncryptionKey : undefined), row.wrapped_key, contextOf(row.id)));
      if (row.retired_at === null) this.current.set(purposeOf(row.id) as KeyPurpose, row.id);
    }
  }

  private async add(tx: Tx, purpose: KeyPurpose): Promise<string> {
    const id = `${purpose}-${randomBytes(6).toString('hex')}`;
    const key = randomBytes(keyBytes);
    await tx.query('INSERT INTO encryption_key (id, wrapped_key, created_at) VALUES ($1, $2, $3)', [
      id,
      seal(this.material.keyEncryptionKey, kekId, key, contextOf(id)),
      toDate(this.clock.now()),
    ]);
    this.keys.set(id, key);
    this.current.set(purpose, id);
    return id;
  }
}
