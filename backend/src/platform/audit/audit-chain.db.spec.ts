import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, newId, parseInstant, seededRandom } from '../../kernel/index.ts';
import { testDatabase, testKeyring, theSystem } from '../testing/index.ts';
import { Audit } from './audit.ts';
import { AuditSealRepository } from './audit-seal.repository.ts';
import { SealAuditLog } from './seal-audit-log.ts';
import { SealHash } from './seal-hash.ts';
import { VerifyChain } from './verify-chain.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-24T08:00:00Z'));
const scope = { organisationId: db.organisationId };
let seal: SealAuditLog;
let verify: VerifyChain;

beforeEach(async () => {
  await db.reset();
  const repository = new AuditSealRepository();
  const hash = new SealHash(await testKeyring(db.transactions, clock));
  seal = new SealAuditLog(db.transactions, repository, hash, clock);
  verify = new VerifyChain(db.transactions, repository, hash);
});

async function write(rows: number, organisationId = db.organisationId): Promise<void> {
  const system = theSystem(organisationId);
  for (let row = 0; row < rows; row += 1) {
    await db.transactions.run(system, (tx) =>
      new Audit(clock).record(tx, system, {
        action: 'ReservationView',
        what: 'view',
        objectType: 'reservation',
        objectIds: [newId()],
        clientIds: [newId()],
        purpose: 'UNIT_DUTY',
        reason: 'duty',
        details: { row },
      }),
    );
  }
}

async function aSealedLog(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await write(5);
    await seal.execute();
  }
}

describe('the chain of seals', () => {
  it('vouches for everything written so far', async () => {
    await aSealedLog();
    await write(2);
    expect(await verify.execute(scope)).toMatchObject({ intact: true, seals: 3, sealedRows: 15, unsealedRows: 2, faults: [] });
  });

  it('is each organisation’s own', async () => {
    await write(2);
    await write(3, db.otherOrganisationId);
    expect(await seal.execute()).toBe(2);
    expect(await verify.execute({ organisationId: db.otherOrganisationId })).toMatchObject({ intact: true, seals: 1, sealedRows: 3 });
  });

  it('adds nothing when nothing was written', async () => {
    await aSealedLog();
    expect(await seal.execute()).toBe(0);
  });

  it('waits for a transaction that is still running, and then misses none of its rows', async () => {
    await write(1);
    let goOn = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let written = (): void => undefined;
    const hasWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const slow = db.transactions.run(scope, async (tx) => {
      await new Audit(clock).record(tx, theSystem(), {
        action: 'Slow',
        what: 'view',
        objectType: 'reservation',
        objectIds: [],
        clientIds: [],
        purpose: 'SYSTEM',
      });
      written();
      await waiting;
    });
    await hasWritten;
    await write(1);
    await seal.execute();
    expect(await verify.execute(scope)).toMatchObject({ intact: true, sealedRows: 1, unsealedRows: 1 });
    goOn();
    await slow;
    await seal.execute();
    expect(await verify.execute(scope)).toMatchObject({ intact: true, sealedRows: 3, unsealedRows: 0 });
  });

  it('is not forked by two workers that seal at once', async () => {
    await write(5);
    await Promise.all([seal.execute(), seal.execute(), seal.execute()]);
    expect(await verify.execute(scope)).toMatchObject({ intact: true, seals: 1, sealedRows: 5 });
  });

  it('shows a row deleted or added among sealed ones', async () => {
    await aSealedLog();
    await db.admin.query('DELETE FROM audit_event WHERE id = (SELECT id FROM audit_event ORDER BY id LIMIT 1)');
    expect((await verify.execute(scope)).faults).toMatchObject([{ fault: 'COUNT' }]);
    await db.admin.query(
      `INSERT INTO audit_event (id, organisation_id, at, xid, actor_kind, actor_name, action, what, object_type, purpose)
      SELECT $1, organisation_id, at, xid, 'SYSTEM', 'x', 'x', 'view', 'x', 'SYSTEM' FROM audit_event ORDER BY id DESC LIMIT 1`,
      [newId()],
    );
    expect((await verify.execute(scope)).faults).toMatchObject([{ fault: 'COUNT' }, { fault: 'COUNT' }]);
  });

  it('shows a seal that was removed, and one that was changed', async () => {
    await aSealedLog();
    await db.admin.query(
      'UPDATE audit_seal SET sealed_at = sealed_at - interval $$1 day$$ WHERE id = (SELECT max(id::text)::uuid FROM audit_seal)',
    );
    expect((await verify.execute(scope)).faults).toMatchObject([{ fault: 'CONTENT' }]);
    await db.admin.query('DELETE FROM audit_seal WHERE id = (SELECT min(id::text)::uuid FROM audit_seal)');
    expect((await verify.execute(scope)).faults).toMatchObject([{ fault: 'GAP' }, { fault: 'CONTENT' }]);
  });

  it('shows every change of any column of any row', async () => {
    await aSealedLog();
    const columns: { name: string; type: string }[] = await db.admin.query(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_name = 'audit_event' AND column_name NOT IN ('organisation_id', 'xid')`,
    );
    const random = seededRandom('tampering');
    const ids: { id: string }[] = await db.admin.query('SELECT id FROM audit_event');
    for (const { name, type } of columns) {
      const { id } = random.pick(ids);
      await db.admin.query('CREATE TABLE kept AS SELECT * FROM audit_event WHERE id = $1', [id]);
      await db.admin.query(`UPDATE audit_event SET ${name} = ${otherValue(name, type)} WHERE id = $1`, [id]);
      const { intact } = await verify.execute(scope);
      await db.admin.query('DELETE FROM audit_event WHERE xid = (SELECT xid FROM kept)');
      await db.admin.query('INSERT INTO audit_event SELECT * FROM kept');
      await db.admin.query('DROP TABLE kept');
      expect({ name, intact }).toEqual({ name, intact: false });
    }
    expect(await verify.execute(scope)).toMatchObject({ intact: true });
  });
});

function otherValue(column: string, type: string): string {
  if (column === 'actor_kind') return `'INTEGRATION'`;
  if (column === 'what') return `'print'`;
  if (type === 'uuid') return `'${newId()}'`;
  if (type === 'ARRAY') return column === 'actor_roles' ? `ARRAY['X']` : `ARRAY['${newId()}']::uuid[]`;
  if (type === 'jsonb') return `'{"row": -1}'`;
  if (type === 'timestamp with time zone') return `at + interval '1 microsecond'`;
  return `'changed'`;
}
