import { describe, expect, it } from '@jest/globals';
import { parseInstant, PersonalIdentityCode } from '../../kernel/index.ts';
import { theSystem } from '../../platform/testing/index.ts';
import { Clients, ContactConfirmation, phoneNumberFrom } from '../clients/index.ts';
import { clientsRepositoryOf } from '../clients/testing/index.ts';
import { DeliverContactCode } from './delivery/deliver-contact-code.ts';
import { SkipMessagesDueBefore } from './index.ts';
import { MessagePlace, phones } from './testing/message-place.ts';

const m = await MessagePlace.open();
const { gateway, mail } = m;
const { app, db, clock } = m.t;

describe('whatever has changed since planning', () => {
  it('a new confirmed number gets the message, the old one nothing', async () => {
    const clientId = await m.aReachableClient({ email: false });
    await m.book(clientId, '2026-12-09');
    const repository = await clientsRepositoryOf(db.transactions);
    await db.transactions.run(db, (tx) =>
      repository.change(
        tx,
        db.organisationId,
        clientId,
        2,
        { phone: phoneNumberFrom(phones[1]), phoneConfirmedAt: clock.now() },
        clock.now(),
      ),
    );
    await m.deliverDue();
    expect(gateway.requests.map((sms) => sms.to)).toEqual([phones[1]]);
  });

  it.each([
    ['QUIET_CLIENT', `UPDATE client SET quiet_contact = 'NO_MESSAGES' WHERE id = $1`],
    ['DECEASED', `UPDATE client SET deceased_on = '2026-11-23' WHERE id = $1`],
    ['NO_CONFIRMED_CONTACT', `UPDATE client SET phone_confirmed_at = NULL WHERE id = $1`],
    ['OPTED_OUT', `UPDATE client SET reminder_channels = '{EMAIL}' WHERE id = $1`],
    [
      'MESSAGES_OFF',
      `UPDATE reservation SET citizen_visibility = 'HIDDEN' WHERE id = (SELECT reservation_id FROM reservation_client WHERE client_id = $1)`,
    ],
    [
      'MESSAGES_OFF',
      `UPDATE reservation SET messages = 'OFF' WHERE id = (SELECT reservation_id FROM reservation_client WHERE client_id = $1)`,
    ],
  ])('%s: nothing is sent, and the log says why', async (reason, change) => {
    const clientId = await m.aReachableClient({ email: false });
    const reservation = await m.book(clientId, '2026-12-09');
    await db.admin.query(change, [clientId]);
    await m.deliverDue();
    expect(gateway.requests).toEqual([]);
    expect((await m.messagesOf(reservation.id))[0]).toMatchObject({ kind: 'BOOKED', state: 'SKIPPED', skipReason: reason });
  });

  it('T6: a non-disclosure that comes after the booking keeps back what is planned, until the number is confirmed for it', async () => {
    const clientId = await m.aReachableClient();
    const reservation = await m.book(clientId, '2026-12-09');
    const code = await m.identityCodeOf(clientId);
    const parsed = PersonalIdentityCode.parse(code);
    if (!parsed.ok) throw new Error(parsed.reason);
    const identity = { kind: 'PERSONAL_IDENTITY_CODE', code: parsed.code } as const;
    await db.transactions.run(db, (tx) =>
      app.get(Clients, { strict: false }).findOrCreateBySignIn(tx, {
        organisationId: db.organisationId,
        identity,
        firstNames: 'Canaryaino',
        lastName: 'Canaryesimerkki',
        nonDisclosure: true,
        language: 'fi',
      }),
    );
    await m.deliverDue();
    expect([gateway.requests, mail.delivered]).toEqual([[], []]);
    expect((await m.summaryOf(reservation.id)).slice(0, 2)).toEqual([
      'BOOKED EMAIL NOW SKIPPED NO_CONFIRMED_CONTACT',
      'BOOKED SMS NOW SKIPPED NO_CONFIRMED_CONTACT',
    ]);

    await db.admin.query('UPDATE client SET phone_confirmed_at = $2 WHERE id = $1', [clientId, clock.now().toJSDate()]);
    clock.set(parseInstant(reservation.startsAt).minus({ days: 3 }));
    await m.deliverDue();
    expect(gateway.requests.map(({ to, body }) => [to, body.split(' ').slice(0, 2).join(' ')])).toEqual([
      [phones[0], 'Muistathan varatun'],
    ]);
    expect(mail.delivered).toEqual([]);
  });

  it('messages that were due before the product was in use are skipped', async () => {
    const reservation = await m.book(await m.aReachableClient({ email: false }), '2026-12-11');
    expect(await app.get(SkipMessagesDueBefore).execute(theSystem(), clock.now().plus({ seconds: 1 }))).toBe(1);
    clock.advance({ seconds: 1 });
    expect(await m.deliverDue()).toBe(0);
    expect(await m.summaryOf(reservation.id)).toEqual([
      'BOOKED SMS NOW SKIPPED BEFORE_START',
      'REMINDER SMS 1D PLANNED',
      'REMINDER SMS 3D PLANNED',
    ]);
  });
});

describe('a contact code', () => {
  it('goes to the number that is to be confirmed, in the client’s language, once under its key', async () => {
    const clientId = await m.aReachableClient({ language: 'sv' });
    const citizen = {
      kind: 'CITIZEN' as const,
      organisationId: db.organisationId,
      clientId,
      onBehalfOfClientId: null,
      sessionId: 'c0ffee',
      name: 'Aino',
      authenticatedAt: clock.now(),
    };
    await app.get(ContactConfirmation, { strict: false }).request(citizen, { channel: 'SMS', value: '050 000 0002' } as never);
    const [event] = (await db.admin.query(
      `SELECT organisation_id, subject_id, payload, type FROM outbox_message WHERE type = 'clients.contact-code-requested' ORDER BY created_at DESC LIMIT 1`,
    )) as { organisation_id: string; subject_id: string; payload: { clientId: string }; type: string }[];
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
    const citizen = {
      kind: 'CITIZEN' as const,
      organisationId: db.organisationId,
      clientId,
      onBehalfOfClientId: null,
      sessionId: 'c0ffee',
      name: 'Aino',
      authenticatedAt: clock.now(),
    };
    const confirmation = app.get(ContactConfirmation, { strict: false });
    await confirmation.request(citizen, { channel: 'SMS', value });
    const [row] = (await db.admin.query(`SELECT id FROM contact_code WHERE client_id = $1`, [clientId])) as { id: string }[];
    const message = await db.transactions.run(db, (tx) => confirmation.messageOf(tx, row!.id));
    await confirmation.confirm(citizen, { channel: 'SMS', code: message!.code });
  }

  it('is told of the booking then, and reminded of it', async () => {
    const clientId = await m.aReachableClient({ sms: false });
    const reservation = await m.book(clientId, '2026-12-17');
    await m.deliverDue();
    expect(await m.summaryOf(reservation.id)).toEqual(['BOOKED EMAIL NOW SENT', 'REMINDER EMAIL 1D PLANNED', 'REMINDER EMAIL 3D PLANNED']);
    await confirm(clientId, phones[1]);
    expect(await m.summaryOf(reservation.id)).toEqual([
      'BOOKED EMAIL NOW SENT',
      'REMINDER EMAIL 1D PLANNED',
      'REMINDER EMAIL 3D PLANNED',
      'REMINDER SMS 1D PLANNED',
      'REMINDER SMS 3D PLANNED',
    ]);
  });

  it('gets the confirmation that was kept back once, even late in the evening, and not that of a time that was cancelled', async () => {
    const clientId = await m.aReachableClient({ sms: false, email: false });
    const [kept, cancelled] = [await m.book(clientId, '2026-12-21'), await m.book(clientId, '2026-12-22')];
    await m.cancel(cancelled.id, 1);
    await m.deliverDue();
    expect(await m.summaryOf(kept.id)).toEqual([
      'BOOKED EMAIL NOW SKIPPED NO_CONFIRMED_CONTACT',
      'BOOKED SMS NOW SKIPPED NO_CONFIRMED_CONTACT',
    ]);
    clock.set(parseInstant('2026-11-24T20:30:00Z'));
    await confirm(clientId, phones[1]);
    await m.deliverDue();
    expect(gateway.delivered.map(({ to, body }) => [to, body.startsWith('Sinulle on varattu')])).toEqual([[phones[1], true]]);
    clock.advance({ minutes: 2 });
    await confirm(clientId, phones[1]);
    await m.deliverDue();
    expect(gateway.delivered).toHaveLength(1);
    expect(await m.summaryOf(kept.id)).toEqual([
      'BOOKED EMAIL NOW SKIPPED NO_CONFIRMED_CONTACT',
      'BOOKED SMS NOW SENT',
      'REMINDER SMS 1D PLANNED',
      'REMINDER SMS 3D PLANNED',
    ]);
  });
});
