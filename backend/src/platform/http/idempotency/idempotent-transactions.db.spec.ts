import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { defineProblems, ManualClock, newId, parseInstant, Problem } from '../../../kernel/index.ts';
import type { Principal } from '../../access/index.ts';
import { Audit } from '../../audit/index.ts';
import { BlindIndex, FieldCipher } from '../../crypto/index.ts';
import { sqlStateOf, type Transactions, type Tx } from '../../database/index.ts';
import { aCitizen, aGrant, anEmployee, raceWith, testDatabase, oneIndexKey, testKeyring } from '../../testing/index.ts';
import { IdempotencyRepository } from './idempotency.repository.ts';
import { IdempotentTransactions } from './idempotent-transactions.ts';

const { TEST_TIME_TAKEN, TEST_OVERLOAD } = defineProblems('test', {
  TEST_TIME_TAKEN: { status: 409, title: 'Taken', detail: 'Somebody was quicker than {name}.' },
  TEST_OVERLOAD: { status: 503, title: 'Busy', detail: 'Try again.' },
});

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-24T08:00:00Z'));
const audit = new Audit(clock);
const repository = new IdempotencyRepository();
const aino = aCitizen();
const request = { key: 'b7e1b9d4-0000', operation: 'ReservationBook', body: { offeredTimeId: '1', phone: '+358500000001' } };
let cipher: FieldCipher;
let idempotent: IdempotentTransactions;

const over = (transactions: Transactions, indexKeys = oneIndexKey()): IdempotentTransactions =>
  new IdempotentTransactions(transactions, repository, audit, cipher, new BlindIndex(indexKeys), clock);

beforeEach(async () => {
  await db.reset();
  clock.set(parseInstant('2026-11-24T08:00:00Z'));
  cipher = new FieldCipher(await testKeyring(db.transactions, clock));
  idempotent = over(db.transactions);
});

/** Something that leaves a row behind, so that executions can be counted. */
async function book(tx: Tx, principal: Principal = aino): Promise<{ id: string; version: number; note: string }> {
  const id = newId();
  await tx.query(
    `INSERT INTO outbox_message (id, organisation_id, type, subject_id, payload, created_at) VALUES ($1, $2, 'test.booked', $1, '{}', '2026-11-24')`,
    [id, principal.organisationId],
  );
  await audit.record(tx, principal, {
    action: 'ReservationBook',
    what: 'create',
    objectType: 'reservation',
    objectIds: [id],
    clientIds: [aino.clientId],
    purpose: 'OWN_MATTER',
  });
  return { id, version: 1, note: 'ääkköset' };
}

const executions = async (): Promise<number> => ((await db.admin.query('SELECT id FROM outbox_message')) as unknown[]).length;
const problemOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no problem',
    (error: unknown) => (error instanceof Problem ? { code: error.code, detail: error.detail, extensions: error.extensions } : error),
  );

describe('a request with the same key', () => {
  it('is carried out once and gets the same answer', async () => {
    const first = await idempotent.run(aino, request, book);
    const second = await idempotent.run(aino, { ...request, body: { phone: '+358500000001', offeredTimeId: '1' } }, book);
    expect(second).toEqual(first);
    expect(await executions()).toBe(1);
  });

  it('is answered from the store by another process, also after a restart', async () => {
    const first = await idempotent.run(aino, request, book);
    const restarted = new IdempotentTransactions(
      db.transactions,
      new IdempotencyRepository(),
      new Audit(clock),
      new FieldCipher(await testKeyring(db.transactions, clock)),
      new BlindIndex(oneIndexKey()),
      clock,
    );
    expect(await restarted.run(aino, request, book)).toEqual(first);
  });

  it('gives the first answer also when the index key has been exchanged meanwhile, as long as the one before is there', async () => {
    const next = { id: 'index-next', key: randomBytes(32) };
    const first = await idempotent.run(aino, request, book);
    const exchanged = over(db.transactions, oneIndexKey(next, oneIndexKey().indexKey()));
    expect(await exchanged.run(aino, request, book)).toEqual(first);
    const forgotten = over(db.transactions, oneIndexKey(next));
    expect(await problemOf(forgotten.run(aino, request, book))).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await executions()).toBe(1);
  });

  it('with another body or for another operation is refused', async () => {
    await idempotent.run(aino, request, book);
    for (const other of [
      { ...request, body: { offeredTimeId: '2' } },
      { ...request, operation: 'ReservationMove' },
    ]) {
      expect(await problemOf(idempotent.run(aino, other, book))).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    }
    expect(await executions()).toBe(1);
  });

  it('of another person, of the same person for somebody else, or in another organisation is another request', async () => {
    const guardian = { ...aino, onBehalfOfClientId: newId() };
    for (const principal of [aino, aCitizen(), guardian, aCitizen({ organisationId: db.otherOrganisationId, clientId: aino.clientId })]) {
      await idempotent.run(principal, request, (tx) => book(tx, principal));
    }
    expect(await executions()).toBe(4);
  });

  it('of one session only is another request in the next session', async () => {
    for (const sessionId of ['c0ffee', 'beef', 'beef']) {
      const principal = { ...aino, sessionId };
      await idempotent.run(principal, { ...request, perSession: true }, (tx) => book(tx, principal));
    }
    expect(await executions()).toBe(2);
  });

  it('under other rights is neither carried out nor answered: what was to be seen then may be hidden now', async () => {
    const unitId = newId();
    const liisa = anEmployee({
      grants: [aGrant({ role: 'EMPLOYEE', unitId }), aGrant({ role: 'SUPERVISOR', unitId, serviceIds: [newId(), newId()] })],
    });
    const first = await idempotent.run(liisa, request, (tx) => book(tx, liisa));
    const sameRights = liisa.grants.map((grant) => ({ ...grant, serviceIds: grant.serviceIds?.toReversed() ?? null })).toReversed();
    expect(await idempotent.run({ ...liisa, sessionId: 'beef', grants: sameRights }, request, (tx) => book(tx, liisa))).toEqual(first);
    for (const grants of [liisa.grants.slice(0, 1), liisa.grants.map((grant) => ({ ...grant, serviceIds: [newId()] })), []]) {
      expect(await problemOf(idempotent.run({ ...liisa, grants }, request, (tx) => book(tx, liisa)))).toMatchObject({
        code: 'RIGHTS_CHANGED',
      });
    }
    expect(await executions()).toBe(1);
  });

  it('writes the usage log each time it shows the answer', async () => {
    await idempotent.run(aino, request, book);
    await idempotent.run(aino, request, book);
    expect(await db.admin.query('SELECT what, object_ids, client_ids, details FROM audit_event ORDER BY id')).toMatchObject([
      { what: 'create', client_ids: [aino.clientId], details: {} },
      { what: 'view', client_ids: [aino.clientId], details: { givenAgain: true } },
    ]);
  });

  it('is carried out again after 48 hours, whether or not the old row has been deleted', async () => {
    await idempotent.run(aino, request, book);
    clock.advance({ hours: 47, minutes: 59 });
    await idempotent.run(aino, request, book);
    expect(await executions()).toBe(1);
    clock.advance({ minutes: 1 });
    const anew = await idempotent.run(aino, { ...request, body: {} }, book);
    expect(await executions()).toBe(2);
    expect(await idempotent.run(aino, { ...request, body: {} }, book)).toEqual(anew);
    clock.advance({ hours: 48 });
    expect(await db.transactions.system((tx) => repository.deleteExpired(tx, clock.now(), 10))).toBe(1);
  });
});

describe('a refusal', () => {
  const refuse = async (tx: Tx): Promise<never> => {
    await book(tx);
    throw new Problem(TEST_TIME_TAKEN, { params: { name: 'Aino' }, extensions: { alternatives: [1, 2, 3] } });
  };

  it('undoes what was done, and is given again although it would succeed now', async () => {
    const first = await problemOf(idempotent.run(aino, request, refuse));
    expect(first).toEqual({ code: 'TEST_TIME_TAKEN', detail: 'Somebody was quicker than Aino.', extensions: { alternatives: [1, 2, 3] } });
    expect(await problemOf(idempotent.run(aino, request, book))).toEqual(first);
    expect(await executions()).toBe(0);
    expect(await db.admin.query('SELECT id FROM audit_event')).toEqual([]);
  });

  it('decided by a constraint is stored like any other', async () => {
    const claim = (tx: Tx): Promise<never> =>
      tx
        .query(`INSERT INTO encryption_key (id, wrapped_key, created_at) SELECT id, wrapped_key, created_at FROM encryption_key LIMIT 1`)
        .catch((error: unknown) => {
          if (sqlStateOf(error) === '23505') throw new Problem(TEST_TIME_TAKEN, { params: { name: 'Aino' } });
          throw error;
        }) as Promise<never>;
    expect(await problemOf(idempotent.run(aino, request, claim))).toMatchObject({ code: 'TEST_TIME_TAKEN' });
    expect(await problemOf(idempotent.run(aino, request, book))).toMatchObject({ code: 'TEST_TIME_TAKEN' });
  });
});

describe('a failure that is no refusal', () => {
  it.each([
    ['overload', new Problem(TEST_OVERLOAD)],
    ['an error of our own', new Error('bug')],
  ])('(%s) leaves nothing, so that the same key can be tried again', async (_name, failure) => {
    await expect(
      idempotent.run(aino, request, async (tx) => {
        await book(tx);
        throw failure;
      }),
    ).rejects.toBe(failure);
    expect(await executions()).toBe(0);
    await idempotent.run(aino, request, book);
    expect(await executions()).toBe(1);
  });

  it('like a killed connection leaves nothing either', async () => {
    const killed = idempotent.run(aino, request, async (tx) => {
      await book(tx);
      const [session]: { pid: number }[] = await tx.query('SELECT pg_backend_pid() AS pid');
      await db.admin.query('SELECT pg_terminate_backend($1)', [session?.pid]);
      return book(tx);
    });
    await expect(killed).rejects.toThrow();
    expect(await executions()).toBe(0);
    await idempotent.run(aino, request, book);
    expect(await executions()).toBe(1);
  });
});

describe('requests with the same key at the same moment', () => {
  it('are carried out exactly once; the others are told so, or to come back', async () => {
    for (let round = 0; round < 10; round += 1) {
      const key = newId();
      const before = await executions();
      const results = await raceWith(db, 8, (transactions) => over(transactions).run(aino, { ...request, key }, book));
      const answers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.id] : []));
      const refusals = results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as Problem).code] : []));
      expect(new Set(answers).size).toBe(1);
      expect(refusals.every((code) => code === 'IDEMPOTENCY_IN_PROGRESS')).toBe(true);
      expect(await executions()).toBe(before + 1);
    }
  }, 30_000);

  it('do not wait for each other: while the first is running the second is told at once', async () => {
    let finish = (): void => undefined;
    const running = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let hasStarted = (): void => undefined;
    const started = new Promise<void>((resolve) => {
      hasStarted = resolve;
    });
    const first = idempotent.run(aino, request, async (tx) => {
      hasStarted();
      await running;
      return book(tx);
    });
    await started;
    await expect(idempotent.run(aino, request, book)).rejects.toMatchObject({ code: 'IDEMPOTENCY_IN_PROGRESS', retryAfterSeconds: 1 });
    finish();
    const answer = await first;
    expect(await idempotent.run(aino, request, book)).toEqual(answer);
  });
});

describe('what is stored', () => {
  it('tells nobody who has only the database what was asked and answered', async () => {
    await idempotent.run(aino, request, book);
    const [dump]: { row: string }[] = await db.admin.query('SELECT k::text AS row FROM idempotency_key k');
    for (const secret of ['+358500000001', 'ääkköset']) expect(dump?.row).not.toContain(secret);
    expect(dump?.row).toContain('v1.data-');
  });

  it('cannot be given to another key by exchanging rows', async () => {
    await idempotent.run(aino, request, book);
    await idempotent.run(aino, { ...request, key: 'another-key' }, book);
    await db.admin.query(
      `UPDATE idempotency_key SET response_encrypted = (SELECT response_encrypted FROM idempotency_key WHERE key = 'another-key') WHERE key = $1`,
      [request.key],
    );
    await expect(idempotent.run(aino, request, book)).rejects.toThrow('ciphertext was refused');
  });
});
