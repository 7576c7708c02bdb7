import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { WorkerModule } from '../../../worker.module.ts';
import { Clock } from '../../../kernel/index.ts';
import { Config } from '../../../platform/config/index.ts';
import { LogSink } from '../../../platform/logging/index.ts';
import { emptyQueues, eventually } from '../../../platform/testing/index.ts';
import { DeliverMessage } from './deliver-message.ts';
import { DueMessagesRepository } from './due-messages.repository.ts';
import { ScanDueMessages } from '../index.ts';
import { MessagePlace } from '../testing/message-place.ts';

const m = await MessagePlace.open();
const { gateway, mail } = m;
const { app, db, clock } = m.t;

async function idOf(reservationId: string, channel = 'SMS'): Promise<string> {
  const message = (await m.messagesOf(reservationId)).find(
    (candidate) => candidate['kind'] === 'BOOKED' && candidate['channel'] === channel,
  );
  return String(message?.['id']);
}

describe('a channel that fails', () => {
  it('dead mail server: tried again, visible, and sent once it is back', async () => {
    await mail.stop();
    const reservation = await m.book(await m.aReachableClient({ sms: false }), '2026-12-04');
    await m.deliverDue();
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({
      kind: 'BOOKED',
      state: 'PLANNED',
      attempts: 1,
      lastError: expect.any(String),
      sentAt: null,
    });
    expect(await m.deliverDue()).toBe(0);
    clock.advance({ minutes: 1 });
    await m.deliverDue();
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ state: 'PLANNED', attempts: 2 });
    await mail.start();
    clock.advance({ minutes: 5 });
    await m.deliverDue();
    await m.deliverDue();
    expect(mail.delivered).toHaveLength(1);
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ state: 'SENT', attempts: 3, lastError: null });
  }, 30_000);

  it('that will never take the message makes a task of the reservation’s unit', async () => {
    gateway.behave = () => 422;
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-04');
    await m.deliverDue();
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ state: 'FAILED', attempts: 1, lastError: 'HTTP_422' });
    expect(await m.tasksOf(reservation.id)).toMatchObject([{ kind: 'MESSAGE_FAILED' }]);
    clock.advance({ days: 1 });
    await m.deliverDue();
    expect(gateway.requests).toHaveLength(1);
  });

  it('shortly before the time is told to an employee, who is not told again after having called the client', async () => {
    gateway.behave = () => 503;
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-11-24T11:00:00Z');
    for (const minutes of [1, 5, 15]) {
      await m.deliverDue();
      clock.advance({ minutes });
    }
    expect(await m.tasksOf(reservation.id)).toEqual([]);
    await m.deliverDue();
    const [task] = await m.tasksOf(reservation.id);
    expect(task).toMatchObject({ kind: 'MESSAGE_FAILED' });
    await (
      await m.asClerk()
    )
      .post(`/api/v1/employee-tasks/${String(task?.['id'])}/done`)
      .send({})
      .expect(200);
    clock.advance({ hours: 1 });
    await m.deliverDue();
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ attempts: 5 });
    expect(await m.tasksOf(reservation.id)).toEqual([]);
  });

  it('for a whole day is given up, and told to an employee', async () => {
    gateway.behave = () => 503;
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-18');
    for (let hours = 0; hours < 48; hours += 1) {
      await m.deliverDue();
      clock.advance({ hours: 1 });
    }
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ state: 'FAILED', lastError: 'HTTP_503' });
    expect(await m.tasksOf(reservation.id)).toMatchObject([{ kind: 'MESSAGE_FAILED' }]);
  });
});

it('a missing text is waited for as a dead channel is: counted, visible, and sent once there is one', async () => {
  await db.admin.query(`UPDATE message_template SET effective_from = effective_from + interval '1 minute' WHERE kind = 'BOOKED'`);
  const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-18');
  await m.deliverDue();
  expect((await m.messagesOf(reservation.id))[0]).toMatchObject({
    kind: 'BOOKED',
    state: 'PLANNED',
    attempts: 1,
    lastError: 'NO_TEXT',
    perhapsSentAt: null,
  });
  clock.advance({ minutes: 1 });
  await m.deliverDue();
  expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ state: 'SENT', attempts: 2, lastError: null });
  await db.admin.query(`UPDATE message_template SET effective_from = effective_from - interval '1 minute' WHERE kind = 'BOOKED'`);
});

describe('a worker that is killed', () => {
  /** The gateway takes it; from then on nothing can be recorded any more, as if the process had gone. */
  async function deadAfterSending(id: string): Promise<void> {
    gateway.behave = async () => {
      gateway.behave = () => 202;
      await db.admin.query('ALTER TABLE notification RENAME TO notification_out_of_reach');
      return 202;
    };
    await app.get(ScanDueMessages).execute();
    await expect(app.get(DeliverMessage, { strict: false }).execute(id)).rejects.toThrow('notification');
    await db.admin.query('ALTER TABLE notification_out_of_reach RENAME TO notification');
  }

  const ofKind = (kind: string, messages: readonly Record<string, unknown>[]) => messages.filter((message) => message['kind'] === kind);

  it('between claiming and sending: the message is sent once, later, under the same key', async () => {
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-07');
    const id = await idOf(reservation.id);
    await app.get(ScanDueMessages).execute();
    // The claim is committed; the process that would have sent is gone.
    const claimed = await db.transactions.run(db, (tx) =>
      app.get(DueMessagesRepository, { strict: false }).claim(tx, id, clock.now(), clock.now().plus({ minutes: 2 })),
    );
    expect(claimed).not.toBeNull();
    clock.advance({ seconds: 119 });
    expect(await m.deliverDue()).toBe(0);
    clock.advance({ seconds: 1 });
    await m.deliverDue();
    await m.deliverDue();
    expect(gateway.requests.map((sms) => sms.idempotencyKey)).toEqual([id]);
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ state: 'SENT', attempts: 2 });
  });

  it('after sending, before it could say so: the phone shows the message once', async () => {
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-07');
    const id = await idOf(reservation.id);
    await deadAfterSending(id);
    clock.advance({ minutes: 2 });
    await m.deliverDue();
    expect(gateway.requests.map((sms) => sms.idempotencyKey)).toEqual([id, id]);
    expect(gateway.delivered).toHaveLength(1);
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({
      state: 'SENT',
      attempts: 2,
      perhapsSentAt: '2026-11-24T08:00:00.000Z',
    });
  });

  it('after sending, and the time is moved before anybody finds the row: it is told as perhaps sent, not as skipped', async () => {
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-07');
    await deadAfterSending(await idOf(reservation.id));
    await m.move(reservation.id, 1, '2026-12-10');
    clock.advance({ minutes: 2 });
    await m.deliverDue();
    expect(gateway.delivered.map((sms) => sms.body.slice(0, 18))).toEqual(['Sinulle on varattu', 'Varattu aikasi on ']);
    expect(ofKind('BOOKED', await m.messagesOf(reservation.id))).toEqual([
      expect.objectContaining({ state: 'PERHAPS_SENT', skipReason: null, sentAt: null, perhapsSentAt: '2026-11-24T08:00:00.000Z' }),
    ]);
  });

  it('after sending, is found, queued again, and only then is the time moved: perhaps sent, too', async () => {
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-07');
    await deadAfterSending(await idOf(reservation.id));
    clock.advance({ minutes: 2 });
    await app.get(ScanDueMessages).execute();
    await m.move(reservation.id, 1, '2026-12-10');
    expect(ofKind('BOOKED', await m.messagesOf(reservation.id))).toMatchObject([{ state: 'PERHAPS_SENT', skipReason: null }]);
  });

  it('and a cancelling meanwhile: nothing stale is sent', async () => {
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-08');
    const id = await idOf(reservation.id);
    await app.get(ScanDueMessages).execute();
    await db.transactions.run(db, (tx) =>
      app.get(DueMessagesRepository, { strict: false }).claim(tx, id, clock.now(), clock.now().plus({ minutes: 2 })),
    );
    await m.cancel(reservation.id, 1);
    clock.advance({ minutes: 2 });
    await m.deliverDue();
    expect(gateway.delivered.map((sms) => sms.body)).toEqual([expect.stringContaining('on peruttu')]);
  });

  it('many at once: one of them sends', async () => {
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-08');
    const id = await idOf(reservation.id);
    const scans = await Promise.all(Array.from({ length: 5 }, () => app.get(ScanDueMessages).execute()));
    expect(scans.reduce((sum, count) => sum + count, 0)).toBe(1);
    await Promise.all(Array.from({ length: 10 }, () => app.get(DeliverMessage, { strict: false }).execute(id)));
    expect(gateway.requests).toHaveLength(1);
  });
});

describe('an answer that gets lost', () => {
  it('leaves the message perhaps sent when it is given up, and told to an employee', async () => {
    gateway.behave = () => 504;
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-28');
    for (let hours = 0; hours < 48; hours += 1) {
      await m.deliverDue();
      gateway.behave = () => 503;
      clock.advance({ hours: 1 });
    }
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({
      state: 'PERHAPS_SENT',
      lastError: 'HTTP_503',
      perhapsSentAt: '2026-11-24T08:00:00.000Z',
    });
    expect(await m.tasksOf(reservation.id)).toMatchObject([{ kind: 'MESSAGE_FAILED' }]);
  });

  it('is another matter than a refusal: what the channel has not taken is not called perhaps sent', async () => {
    gateway.behave = () => 503;
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-29');
    await m.deliverDue();
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ state: 'PLANNED', lastError: 'HTTP_503', perhapsSentAt: null });
  });
});

describe('the worker process', () => {
  it('sends within seconds of the commit, and what an emptied queue has lost a little later', async () => {
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-16');
    await app.get(ScanDueMessages).execute();
    await emptyQueues(db);
    const worker = await Test.createTestingModule({ imports: [WorkerModule] })
      .overrideProvider(Config)
      .useValue(app.get(Config))
      .overrideProvider(Clock)
      .useValue(clock)
      .overrideProvider(LogSink)
      .useValue({ write: () => undefined })
      .compile();
    try {
      await worker.init();
      const second = await m.book(await m.aReachableClient({ email: false }), '2026-12-16');
      await eventually(async () => expect((await m.messagesOf(second.id))[0]).toMatchObject({ state: 'SENT' }));
      expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ state: 'QUEUED' });
      clock.advance({ minutes: 2 });
      await worker.get(ScanDueMessages, { strict: false }).execute();
      await eventually(async () => expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ state: 'SENT' }));
      const about = gateway.requests.filter((sms) => sms.body.startsWith('Sinulle on varattu'));
      expect(about.map((sms) => sms.idempotencyKey)).toEqual([await idOf(second.id), await idOf(reservation.id)]);
    } finally {
      await worker.close();
    }
  }, 30_000);
});
