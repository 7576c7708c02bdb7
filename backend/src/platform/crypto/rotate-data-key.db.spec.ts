import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, newId, parseInstant } from '../../kernel/index.ts';
import { testDatabase, testKeyring } from '../testing/index.ts';
import { EncryptedTables } from './encrypted-tables.ts';
import { keyIdOf } from './envelope.ts';
import { ExchangeLock } from './exchange-lock.ts';
import { FieldCipher } from './field-cipher.ts';
import type { Keyring } from './keyring.ts';
import { RotateDataKey } from './rotate-data-key.ts';

const db = await testDatabase();
const began = parseInstant('2026-11-24T08:00:00Z');
const clock = new ManualClock(began);
/** A process that has been up since before the rotation. */
let product: Keyring;
let cipher: FieldCipher;

beforeEach(async () => {
  await db.reset();
  clock.set(began);
  product = await testKeyring(db.transactions, clock);
  cipher = new FieldCipher(product);
});

interface Client {
  readonly id: string;
  readonly phone: string;
}

const columns = ['phone_encrypted', 'email_encrypted'] as const;
const place = (column: string, rowId: string) => ({ table: 'client', column, rowId });

/** Clients with a phone each, every third with an e-mail address too. */
async function someClients(count: number, organisationId = db.organisationId): Promise<Client[]> {
  const clients = Array.from({ length: count }, (_none, index) => ({ id: newId(), phone: `+35850000${String(index).padStart(4, '0')}` }));
  for (const [index, { id, phone }] of clients.entries()) {
    const email = index % 3 === 0 ? `${index}@example.fi` : null;
    await db.admin.query(
      `INSERT INTO client (id, organisation_id, identity_kind, first_names, last_name, birth_on, phone_encrypted, phone_index, email_encrypted, email_index, created_at, updated_at)
       VALUES ($1, $2, 'TEMPORARY', 'Koe', 'Koe', '1980-01-01', $3, $4, $5, $6, $7, $7)`,
      [
        id,
        organisationId,
        cipher.encrypt(phone, place('phone_encrypted', id)),
        `index ${id}`,
        email === null ? null : cipher.encrypt(email, place('email_encrypted', id)),
        email,
        began.toJSDate(),
      ],
    );
  }
  return clients;
}

/** Another process, started now, that rotates; after the wait, unless it is told not to. */
async function rotate({ say = () => undefined, waits = true }: { say?: (line: string) => void; waits?: boolean } = {}): Promise<void> {
  const keyring = await testKeyring(db.transactions, clock);
  if (waits) {
    await keyring.beginRotation();
    clock.advance({ minutes: 3 });
  }
  await new RotateDataKey(
    clock,
    db.transactions,
    keyring,
    new FieldCipher(keyring),
    new EncryptedTables(db.transactions),
    new ExchangeLock(db.dataSource),
  ).execute({
    say,
    rowsAtOnce: 7,
  });
}

async function stored(): Promise<{ id: string; phone_encrypted: string; email_encrypted: string | null }[]> {
  return db.admin.query(`SELECT id, ${columns.join(', ')} FROM client ORDER BY id`);
}

async function keysInUse(): Promise<string[]> {
  const rows: { id: string }[] = await db.admin.query(`SELECT id FROM encryption_key WHERE id LIKE 'data-%' AND retired_at IS NULL`);
  return rows.map(({ id }) => id);
}

async function phonesRead(): Promise<string[]> {
  return (await stored()).map((row) => cipher.decrypt(row.phone_encrypted, place('phone_encrypted', row.id)));
}

describe('the rotation of the data key', () => {
  it('writes every field of every organisation anew, and nothing else', async () => {
    const clients = [...(await someClients(20)), ...(await someClients(5, db.otherOrganisationId))];
    const before: unknown = await db.admin.query('SELECT id, version, updated_at, phone_index FROM client ORDER BY id');
    const [old] = await keysInUse();
    await rotate();
    const [key, ...more] = await keysInUse();
    expect([key === old, more]).toEqual([false, []]);
    const used = (await stored())
      .flatMap((row) => columns.map((column) => row[column]))
      .filter((text) => text !== null)
      .map(keyIdOf);
    expect([used.length, new Set(used)]).toEqual([34, new Set([key])]);
    await product.refresh();
    expect((await phonesRead()).sort()).toEqual(clients.map(({ phone }) => phone).sort());
    expect(await db.admin.query('SELECT id, version, updated_at, phone_index FROM client ORDER BY id')).toEqual(before);
  });

  it('lets nobody write with a key before everybody has had time to read it', async () => {
    const rotating = await testKeyring(db.transactions, clock);
    const old = rotating.currentOf('data').id;
    clock.advance({ hours: 1 });
    const key = await rotating.beginRotation();
    clock.advance({ seconds: 119 });
    expect(rotating.currentOf('data').id).toBe(old);
    await product.refresh();
    clock.advance({ seconds: 1 });
    expect([rotating.currentOf('data').id, product.currentOf('data').id]).toEqual([key.id, key.id]);
  });

  it('goes on with the same key after it was killed in the middle', async () => {
    await someClients(20);
    const killed = rotate({
      say: (line) => {
        if (line.startsWith('client')) throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    const begun = await keysInUse();
    await product.refresh();
    expect([begun.length, (await phonesRead()).length]).toEqual([2, 20]);
    await rotate({ waits: false });
    const [key] = await keysInUse();
    expect([begun.includes(key ?? ''), new Set((await stored()).map((row) => keyIdOf(row.phone_encrypted)))]).toEqual([
      true,
      new Set([key]),
    ]);
  });

  it('waits for nobody, and overwrites nothing that is being changed', async () => {
    const [first] = await someClients(3);
    const id = first?.id ?? '';
    const other = db.admin.createQueryRunner();
    await other.startTransaction();
    await other.query('UPDATE client SET phone_encrypted = $2 WHERE id = $1', [
      id,
      cipher.encrypt('+358509999999', place('phone_encrypted', id)),
    ]);
    const rounds: string[] = [];
    const done = rotate({
      say: (line) => {
        if (!line.startsWith('client')) return;
        rounds.push(line);
        if (rounds.length === 1) void other.commitTransaction();
      },
    });
    await done;
    await other.release();
    expect(rounds).toEqual(['client: 2 rows written anew', 'client: 1 rows written anew']);
    await product.refresh();
    expect((await phonesRead()).filter((phone) => phone === '+358509999999')).toHaveLength(1);
  });

  it('stops at a field that it cannot read, and names its place and nothing of it', async () => {
    const [one, two] = await someClients(2);
    await db.admin.query('UPDATE client SET phone_encrypted = (SELECT phone_encrypted FROM client WHERE id = $2) WHERE id = $1', [
      one?.id,
      two?.id,
    ]);
    await expect(rotate()).rejects.toThrow(`phone_encrypted of the row ${one?.id} of client cannot be read`);
    expect(await keysInUse()).toHaveLength(2);
  });
});
