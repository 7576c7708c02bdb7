import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, newId, parseInstant } from '../../kernel/index.ts';
import { BlindIndex, ExchangeLock, FieldCipher, Keyring, RotateIndexKey } from '../../platform/crypto/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { changingKeys, raceWith, testDatabase, type ChangingKeys } from '../../platform/testing/index.ts';
import { ClientsRepository, type NewClient } from './clients.repository.ts';
import type { EmailAddress } from './email-address.ts';
import { indexedClients } from './indexed-clients.ts';
import type { PhoneNumber } from './phone-number.ts';

const db = await testDatabase();
const began = parseInstant('2026-11-24T08:00:00Z');
const clock = new ManualClock(began);
let files: ChangingKeys;
/** Processes of the product: one whose keys are as before the exchange until it is told, and one that reads them whenever asked. */
let stale: Process;
let product: Process;

class Process {
  static async start(transactions = db.transactions): Promise<Process> {
    const keyring = new Keyring(transactions, clock, files);
    await keyring.load();
    return new Process(transactions, keyring);
  }

  readonly index: BlindIndex;
  readonly cipher: FieldCipher;
  readonly clients: ClientsRepository;
  constructor(
    readonly transactions: Transactions,
    readonly keyring: Keyring,
  ) {
    this.index = new BlindIndex(keyring);
    this.cipher = new FieldCipher(keyring);
    this.clients = new ClientsRepository(this.cipher, this.index);
  }

  signsIn(code: string, transactions = this.transactions): Promise<boolean> {
    return transactions.run(db, (tx) => this.clients.insert(tx, person(code), clock.now()));
  }

  async finds(code: string): Promise<boolean> {
    return (
      (await this.transactions.run(db, (tx) => this.clients.findByIdentity(tx, db.organisationId, 'PERSONAL_IDENTITY_CODE', code))) !== null
    );
  }

  exchange(say: (line: string) => void = () => undefined): Promise<void> {
    const lock = new ExchangeLock(db.dataSource);
    const indexed = { tables: [indexedClients] };
    return new RotateIndexKey(clock, db.transactions, this.keyring, this.cipher, this.index, indexed, lock).execute({ say, rowsAtOnce: 7 });
  }
}

function person(code: string, given: Partial<NewClient> = {}): NewClient {
  const nobody = { phone: null, email: null, nonDisclosure: false, interpreterLanguage: null };
  const name = { firstNames: 'Aino', lastName: 'Esimerkki', birthOn: null, serviceLanguage: 'fi', messageLanguage: 'fi' } as const;
  const identity = { identityKind: 'PERSONAL_IDENTITY_CODE', identityCode: code } as const;
  return { id: newId(), organisationId: db.organisationId, ...identity, ...name, ...nobody, ...given };
}

const contacts = { phone: '+358500000001' as PhoneNumber, email: 'aino@example.fi' as EmailAddress };
const codeOf = (number: number): string => `code-${number}`;
const codes = Array.from({ length: 20 }, (_none, index) => codeOf(index));

/** Where the exchange would wait for the others to read the new key. */
async function begun(): Promise<Process> {
  const command = await Process.start();
  await command.keyring.beginIndexExchange();
  clock.advance({ minutes: 3 });
  return command;
}

async function keysOf(column: string): Promise<string[]> {
  const rows: { key: string }[] = await db.admin.query(
    `SELECT DISTINCT split_part(${column}, '.', 1) AS key FROM client WHERE ${column} IS NOT NULL ORDER BY 1`,
  );
  return rows.map(({ key }) => key);
}

async function rowsOf(code: string): Promise<number> {
  const rows: { id: string; cipher: string }[] = await db.admin.query('SELECT id, identity_code_encrypted AS cipher FROM client');
  const column = 'identity_code_encrypted';
  return rows.filter(({ id, cipher }) => stale.cipher.decrypt(cipher, { table: 'client', column, rowId: id }) === code).length;
}

beforeEach(async () => {
  await db.reset();
  clock.set(began);
  files = changingKeys();
  [stale, product] = [await Process.start(), await Process.start()];
  clock.advance({ hours: 1 });
  for (const code of codes) await product.transactions.run(db, (tx) => product.clients.insert(tx, person(code, contacts), began));
  files.putNext('index-key');
});

describe('the exchange of the index key', () => {
  it('makes every blind index anew, of every organisation, and changes nothing else', async () => {
    const organisationId = db.otherOrganisationId;
    await db.transactions.run({ organisationId }, (tx) =>
      product.clients.insert(tx, person('other', { organisationId, identityKind: 'EIDAS' }), began),
    );
    const others = `SELECT to_jsonb(client) - ARRAY['identity_index', 'phone_index', 'email_index'] AS row FROM client ORDER BY id`;
    const before: unknown = await db.admin.query(others);
    await (await begun()).exchange();
    const next = files.read().indexKey.next?.id;
    for (const { index } of indexedClients.columns) expect(await keysOf(index)).toEqual([next]);
    expect(await db.admin.query(others)).toEqual(before);
    expect(
      await db.transactions.run({ organisationId }, (tx) => product.clients.findByIdentity(tx, organisationId, 'EIDAS', 'other')),
    ).not.toBe(null);
    files.rename('index-key');
    files.remove('index-key.previous');
    expect(await (await Process.start()).finds(codeOf(0))).toBe(true);
  });

  it('lets everybody be found at each of its steps, by processes of before and of now', async () => {
    const everybody = async (step: string): Promise<void> => {
      for (const process of [stale, product, await Process.start()]) {
        const found = await Promise.all([codeOf(0), codeOf(11), codeOf(19)].map((code) => process.finds(code)));
        expect([step, ...found]).toEqual([step, true, true, true]);
      }
    };
    await everybody('before');
    const command = await begun();
    await everybody('begun');
    await expect(
      command.exchange(() => {
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    await everybody('killed');
    await (await Process.start()).exchange();
    await everybody('done');
    files.rename('index-key');
    await everybody('renamed');
  });

  it('goes on after it was killed between two batches', async () => {
    const command = await begun();
    await db.admin.query(`CREATE FUNCTION plug() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'killed'; END $$`);
    const [last]: { id: string }[] = await db.admin.query('SELECT id FROM client ORDER BY id DESC LIMIT 1');
    await db.admin.query(`CREATE TRIGGER plug BEFORE UPDATE ON client FOR EACH ROW WHEN (NEW.id = '${last?.id}') EXECUTE FUNCTION plug()`);
    await expect(command.exchange()).rejects.toThrow('killed');
    await db.admin.query('DROP FUNCTION plug CASCADE');
    expect(await keysOf('identity_index')).toHaveLength(2);
    expect(await Promise.all(codes.map((code) => stale.finds(code)))).toEqual(codes.map(() => true));
    await (await Process.start()).exchange();
    expect(await keysOf('identity_index')).toEqual([files.read().indexKey.next?.id]);
  });

  it('makes one client of a person who signs in for the first time in the middle, whatever rivals know of the keys', async () => {
    const command = await begun();
    const rivals = async (code: string): Promise<void> => {
      const results = await raceWith(db, 6, async (transactions, rival) => {
        const process = rival % 2 === 0 ? new Process(transactions, stale.keyring) : await Process.start(transactions);
        return process.signsIn(code);
      });
      const made = results.map((result) => (result.status === 'fulfilled' ? result.value : (result.reason as Error)));
      expect(made.sort()).toEqual([false, false, false, false, false, true]);
      expect(await rowsOf(code)).toBe(1);
    };
    const racing = Promise.all([command.exchange(), rivals('new-1'), rivals('new-2')]);
    expect(await stale.signsIn(codeOf(3))).toBe(false);
    await racing;
    await rivals('new-3');
    expect([await stale.signsIn('new-1'), await stale.signsIn(codeOf(3))]).toEqual([false, false]);
  });

  it('makes one client when one process still writes with the old key and another with the new', async () => {
    const [early, late] = [await Process.start(), await begun()];
    const earlier = new ManualClock(began.plus({ hours: 1 }));
    const slow = new Keyring(db.transactions, earlier, files);
    await slow.load();
    expect([slow.indexKey().id === early.keyring.indexKey().id, slow.indexKey().id === late.keyring.indexKey().id]).toEqual([true, false]);
    const old = new Process(db.transactions, slow);
    const results = await Promise.all([old.signsIn('new'), late.signsIn('new'), old.signsIn('new'), late.signsIn('new')]);
    expect([results.filter((isNew) => isNew).length, await rowsOf('new')]).toEqual([1, 1]);
  });

  it('leaves rows in use for the next round, and ends when none is left', async () => {
    const other = db.admin.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT 1 FROM client ORDER BY id LIMIT 1 FOR KEY SHARE');
    const rounds: string[] = [];
    const done = (await begun()).exchange((line) => {
      if (!line.startsWith('client')) return;
      rounds.push(line);
      if (rounds.length === 1) void other.commitTransaction();
    });
    await done;
    await other.release();
    expect(rounds).toEqual(['client: 19 rows indexed anew', 'client: 1 rows indexed anew']);
  });

  it('finds and indexes anew what was written before keys had names', async () => {
    await db.admin.query(`UPDATE client SET identity_index = split_part(identity_index, '.', 2)`);
    expect([await product.finds(codeOf(5)), await product.signsIn(codeOf(5))]).toEqual([true, false]);
    await (await begun()).exchange();
    expect(await keysOf('identity_index')).toEqual([files.read().indexKey.next?.id]);
  });

  it('takes fingerprints of before as long as the old key is there', async () => {
    const [before] = product.index.fingerprints('test', '', 'text');
    await (await begun()).exchange();
    files.rename('index-key');
    const after = await Process.start();
    expect([
      after.index.fingerprint('test', '', 'text') === before,
      after.index.fingerprints('test', '', 'text').includes(before ?? ''),
    ]).toEqual([false, true]);
    files.remove('index-key.previous');
    expect((await Process.start()).index.fingerprints('test', '', 'text')).toHaveLength(1);
  });

  it('refuses in one sentence what it cannot do', async () => {
    files.remove('index-key.next');
    await expect(product.exchange()).rejects.toThrow('index-key.next is missing');
    files.copy('index-key', 'index-key.next');
    await expect(product.exchange()).rejects.toThrow('index-key.next is the key that is in use already');
    files.putNext('index-key');
    await begun();
    files.putNext('index-key');
    await expect(product.exchange()).rejects.toThrow(/none of index-key|is not index-[0-9a-f]{12}, whose exchange has begun/);
  });

  it('knows every blind index of the schema', async () => {
    const columns: { name: string }[] = await db.admin.query(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '%\\_index' ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual(indexedClients.columns.map(({ index }) => `client.${index}`).sort());
  });
});
