import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.ts';
import { toDate, Transactions, type Tx } from '../database/index.ts';
import { IndexKeys } from './blind-index.ts';
import { seal } from './envelope.ts';
import { KeyFiles, KeysUnusable, type KeyMaterial, type NamedKey } from './key-material.ts';
import { readKeyRows, type KeyInUse, type KeyPurpose, type KeyRow } from './key-rows.ts';
import { contextOf, unwrapped, wrappingKeyOf } from './wrapped-key.ts';

const advisoryLock = 727_002;
const indexKeysLock = 727_005;
const keyBytes = 32;
/** Every process reads the ring again this often, so that it can open what another one writes under a new key. */
export const refreshSeconds = 30;

/** The keys of `encryption_key`, unwrapped and in memory, so that encrypting a field is not a round trip; and which index keys are in use. */
@Injectable()
export class Keyring extends IndexKeys {
  private readonly keys = new Map<string, Buffer>();
  private rows: readonly KeyRow[] = [];
  private material: KeyMaterial | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly files: KeyFiles,
  ) {
    super();
  }

  /**
   * Loads every key, retired ones too, and makes the first key of each purpose when there is none.
   * @throws KeysUnusable when the files are not those that the database was written with: starting with a wrong one would otherwise
   *   write data that nobody can read, or make a second client of somebody who is one
   * @throws CiphertextRefused when a wrapped key was tampered with
   */
  async load(): Promise<void> {
    await this.transactions.system(async (tx) => {
      // Two processes that start at once would each make a first key, and half of the rows would name the one that lost.
      await tx.query('SELECT pg_advisory_xact_lock($1)', [advisoryLock]);
      const material = await this.read(tx);
      for (const purpose of ['data', 'audit'] as const) if (this.inUse(purpose).length === 0) await this.addWrapped(tx, purpose, material);
      if (this.inUse('index').length === 0) await this.addIndexKey(tx, material.indexKey.current);
      this.indexKeysInUse();
    });
  }

  /** Reads the files again, and the keys that another process has added or retired since. */
  async refresh(): Promise<void> {
    await this.transactions.system((tx) => this.read(tx));
  }

  /** Adds a data key, or finds the one of a rotation that did not come to its end. */
  beginRotation(): Promise<KeyInUse> {
    return this.transactions.system(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [advisoryLock]);
      const material = await this.read(tx);
      if (this.inUse('data').length < 2) await this.addWrapped(tx, 'data', material);
      return this.inUse('data').at(-1) as KeyInUse;
    });
  }

  /** Ends a rotation: nothing is written any more with the data keys before this one. What they encrypted stays readable, also in an old backup. */
  async retireBefore(key: KeyInUse): Promise<void> {
    await this.transactions.system((tx) => this.retireOthers(tx, 'data', key));
  }

  /**
   * Puts `index-key.next` into use beside the key before it, or finds it where an exchange that did not come to its end has left it.
   * @returns undefined while a transaction holds the keys: to be tried again
   * @throws KeysUnusable when there is no such file, or it is not the key of the exchange that has begun
   */
  beginIndexExchange(): Promise<KeyInUse | undefined> {
    return this.transactions.system(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [advisoryLock]);
      const { indexKey } = await this.read(tx);
      const inUse = this.inUse('index');
      const begun = inUse.length > 1 ? inUse.at(-1) : undefined;
      // Files that have been renamed too early do no harm as long as both are there.
      if (begun !== undefined && indexKey.all.some(({ id }) => id === begun.id)) return begun;
      if (begun !== undefined)
        throw new KeysUnusable(`${indexKey.path}.next is not ${begun.id}, whose exchange has begun; put that key back.`);
      if (indexKey.next === null)
        throw new KeysUnusable(`${indexKey.path}.next is missing: put the new key there, on every host, and begin again.`);
      if (inUse.some(({ id }) => id === indexKey.next?.id))
        throw new KeysUnusable(`${indexKey.path}.next is the key that is in use already: the exchange is done, or the file is a copy.`);
      if (this.rows.some(({ id }) => id === indexKey.next?.id))
        throw new KeysUnusable(`${indexKey.path}.next has been in use before; make a new key.`);
      if (!(await this.tryToStopWriters(tx))) return undefined;
      await this.addIndexKey(tx, indexKey.next);
      return this.inUse('index').at(-1);
    });
  }

  /** Retires the index keys before this one, unless somebody is writing or rows are left. @returns whether it did */
  endIndexExchange(key: KeyInUse, countLeft: (tx: Tx) => Promise<number>): Promise<boolean> {
    return this.transactions.system(async (tx) => {
      if (!(await this.tryToStopWriters(tx)) || (await countLeft(tx)) > 0) return false;
      await this.retireOthers(tx, 'index', key);
      return true;
    });
  }

  /** The key to write with: the newest that has settled. @throws Error before `load` */
  currentOf(purpose: KeyPurpose): NamedKey {
    const keys = this.inUse(purpose);
    const now = this.clock.now();
    const id = (keys.findLast(({ settledAt }) => settledAt <= now) ?? keys[0])?.id;
    const key = id === undefined ? undefined : this.keys.get(id);
    if (id === undefined || key === undefined) throw new Error('The encryption keys have not been loaded yet.');
    return { id, key };
  }

  /** A key to read with, retired or not. */
  find(id: string, purpose: KeyPurpose): Buffer | undefined {
    return id.startsWith(`${purpose}-`) ? this.keys.get(id) : undefined;
  }

  override indexKey(): NamedKey {
    return this.currentOf('index');
  }

  override indexKeysInUse(): readonly NamedKey[] {
    return this.inUse('index').map(({ id }) => {
      const key = this.keys.get(id);
      if (key === undefined)
        throw new KeysUnusable(
          `The database is searched by the key ${id}, which is in none of index-key, index-key.next and index-key.previous of the keys directory; put it back.`,
        );
      return { id, key };
    });
  }

  override indexKeysHeld(): readonly NamedKey[] {
    return this.material?.indexKey.all ?? [];
  }

  override async holdIndexKeys(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock_shared($1)', [indexKeysLock]);
    const now: { id: string }[] = await tx.query(
      `SELECT id FROM encryption_key WHERE id LIKE 'index-%' AND retired_at IS NULL ORDER BY created_at, id`,
    );
    const known = this.inUse('index').map(({ id }) => id);
    if (now.map(({ id }) => id).join() !== known.join()) await this.read(tx);
    this.indexKeysInUse();
  }

  private inUse(purpose: KeyPurpose): readonly KeyInUse[] {
    return this.rows.filter(({ id, retired }) => !retired && id.startsWith(`${purpose}-`));
  }

  /** Only tried: whoever waits for it would make all who come later wait for the slowest before it. */
  private async tryToStopWriters(tx: Tx): Promise<boolean> {
    const [row]: { locked: boolean }[] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS locked', [indexKeysLock]);
    return row?.locked === true;
  }

  private async read(tx: Tx): Promise<KeyMaterial> {
    const material = this.files.read();
    const rows = await readKeyRows(tx);
    for (const row of rows) if (!row.id.startsWith('index-')) this.keys.set(row.id, unwrapped(row, material));
    for (const { id, key } of material.indexKey.all) this.keys.set(id, key);
    this.material = material;
    this.rows = rows;
    return material;
  }

  private async addWrapped(tx: Tx, purpose: 'data' | 'audit', material: KeyMaterial): Promise<void> {
    const id = `${purpose}-${randomBytes(6).toString('hex')}`;
    const kek = wrappingKeyOf(this.rows, material);
    await this.add(tx, purpose, id, seal(kek.key, kek.id, randomBytes(keyBytes), contextOf(id)));
  }

  /** The key itself never comes into the database, not even wrapped: its row says since when it is used, sealed by the key as a proof. */
  private async addIndexKey(tx: Tx, { id, key }: NamedKey): Promise<void> {
    await this.add(tx, 'index', id, seal(key, id, Buffer.alloc(0), contextOf(id)));
  }

  private async add(tx: Tx, purpose: KeyPurpose, id: string, wrapped: string): Promise<void> {
    // Later than any before it, whatever the clock says: by this time it is known which key is the newest.
    await tx.query(
      `INSERT INTO encryption_key (id, wrapped_key, created_at)
       VALUES ($1, $2, GREATEST($3::timestamptz, (SELECT max(created_at) + interval '1 millisecond' FROM encryption_key WHERE id LIKE $4 || '-%')))`,
      [id, wrapped, toDate(this.clock.now()), purpose],
    );
    await this.read(tx);
  }

  private async retireOthers(tx: Tx, purpose: KeyPurpose, key: KeyInUse): Promise<void> {
    await tx.query(`UPDATE encryption_key SET retired_at = $1 WHERE retired_at IS NULL AND id LIKE $2 || '-%' AND id <> $3`, [
      toDate(this.clock.now()),
      purpose,
      key.id,
    ]);
    await this.read(tx);
  }
}
