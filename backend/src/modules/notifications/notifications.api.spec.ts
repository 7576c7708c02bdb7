import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { ApiModule } from '../../api.module.ts';
import { WorkerModule } from '../../worker.module.ts';
import { Clock, newId, parseInstant, PersonalIdentityCode, type Language } from '../../kernel/index.ts';
import { Config } from '../../platform/config/index.ts';
import { LogSink } from '../../platform/logging/index.ts';
import { emptyQueues, eventually, theSystem } from '../../platform/testing/index.ts';
import { testApplication } from '../../platform/testing/test-application.ts';
import { aClient, clientsRepositoryOf, whoIs } from '../clients/testing/index.ts';
import { Clients, ContactConfirmation, phoneNumberFrom } from '../clients/index.ts';
import { signedInAs, testSession } from '../identity/testing/index.ts';
import { aUnit, organisationOf } from '../organisation/testing/index.ts';
import { aBookingPlace, type BookingPlace } from '../reservations/testing/booking-place.ts';
import { DeliverContactCode } from './delivery/deliver-contact-code.ts';
import { DeliverMessage } from './delivery/deliver-message.ts';
import { DueMessagesRepository } from './delivery/due-messages.repository.ts';
import { CreateDefaultMessageTemplates, ScanDueMessages, SkipMessagesDueBefore } from './index.ts';
import { EmailReceiver, readable, SmsReceiver } from './testing/message-receivers.ts';

const gateway = new SmsReceiver();
const mail = new EmailReceiver();
const test = await testApplication({ module: ApiModule, session: testSession, environment: { SMS_GATEWAY_URL: await gateway.start(), SMTP_URL: await mail.start() } });
const { app, db, clock } = test;

const tuesday = '2026-11-24T08:00:00Z'; // 10.00 in Helsinki
const phones = ['+358500000001', '+358500000002'] as const;

let place: BookingPlace;
let clerkId: string;
/** In a fresh session: the clock often passes the end of one, and goes back between tests. */
async function asClerk() {
  await db.admin.query('DELETE FROM session WHERE employee_id = $1', [clerkId]);
  return test.signInEmployee(clerkId);
}

beforeAll(async () => {
  await app.get(CreateDefaultMessageTemplates).execute(theSystem());
  place = await aBookingPlace(db, { type: { reminderDaysBefore: [3, 1] } });
  clerkId = (await signedInAs(test, 'BOOKING_CLERK', place.unitId)).employee.id;
});

afterAll(async () => {
  await gateway.stop();
  await mail.stop();
});

beforeEach(async () => {
  // What one test leaves open must not be due in the next.
  await db.admin.query(`UPDATE notification SET state = 'SKIPPED', skip_reason = 'BEFORE_START' WHERE state IN ('PLANNED','QUEUED','SENDING')`);
  gateway.reset();
  mail.reset();
  clock.set(parseInstant(tuesday));
});

interface Told {
  readonly sms?: boolean;
  readonly email?: boolean;
  readonly language?: Language;
}

/** A client whose contacts are confirmed, of the channels that are wanted. */
async function aReachableClient({ sms = true, email = true, language = 'fi' }: Told = {}): Promise<string> {
  const client = await aClient({ phone: sms ? phoneNumberFrom(phones[0]) : null, messageLanguage: language, firstNames: 'Canaryaino', lastName: 'Canaryesimerkki' }).save(db);
  const repository = await clientsRepositoryOf(db.transactions);
  await db.transactions.run(db, (tx) =>
    repository.change(tx, db.organisationId, client.id, 1, {
      email: email ? ('aino@example.fi' as never) : null, ...(sms ? { phoneConfirmedAt: clock.now() } : {}), ...(email ? { emailConfirmedAt: clock.now() } : {}),
    }, clock.now()));
  return client.id;
}

const offersOf = new Map<string, number>();
/** An offered time at a whole hour of the day that nobody has yet; nine a day. */
function offered(date: string): Promise<string> {
  const before = offersOf.get(date) ?? 0;
  offersOf.set(date, before + 1);
  return place.offer(`${date}T${String(6 + before).padStart(2, '0')}:00:00Z`);
}

async function book(clientId: string, date: string): Promise<{ id: string; version: number; startsAt: string }> {
  const clerk = await asClerk();
  await whoIs(clerk, db, clientId);
  const { body } = await clerk.post('/api/v1/reservations').set('Idempotency-Key', newId())
    .send({ clientId, offeredTimeId: await offered(date), mode: 'VISIT' }).expect(201);
  return body;
}

/** What a worker does when it is woken: scan, then every job. Gives how many messages were taken up. */
async function deliverDue(): Promise<number> {
  const handedOver = await app.get(ScanDueMessages).execute();
  const rows: { id: string }[] = await db.admin.query(`SELECT id FROM notification WHERE state = 'QUEUED' ORDER BY due_at, channel`);
  for (const { id } of rows) await app.get(DeliverMessage, { strict: false }).execute(id);
  return handedOver;
}

async function messagesOf(reservationId: string): Promise<Record<string, unknown>[]> {
  return (await (await asClerk()).get(`/api/v1/reservations/${reservationId}/messages`).expect(200)).body;
}

const summary = (messages: readonly Record<string, unknown>[]): string[] =>
  messages.map((message) => `${String(message['kind'])} ${String(message['channel'])} ${String(message['step'])} ${String(message['state'])}${message['skipReason'] === null ? '' : ` ${String(message['skipReason'])}`}`).sort();

async function idOf(reservationId: string, channel = 'SMS'): Promise<string> {
  const message = (await messagesOf(reservationId)).find((candidate) => candidate['kind'] === 'BOOKED' && candidate['channel'] === channel);
  return String(message?.['id']);
}

describe('S7: booked, moved to the next week, cancelled', () => {
  it('sends exactly those three on each channel and no stale reminder', async () => {
    const reservation = await book(await aReachableClient(), '2026-12-03');
    expect(summary(await messagesOf(reservation.id))).toEqual([
      'BOOKED EMAIL NOW PLANNED', 'BOOKED SMS NOW PLANNED', 'REMINDER EMAIL 1D PLANNED', 'REMINDER EMAIL 3D PLANNED', 'REMINDER SMS 1D PLANNED', 'REMINDER SMS 3D PLANNED',
    ]);
    await deliverDue();
    clock.advance({ hours: 1 });
    const moved = await (await asClerk()).post(`/api/v1/reservations/${reservation.id}/move`).set('Idempotency-Key', newId()).set('If-Match', '"1"')
      .send({ offeredTimeId: await offered('2026-12-10'), mode: 'VISIT' });
    expect(moved.status).toBeLessThan(300);
    await deliverDue();
    clock.advance({ hours: 1 });
    const cancelled = await (await asClerk()).post(`/api/v1/reservations/${reservation.id}/cancel`).set('Idempotency-Key', newId()).set('If-Match', '"2"').send({ reason: 'CLIENT_REQUEST' });
    expect(cancelled.status).toBeLessThan(300);
    for (let hours = 0; hours < 24 * 18; hours += 1) {
      await deliverDue();
      clock.advance({ hours: 1 });
    }
    expect(gateway.delivered.map((sms) => sms.body.split(' ').slice(0, 3).join(' '))).toEqual(['Sinulle on varattu', 'Varattu aikasi on', expect.stringMatching(/^Varattu aikasi/)]);
    expect(gateway.delivered[2]?.body).toContain('on peruttu');
    expect(mail.delivered).toHaveLength(3);
    expect(gateway.requests).toHaveLength(3);
    expect((await messagesOf(reservation.id)).filter((message) => message['state'] !== 'SENT').every((message) => message['skipReason'] === 'SUPERSEDED')).toBe(true);
  }, 60_000);

  it('reminds at the same time on the wall clock when nothing changes, three days and one day before', async () => {
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-03');
    const times: string[] = [];
    gateway.behave = () => { times.push(clock.now().toISO() ?? ''); return 202; };
    for (let minutes = 0; minutes < 60 * 24 * 10; minutes += 30) {
      await deliverDue();
      clock.advance({ minutes: 30 });
    }
    const start = parseInstant(reservation.startsAt);
    const after = (days: number) => start.minus({ days }).toISO();
    expect(times).toEqual([parseInstant(tuesday).toISO(), after(3), after(1)]);
  }, 60_000);
});

describe('a channel that fails', () => {
  it('dead mail server: tried again, visible, and sent once it is back', async () => {
    await mail.stop();
    const reservation = await book(await aReachableClient({ sms: false }), '2026-12-04');
    await deliverDue();
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ kind: 'BOOKED', state: 'PLANNED', attempts: 1, lastError: expect.any(String), sentAt: null });
    expect(await deliverDue()).toBe(0);
    clock.advance({ minutes: 1 });
    await deliverDue();
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'PLANNED', attempts: 2 });
    await mail.start();
    clock.advance({ minutes: 5 });
    await deliverDue();
    await deliverDue();
    expect(mail.delivered).toHaveLength(1);
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'SENT', attempts: 3, lastError: null });
  }, 30_000);

  it('that will never take the message makes a task of the reservation’s unit', async () => {
    gateway.behave = () => 422;
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-04');
    await deliverDue();
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'FAILED', attempts: 1, lastError: 'HTTP_422' });
    const tasks = (await (await asClerk()).get('/api/v1/employee-tasks').expect(200)).body as Record<string, unknown>[];
    expect(tasks.filter((task) => task['reservationId'] === reservation.id)).toMatchObject([{ kind: 'MESSAGE_FAILED' }]);
    clock.advance({ days: 1 });
    await deliverDue();
    expect(gateway.requests).toHaveLength(1);
  });

  it('for a whole day is given up, and told to an employee', async () => {
    gateway.behave = () => 503;
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-18');
    for (let hours = 0; hours < 48; hours += 1) {
      await deliverDue();
      clock.advance({ hours: 1 });
    }
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'FAILED', lastError: 'HTTP_503' });
  });
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

  async function moveAway(reservationId: string): Promise<void> {
    const move = { offeredTimeId: await offered('2026-12-10'), mode: 'VISIT' };
    await (await asClerk()).post(`/api/v1/reservations/${reservationId}/move`).set('Idempotency-Key', newId()).set('If-Match', '"1"').send(move).expect(200);
  }

  const ofKind = (kind: string, messages: readonly Record<string, unknown>[]) => messages.filter((message) => message['kind'] === kind);

  it('between claiming and sending: the message is sent once, later, under the same key', async () => {
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-07');
    const id = await idOf(reservation.id);
    await app.get(ScanDueMessages).execute();
    // The claim is committed; the process that would have sent is gone.
    const claimed = await db.transactions.run(db, (tx) => app.get(DueMessagesRepository, { strict: false }).claim(tx, id, clock.now(), clock.now().plus({ minutes: 2 })));
    expect(claimed).not.toBeNull();
    clock.advance({ seconds: 119 });
    expect(await deliverDue()).toBe(0);
    clock.advance({ seconds: 1 });
    await deliverDue();
    await deliverDue();
    expect(gateway.requests.map((sms) => sms.idempotencyKey)).toEqual([id]);
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'SENT', attempts: 2 });
  });

  it('after sending, before it could say so: the phone shows the message once', async () => {
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-07');
    const id = await idOf(reservation.id);
    await deadAfterSending(id);
    clock.advance({ minutes: 2 });
    await deliverDue();
    expect(gateway.requests.map((sms) => sms.idempotencyKey)).toEqual([id, id]);
    expect(gateway.delivered).toHaveLength(1);
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'SENT', attempts: 2, perhapsSentAt: '2026-11-24T08:00:00.000Z' });
  });

  it('after sending, and the time is moved before anybody finds the row: it is told as perhaps sent, not as skipped', async () => {
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-07');
    await deadAfterSending(await idOf(reservation.id));
    await moveAway(reservation.id);
    clock.advance({ minutes: 2 });
    await deliverDue();
    expect(gateway.delivered.map((sms) => sms.body.slice(0, 18))).toEqual(['Sinulle on varattu', 'Varattu aikasi on ']);
    expect(ofKind('BOOKED', await messagesOf(reservation.id))).toEqual([
      expect.objectContaining({ state: 'PERHAPS_SENT', skipReason: null, sentAt: null, perhapsSentAt: '2026-11-24T08:00:00.000Z' }),
    ]);
  });

  it('after sending, is found, queued again, and only then is the time moved: perhaps sent, too', async () => {
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-07');
    await deadAfterSending(await idOf(reservation.id));
    clock.advance({ minutes: 2 });
    await app.get(ScanDueMessages).execute();
    await moveAway(reservation.id);
    expect(ofKind('BOOKED', await messagesOf(reservation.id))).toMatchObject([{ state: 'PERHAPS_SENT', skipReason: null }]);
  });

  it('and a cancelling meanwhile: nothing stale is sent', async () => {
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-08');
    const id = await idOf(reservation.id);
    await app.get(ScanDueMessages).execute();
    await db.transactions.run(db, (tx) => app.get(DueMessagesRepository, { strict: false }).claim(tx, id, clock.now(), clock.now().plus({ minutes: 2 })));
    await (await asClerk()).post(`/api/v1/reservations/${reservation.id}/cancel`).set('Idempotency-Key', newId()).set('If-Match', '"1"').send({ reason: 'CLIENT_REQUEST' });
    clock.advance({ minutes: 2 });
    await deliverDue();
    expect(gateway.delivered.map((sms) => sms.body)).toEqual([expect.stringContaining('on peruttu')]);
  });

  it('many at once: one of them sends', async () => {
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-08');
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
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-28');
    for (let hours = 0; hours < 48; hours += 1) {
      await deliverDue();
      gateway.behave = () => 503;
      clock.advance({ hours: 1 });
    }
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'PERHAPS_SENT', lastError: 'HTTP_503', perhapsSentAt: '2026-11-24T08:00:00.000Z' });
    const tasks = (await (await asClerk()).get('/api/v1/employee-tasks').expect(200)).body as Record<string, unknown>[];
    expect(tasks.filter((task) => task['reservationId'] === reservation.id)).toMatchObject([{ kind: 'MESSAGE_FAILED' }]);
  });

  it('is another matter than a refusal: what the channel has not taken is not called perhaps sent', async () => {
    gateway.behave = () => 503;
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-29');
    await deliverDue();
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'PLANNED', lastError: 'HTTP_503', perhapsSentAt: null });
  });
});

describe('whatever has changed since planning', () => {
  it('a new confirmed number gets the message, the old one nothing', async () => {
    const clientId = await aReachableClient({ email: false });
    await book(clientId, '2026-12-09');
    const repository = await clientsRepositoryOf(db.transactions);
    await db.transactions.run(db, (tx) => repository.change(tx, db.organisationId, clientId, 2, { phone: phoneNumberFrom(phones[1]), phoneConfirmedAt: clock.now() }, clock.now()));
    await deliverDue();
    expect(gateway.requests.map((sms) => sms.to)).toEqual([phones[1]]);
  });

  it.each([
    ['QUIET_CLIENT', `UPDATE client SET quiet_contact = 'NO_MESSAGES' WHERE id = $1`],
    ['DECEASED', `UPDATE client SET deceased_on = '2026-11-23' WHERE id = $1`],
    ['NO_CONFIRMED_CONTACT', `UPDATE client SET phone_confirmed_at = NULL WHERE id = $1`],
    ['OPTED_OUT', `UPDATE client SET reminder_channels = '{EMAIL}' WHERE id = $1`],
    ['MESSAGES_OFF', `UPDATE reservation SET citizen_visibility = 'HIDDEN' WHERE id = (SELECT reservation_id FROM reservation_client WHERE client_id = $1)`],
    ['MESSAGES_OFF', `UPDATE reservation SET messages = 'OFF' WHERE id = (SELECT reservation_id FROM reservation_client WHERE client_id = $1)`],
  ])('%s: nothing is sent, and the log says why', async (reason, change) => {
    const clientId = await aReachableClient({ email: false });
    const reservation = await book(clientId, '2026-12-09');
    await db.admin.query(change, [clientId]);
    await deliverDue();
    expect(gateway.requests).toEqual([]);
    expect((await messagesOf(reservation.id))[0]).toMatchObject({ kind: 'BOOKED', state: 'SKIPPED', skipReason: reason });
  });

  it('T6: a non-disclosure that comes after the booking keeps back what is planned, until the number is confirmed for it', async () => {
    const clientId = await aReachableClient();
    const reservation = await book(clientId, '2026-12-09');
    const [{ code }] = await identityCodeOf(clientId);
    const parsed = PersonalIdentityCode.parse(code);
    if (!parsed.ok) throw new Error(parsed.reason);
    const identity = { kind: 'PERSONAL_IDENTITY_CODE', code: parsed.code } as const;
    await db.transactions.run(db, (tx) => app.get(Clients, { strict: false }).findOrCreateBySignIn(tx, {
      organisationId: db.organisationId, identity, firstNames: 'Canaryaino', lastName: 'Canaryesimerkki', nonDisclosure: true, language: 'fi',
    }));
    await deliverDue();
    expect([gateway.requests, mail.delivered]).toEqual([[], []]);
    expect(summary(await messagesOf(reservation.id)).slice(0, 2)).toEqual(['BOOKED EMAIL NOW SKIPPED NO_CONFIRMED_CONTACT', 'BOOKED SMS NOW SKIPPED NO_CONFIRMED_CONTACT']);

    await db.admin.query('UPDATE client SET phone_confirmed_at = $2 WHERE id = $1', [clientId, clock.now().toJSDate()]);
    clock.set(parseInstant(reservation.startsAt).minus({ days: 3 }));
    await deliverDue();
    expect(gateway.requests.map(({ to, body }) => [to, body.split(' ').slice(0, 2).join(' ')])).toEqual([[phones[0], 'Muistathan varatun']]);
    expect(mail.delivered).toEqual([]);
  });

  it('messages that were due before the product was in use are skipped', async () => {
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-11');
    expect(await app.get(SkipMessagesDueBefore).execute(theSystem(), clock.now().plus({ seconds: 1 }))).toBe(1);
    clock.advance({ seconds: 1 });
    expect(await deliverDue()).toBe(0);
    expect(summary(await messagesOf(reservation.id))).toEqual(['BOOKED SMS NOW SKIPPED BEFORE_START', 'REMINDER SMS 1D PLANNED', 'REMINDER SMS 3D PLANNED']);
  });
});

describe('what a message reveals', () => {
  it.each(['fi', 'sv', 'en'] as const)('is the time, the portal and how to reach it, and nothing else (%s)', async (language) => {
    await db.admin.query(`UPDATE unit SET name = '{"fi":"Canaryunit","sv":"Canaryunit","en":"Canaryunit"}', street_address = '{"fi":"Canarystreet","sv":"Canarystreet","en":"Canarystreet"}'`);
    await db.admin.query(`UPDATE service SET name = '{"fi":"Canaryservice","sv":"Canaryservice","en":"Canaryservice"}'`);
    await db.admin.query(`UPDATE service_task SET name = '{"fi":"Canarytask","sv":"Canarytask","en":"Canarytask"}'`);
    await db.admin.query(`UPDATE appointment_type_version SET name = '{"fi":"Canarytype","sv":"Canarytype","en":"Canarytype"}'`);
    await db.admin.query(`UPDATE employee SET first_name = 'Canaryliisa', last_name = 'Canaryworker'`);
    const clientId = await aReachableClient({ language });
    const reservation = await book(clientId, { fi: '2026-12-14', sv: '2026-12-15', en: '2026-12-16' }[language]);
    await deliverDue();
    await (await asClerk()).post(`/api/v1/reservations/${reservation.id}/move`).set('Idempotency-Key', newId()).set('If-Match', '"1"').send({ offeredTimeId: await offered('2026-12-17'), mode: 'VISIT' });
    await deliverDue();
    clock.set(parseInstant('2026-12-16T13:00:00Z'));
    await deliverDue();
    await (await asClerk()).post(`/api/v1/reservations/${reservation.id}/cancel`).set('Idempotency-Key', newId()).set('If-Match', '"2"').send({ reason: 'CLIENT_REQUEST' });
    await deliverDue();

    const [{ code }] = await identityCodeOf(clientId);
    const sent = [...gateway.requests.map((sms) => JSON.stringify(sms)), ...mail.delivered.flatMap(({ raw }) => [raw, readable(raw)])];
    expect(gateway.requests.length).toBeGreaterThanOrEqual(4);
    expect(mail.delivered.length).toBe(gateway.requests.length);
    for (const text of sent) {
      expect(text).not.toMatch(/canary/i);
      expect(text).not.toContain(code);
      expect(text).not.toMatch(/https?:|content-disposition|multipart|text\/html|text\/calendar/i);
      for (const id of [reservation.id, clientId, place.unitId, place.serviceId, place.typeId, ...place.employeeIds]) expect(text).not.toContain(id);
    }
    expect(new Set(mail.delivered.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]))).toEqual(new Set([{ fi: 'Varattu aika', sv: 'Bokad tid', en: 'Appointment' }[language]]));
    expect(new Set(gateway.requests.map((sms) => sms.from))).toEqual(new Set(['Vuoro']));
    for (const { to } of mail.delivered) expect(to).toEqual(['aino@example.fi']);
  });

  it('no queue, log or table of messages holds the number or the text', async () => {
    await book(await aReachableClient(), '2026-12-14');
    await deliverDue();
    const held = JSON.stringify(await db.admin.query('SELECT to_jsonb(n) FROM notification n'))
      + JSON.stringify(await db.admin.query(`SELECT payload FROM outbox_message`)) + JSON.stringify(await jobRows()) + test.logged.join('\n');
    expect(held).not.toContain(phones[0]);
    expect(held).not.toContain('aino@example.fi');
    expect(held).not.toContain('Sinulle on varattu');
    expect(held).not.toMatch(/canary(aino|esimerkki)/i);
  });
});

describe('a contact code', () => {
  it('goes to the number that is to be confirmed, in the client’s language, once under its key', async () => {
    const clientId = await aReachableClient({ language: 'sv' });
    const citizen = { kind: 'CITIZEN' as const, organisationId: db.organisationId, clientId, onBehalfOfClientId: null, sessionId: 'c0ffee', name: 'Aino', authenticatedAt: clock.now() };
    await app.get(ContactConfirmation, { strict: false }).request(citizen, { channel: 'SMS', value: '050 000 0002' } as never);
    const [event] = (await db.admin.query(`SELECT organisation_id, subject_id, payload, type FROM outbox_message WHERE type = 'clients.contact-code-requested' ORDER BY created_at DESC LIMIT 1`)) as { organisation_id: string; subject_id: string; payload: { clientId: string }; type: string }[];
    const told = { type: event!.type, organisationId: event!.organisation_id, subjectId: event!.subject_id, payload: event!.payload };
    gateway.behave = () => 503;
    await expect(app.get(DeliverContactCode, { strict: false }).execute(told)).rejects.toThrow('HTTP_503');
    gateway.behave = () => 202;
    await app.get(DeliverContactCode, { strict: false }).execute(told);
    await app.get(DeliverContactCode, { strict: false }).execute(told);
    expect(gateway.delivered).toMatchObject([{ to: phones[1], body: expect.stringMatching(/^Din bekräftelsekod är \d{6}\. /) }]);
    clock.advance({ minutes: 11 });
    gateway.reset();
    await app.get(DeliverContactCode, { strict: false }).execute(told);
    expect(gateway.requests).toEqual([]);
  });
});

describe('who confirms the number only after booking', () => {
  async function confirm(clientId: string, value: string): Promise<void> {
    const citizen = { kind: 'CITIZEN' as const, organisationId: db.organisationId, clientId, onBehalfOfClientId: null, sessionId: 'c0ffee', name: 'Aino', authenticatedAt: clock.now() };
    const confirmation = app.get(ContactConfirmation, { strict: false });
    await confirmation.request(citizen, { channel: 'SMS', value });
    const [row] = (await db.admin.query(`SELECT id FROM contact_code WHERE client_id = $1`, [clientId])) as { id: string }[];
    const message = await db.transactions.run(db, (tx) => confirmation.messageOf(tx, row!.id));
    await confirmation.confirm(citizen, { channel: 'SMS', code: message!.code });
  }

  it('is told of the booking then, and reminded of it', async () => {
    const clientId = await aReachableClient({ sms: false });
    const reservation = await book(clientId, '2026-12-17');
    await deliverDue();
    expect(summary(await messagesOf(reservation.id))).toEqual(['BOOKED EMAIL NOW SENT', 'REMINDER EMAIL 1D PLANNED', 'REMINDER EMAIL 3D PLANNED']);
    await confirm(clientId, phones[1]);
    expect(summary(await messagesOf(reservation.id))).toEqual([
      'BOOKED EMAIL NOW SENT', 'REMINDER EMAIL 1D PLANNED', 'REMINDER EMAIL 3D PLANNED', 'REMINDER SMS 1D PLANNED', 'REMINDER SMS 3D PLANNED',
    ]);
  });

  it('gets the confirmation that was kept back once, even late in the evening, and not that of a time that was cancelled', async () => {
    const clientId = await aReachableClient({ sms: false, email: false });
    const [kept, cancelled] = [await book(clientId, '2026-12-21'), await book(clientId, '2026-12-22')];
    await (await asClerk()).post(`/api/v1/reservations/${cancelled.id}/cancel`).set('Idempotency-Key', newId()).set('If-Match', '"1"').send({ reason: 'CLIENT_REQUEST' });
    await deliverDue();
    expect(summary(await messagesOf(kept.id)).slice(0, 2)).toEqual(['BOOKED EMAIL NOW SKIPPED NO_CONFIRMED_CONTACT', 'BOOKED SMS NOW SKIPPED NO_CONFIRMED_CONTACT']);
    clock.set(parseInstant('2026-11-24T20:30:00Z'));
    await confirm(clientId, phones[1]);
    await deliverDue();
    expect(gateway.delivered.map(({ to, body }) => [to, body.startsWith('Sinulle on varattu')])).toEqual([[phones[1], true]]);
    clock.advance({ minutes: 2 });
    await confirm(clientId, phones[1]);
    await deliverDue();
    expect(gateway.delivered).toHaveLength(1);
    expect(summary(await messagesOf(kept.id)).slice(0, 2)).toEqual(['BOOKED EMAIL NOW SKIPPED NO_CONFIRMED_CONTACT', 'BOOKED SMS NOW SENT']);
  });
});

describe('the log of messages', () => {
  it('is for those who may see the reservation, and being read is logged', async () => {
    const clientId = await aReachableClient();
    const reservation = await book(clientId, '2026-12-15');
    const path = `/api/v1/reservations/${reservation.id}/messages`;
    const elsewhere = (await aUnit().save(db)).id;
    await (await signedInAs(test, 'SUPERVISOR', elsewhere)).http.get(path).expect(404);
    await (await signedInAs(test, 'EMPLOYEE', place.unitId)).http.get(path).expect(404);
    await (await signedInAs(test, 'ADMINISTRATOR', place.unitId)).http.get(path).expect(403);
    await test.http().get(path).expect(401);
    await (await asClerk()).get(`/api/v1/reservations/${newId()}/messages`).expect(404);
    await messagesOf(reservation.id);
    const [row] = await db.admin.query(`SELECT client_ids, object_ids FROM audit_event WHERE action = 'ReservationMessagesRead' ORDER BY id DESC LIMIT 1`);
    expect(row).toEqual({ client_ids: [clientId], object_ids: [reservation.id] });
  });

  it('has a row of the usage log for every attempt to send', async () => {
    const clientId = await aReachableClient({ email: false });
    await book(clientId, '2026-12-15');
    await deliverDue();
    const rows = await db.admin.query(`SELECT what, actor_kind FROM audit_event WHERE action = 'MessageSend' AND client_ids = ARRAY[$1::uuid]`, [clientId]);
    expect(rows).toEqual([{ what: 'notify', actor_kind: 'SYSTEM' }]);
  });
});

describe('the worker process', () => {
  it('sends within seconds of the commit, and what an emptied queue has lost a little later', async () => {
    const reservation = await book(await aReachableClient({ email: false }), '2026-12-16');
    await app.get(ScanDueMessages).execute();
    await emptyQueues(db);
    const worker = await Test.createTestingModule({ imports: [WorkerModule] })
      .overrideProvider(Config).useValue(app.get(Config))
      .overrideProvider(Clock).useValue(clock)
      .overrideProvider(LogSink).useValue({ write: () => undefined })
      .compile();
    try {
      await worker.init();
      const second = await book(await aReachableClient({ email: false }), '2026-12-16');
      await eventually(async () => expect((await messagesOf(second.id))[0]).toMatchObject({ state: 'SENT' }));
      expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'QUEUED' });
      clock.advance({ minutes: 2 });
      await worker.get(ScanDueMessages, { strict: false }).execute();
      await eventually(async () => expect((await messagesOf(reservation.id))[0]).toMatchObject({ state: 'SENT' }));
      const about = gateway.requests.filter((sms) => sms.body.startsWith('Sinulle on varattu'));
      expect(about.map((sms) => sms.idempotencyKey)).toEqual([await idOf(second.id), await idOf(reservation.id)]);
    } finally {
      await worker.close();
    }
  }, 30_000);

  it('has default texts once, however often they are created', async () => {
    expect(await app.get(CreateDefaultMessageTemplates).execute(theSystem())).toBe(0);
    expect(await db.admin.query('SELECT count(*)::int AS count FROM message_template')).toEqual([{ count: 60 }]);
    expect(await organisationOf(db).organisations.all()).toHaveLength(2);
  });
});

async function identityCodeOf(clientId: string): Promise<[{ code: string }]> {
  const repository = await clientsRepositoryOf(db.transactions);
  const client = await db.transactions.run(db, (tx) => repository.find(tx, clientId));
  return [{ code: client?.identityCode ?? 'missing' }];
}

async function jobRows(): Promise<unknown[]> {
  const tables: { name: string }[] = await db.admin.query(`SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq'`);
  return Promise.all(tables.map(({ name }) => db.admin.query(`SELECT to_jsonb(t) FROM bullmq.${name} t`) as Promise<unknown>));
}
