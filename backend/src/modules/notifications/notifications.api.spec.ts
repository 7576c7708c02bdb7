import { describe, expect, it } from '@jest/globals';
import { newId, parseInstant } from '../../kernel/index.ts';
import { theSystem } from '../../platform/testing/index.ts';
import { signedInAs } from '../identity/testing/index.ts';
import { aUnit, organisationOf } from '../organisation/testing/index.ts';
import { CreateDefaultMessageTemplates } from './index.ts';
import { MessagePlace, phones, tuesday } from './testing/message-place.ts';
import { readable } from './testing/message-receivers.ts';

const m = await MessagePlace.open();
const { gateway, mail, t } = m;
const { app, db, clock } = m.t;

describe('S7: booked, moved to the next week, cancelled', () => {
  it('sends exactly those three on each channel and no stale reminder', async () => {
    const reservation = await m.book(await m.aReachableClient(), '2026-12-03');
    expect(await m.summaryOf(reservation.id)).toEqual([
      'BOOKED EMAIL NOW PLANNED',
      'BOOKED SMS NOW PLANNED',
      'REMINDER EMAIL 1D PLANNED',
      'REMINDER EMAIL 3D PLANNED',
      'REMINDER SMS 1D PLANNED',
      'REMINDER SMS 3D PLANNED',
    ]);
    await m.deliverDue();
    clock.advance({ hours: 1 });
    await m.move(reservation.id, 1, '2026-12-10');
    await m.deliverDue();
    clock.advance({ hours: 1 });
    await m.cancel(reservation.id, 2);
    for (let hours = 0; hours < 24 * 18; hours += 1) {
      await m.deliverDue();
      clock.advance({ hours: 1 });
    }
    expect(gateway.delivered.map((sms) => sms.body.split(' ').slice(0, 3).join(' '))).toEqual([
      'Sinulle on varattu',
      'Varattu aikasi on',
      expect.stringMatching(/^Varattu aikasi/),
    ]);
    expect(gateway.delivered[2]?.body).toContain('on peruttu');
    expect(mail.delivered).toHaveLength(3);
    expect(gateway.requests).toHaveLength(3);
    expect(
      (await m.messagesOf(reservation.id))
        .filter((message) => message['state'] !== 'SENT')
        .every((message) => message['skipReason'] === 'SUPERSEDED'),
    ).toBe(true);
  }, 60_000);

  it('reminds at the same time on the wall clock when nothing changes, three days and one day before', async () => {
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-03');
    const times: string[] = [];
    gateway.behave = () => {
      times.push(clock.now().toISO() ?? '');
      return 202;
    };
    for (let minutes = 0; minutes < 60 * 24 * 10; minutes += 30) {
      await m.deliverDue();
      clock.advance({ minutes: 30 });
    }
    const start = parseInstant(reservation.startsAt);
    const after = (days: number) => start.minus({ days }).toISO();
    expect(times).toEqual([parseInstant(tuesday).toISO(), after(3), after(1)]);
  }, 60_000);
});

describe('what a message reveals', () => {
  it.each(['fi', 'sv', 'en'] as const)('is the time, the portal and how to reach it, and nothing else (%s)', async (language) => {
    await db.admin.query(
      `UPDATE unit SET name = '{"fi":"Canaryunit","sv":"Canaryunit","en":"Canaryunit"}', street_address = '{"fi":"Canarystreet","sv":"Canarystreet","en":"Canarystreet"}'`,
    );
    await db.admin.query(`UPDATE service SET name = '{"fi":"Canaryservice","sv":"Canaryservice","en":"Canaryservice"}'`);
    await db.admin.query(`UPDATE service_task SET name = '{"fi":"Canarytask","sv":"Canarytask","en":"Canarytask"}'`);
    await db.admin.query(`UPDATE appointment_type_version SET name = '{"fi":"Canarytype","sv":"Canarytype","en":"Canarytype"}'`);
    await db.admin.query(`UPDATE employee SET first_name = 'Canaryliisa', last_name = 'Canaryworker'`);
    const clientId = await m.aReachableClient({ language });
    const reservation = await m.book(clientId, { fi: '2026-12-14', sv: '2026-12-15', en: '2026-12-16' }[language]);
    await m.deliverDue();
    await m.move(reservation.id, 1, '2026-12-17');
    await m.deliverDue();
    clock.set(parseInstant('2026-12-16T13:00:00Z'));
    await m.deliverDue();
    await m.cancel(reservation.id, 2);
    await m.deliverDue();

    const code = await m.identityCodeOf(clientId);
    const sent = [...gateway.requests.map((sms) => JSON.stringify(sms)), ...mail.delivered.flatMap(({ raw }) => [raw, readable(raw)])];
    expect(gateway.requests.length).toBeGreaterThanOrEqual(4);
    expect(mail.delivered.length).toBe(gateway.requests.length);
    for (const text of sent) {
      expect(text).not.toMatch(/canary/i);
      expect(text).not.toContain(code);
      expect(text).not.toMatch(/https?:|content-disposition|multipart|text\/html|text\/calendar/i);
      for (const id of [reservation.id, clientId, m.place.unitId, m.place.serviceId, m.place.typeId, ...m.place.employeeIds])
        expect(text).not.toContain(id);
    }
    expect(new Set(mail.delivered.map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]))).toEqual(
      new Set([{ fi: 'Varattu aika', sv: 'Bokad tid', en: 'Appointment' }[language]]),
    );
    expect(new Set(gateway.requests.map((sms) => sms.from))).toEqual(new Set(['Vuoro']));
    for (const { to } of mail.delivered) expect(to).toEqual(['aino@example.fi']);
  });

  it('no queue, log or table of messages holds the number or the text', async () => {
    await m.book(await m.aReachableClient(), '2026-12-14');
    await m.deliverDue();
    const held =
      JSON.stringify(await db.admin.query('SELECT to_jsonb(n) FROM notification n')) +
      JSON.stringify(await db.admin.query(`SELECT payload FROM outbox_message`)) +
      JSON.stringify(await jobRows()) +
      t.logged.join('\n');
    expect(held).not.toContain(phones[0]);
    expect(held).not.toContain('aino@example.fi');
    expect(held).not.toContain('Sinulle on varattu');
    expect(held).not.toMatch(/canary(aino|esimerkki)/i);
  });
});

describe('the log of messages', () => {
  it('is for those who may see the reservation, and being read is logged', async () => {
    const clientId = await m.aReachableClient();
    const reservation = await m.book(clientId, '2026-12-15');
    const path = `/api/v1/reservations/${reservation.id}/messages`;
    const elsewhere = (await aUnit().save(db)).id;
    await (await signedInAs(t, 'SUPERVISOR', elsewhere)).http.get(path).expect(404);
    await (await signedInAs(t, 'EMPLOYEE', m.place.unitId)).http.get(path).expect(404);
    await (await signedInAs(t, 'ADMINISTRATOR', m.place.unitId)).http.get(path).expect(403);
    await t.http().get(path).expect(401);
    await (await m.asClerk()).get(`/api/v1/reservations/${newId()}/messages`).expect(404);
    await m.messagesOf(reservation.id);
    const [row] = await db.admin.query(
      `SELECT client_ids, object_ids FROM audit_event WHERE action = 'ReservationMessagesRead' ORDER BY id DESC LIMIT 1`,
    );
    expect(row).toEqual({ client_ids: [clientId], object_ids: [reservation.id] });
  });

  it('has a row of the usage log for every attempt to send', async () => {
    const clientId = await m.aReachableClient({ email: false });
    await m.book(clientId, '2026-12-15');
    await m.deliverDue();
    const rows = await db.admin.query(
      `SELECT what, actor_kind FROM audit_event WHERE action = 'MessageSend' AND client_ids = ARRAY[$1::uuid]`,
      [clientId],
    );
    expect(rows).toEqual([{ what: 'notify', actor_kind: 'SYSTEM' }]);
  });
});

it('default texts are there once, however often they are created', async () => {
  expect(await app.get(CreateDefaultMessageTemplates).execute(theSystem())).toBe(0);
  expect(await db.admin.query('SELECT count(*)::int AS count FROM message_template')).toEqual([{ count: 60 }]);
  expect(await organisationOf(db).organisations.all()).toHaveLength(2);
});

async function jobRows(): Promise<unknown[]> {
  const tables: { name: string }[] = await db.admin.query(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq'`,
  );
  return Promise.all(tables.map(({ name }) => db.admin.query(`SELECT to_jsonb(t) FROM bullmq.${name} t`) as Promise<unknown>));
}
