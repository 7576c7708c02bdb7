import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '../../kernel/index.ts';
import { toDate, toInstant, Transactions, type Tx } from '../database/index.ts';
import { open, seal } from './envelope.ts';
import { KeyMaterial } from './key-material.ts';

/** What a key of the ring is for; the first part of its id. */
export type KeyPurpose = 'data' | 'audit';

interface KeyRow {
  readonly id: string;
  readonly wrapped_key: string;
  readonly created_at: Date;
  readonly retired_at: Date | null;
}

/** A key that is written with from an instant on; until then every process has had time to read it. */
export interface KeyInUse {
  readonly id: string;
  readonly settledAt: Instant;
}

const kekId = 'kek';
const advisoryLock = 727_002;
const keyBytes = 32;
/** Every process reads the ring again this often, so that it can open what another one writes under a new key. */
export const refreshSeconds = 30;
/** Four readings: a process that failed at one or two of them still knows a key before anybody writes with it. */
const settlesAfter = { seconds: 4 * refreshSeconds };

const contextOf = (id: string): string => `encryption_key|wrapped_key|${id}`;
const purposeOf = (id: string): string => id.split('-')[0] ?? '';

/** The keys of `encryption_key`, unwrapped and in memory, so that encrypting a field is not a round trip. */
@Injectable()
export class Keyring {
  private readonly keys = new Map<string, Buffer>();
  /** Those not retired, the oldest first. More than one of a purpose while a rotation goes on. */
  private inUse: readonly KeyInUse[] = [];

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
      for (const purpose of ['data', 'audit'] as const) if (this.inUseFor(purpose).length === 0) await this.add(tx, purpose);
    });
  }

  /** Reads keys that another process has added or retired since. */
  async refresh(): Promise<void> {
    await this.transactions.system((tx) => this.read(tx));
  }

  /** Adds a data key, or finds the one of a rotation that did not come to its end. */
  beginRotation(): Promise<KeyInUse> {
    return this.transactions.system(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [advisoryLock]);
      await this.read(tx);
      if (this.inUseFor('data').length < 2) await this.add(tx, 'data');
      return this.inUseFor('data').at(-1) as KeyInUse;
    });
  }

  /** Ends a rotation: nothing is written any more with the data keys before this one. What they encrypted stays readable, also in an old backup. */
  async retireBefore(key: KeyInUse): Promise<void> {
    await this.transactions.system(async (tx) => {
      await tx.query(`UPDATE encryption_key SET retired_at = $1 WHERE retired_at IS NULL AND id LIKE 'data-%' AND id <> $2`, [
        toDate(this.clock.now()),
        key.id,
      ]);
      await this.read(tx);
    });
  }

  /** The key to write with: the newest that has settled. @throws Error before `load` */
  currentOf(purpose: KeyPurpose): { readonly id: string; readonly key: Buffer } {
    const keys = this.inUseFor(purpose);
    const now = this.clock.now();
    const id = (keys.findLast(({ settledAt }) => settledAt <= now) ?? keys[0])?.id;
    const key = id === undefined ? undefined : this.keys.get(id);
    if (id === undefined || key === undefined) throw new Error('The encryption keys have not been loaded yet.');
    return { id, key };
  }

  /** A key to read with, retired or not. */
  find(id: string, purpose: KeyPurpose): Buffer | undefined {
    return purposeOf(id) === purpose ? this.keys.get(id) : undefined;
  }

  private inUseFor(purpose: KeyPurpose): KeyInUse[] {
    return this.inUse.filter(({ id }) => purposeOf(id) === purpose);
  }

  private async read(tx: Tx): Promise<void> {
    const rows: KeyRow[] = await tx.query('SELECT id, wrapped_key, created_at, retired_at FROM encryption_key ORDER BY created_at, id');
    for (const row of rows)
      this.keys.set(
        row.id,
        open((kid) => (kid === kekId ? this.material.keyEncryptionKey : undefined), row.wrapped_key, contextOf(row.id)),
      );
    this.inUse = rows
      .filter((row) => row.retired_at === null)
      .map((row) => ({ id: row.id, settledAt: toInstant(row.created_at).plus(settlesAfter) }));
  }

  private async add(tx: Tx, purpose: KeyPurpose): Promise<void> {
    const id = `${purpose}-${randomBytes(6).toString('hex')}`;
    // Later than any before it, whatever the clock says: by this time it is known which key is the newest.
    await tx.query(
      `INSERT INTO encryption_key (id, wrapped_key, created_at)
       VALUES ($1, $2, GREATEST($3::timestamptz, (SELECT max(created_at) + interval '1 millisecond' FROM encryption_key WHERE id LIKE $4 || '-%')))`,
      [id, seal(this.material.keyEncryptionKey, kekId, randomBytes(keyBytes), contextOf(id)), toDate(this.clock.now()), purpose],
    );
    await this.read(tx);
  }
}
