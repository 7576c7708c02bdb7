import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { ApiModule } from '../../../api.module.ts';
import { newId, parseInstant, type Language } from '../../../kernel/index.ts';
import { theSystem } from '../../../platform/testing/index.ts';
import { testApplication, type TestApplication } from '../../../platform/testing/test-application.ts';
import { phoneNumberFrom } from '../../clients/index.ts';
import { aClient, clientsRepositoryOf, whoIs } from '../../clients/testing/index.ts';
import { signedInAs, testSession } from '../../identity/testing/index.ts';
import { aBookingPlace, type BookingPlace } from '../../reservations/testing/booking-place.ts';
import { DeliverMessage } from '../delivery/deliver-message.ts';
import { CreateDefaultMessageTemplates, ScanDueMessages } from '../index.ts';
import { EmailReceiver, SmsReceiver } from './message-receivers.ts';

export const tuesday = '2026-11-24T08:00:00Z'; // 10.00 in Helsinki
export const phones = ['+358500000001', '+358500000002'] as const;

type Browser = Awaited<ReturnType<TestApplication['signInEmployee']>>;

interface Told {
  readonly sms?: boolean;
  readonly email?: boolean;
  readonly language?: Language;
}

/** An office whose clerk books for clients, with both channels connected to receivers: what every test of messages needs. */
export class MessagePlace {
  place!: BookingPlace;
  private clerkId = '';
  private readonly offersOf = new Map<string, number>();

  private constructor(
    readonly t: TestApplication,
    readonly gateway: SmsReceiver,
    readonly mail: EmailReceiver,
  ) {}

  /** To be awaited at the top level of the file, as `testApplication`. */
  static async open(): Promise<MessagePlace> {
    const [gateway, mail] = [new SmsReceiver(), new EmailReceiver()];
    const environment = { SMS_GATEWAY_URL: await gateway.start(), SMTP_URL: await mail.start() };
    const opened = new MessagePlace(await testApplication({ module: ApiModule, session: testSession, environment }), gateway, mail);
    beforeAll(() => opened.fill());
    beforeEach(() => opened.clear());
    afterAll(async () => {
      await gateway.stop();
      await mail.stop();
    });
    return opened;
  }

  /** In a fresh session: the clock often passes the end of one, and goes back between tests. */
  async asClerk(): Promise<Browser> {
    await this.t.db.admin.query('DELETE FROM session WHERE employee_id = $1', [this.clerkId]);
    return this.t.signInEmployee(this.clerkId);
  }

  /** A client whose contacts are confirmed, of the channels that are wanted. */
  async aReachableClient({ sms = true, email = true, language = 'fi' }: Told = {}): Promise<string> {
    const { db, clock } = this.t;
    const client = await aClient({
      phone: sms ? phoneNumberFrom(phones[0]) : null,
      messageLanguage: language,
      firstNames: 'Canaryaino',
      lastName: 'Canaryesimerkki',
    }).save(db);
    const repository = await clientsRepositoryOf(db.transactions);
    await db.transactions.run(db, (tx) =>
      repository.change(
        tx,
        db.organisationId,
        client.id,
        1,
        {
          email: email ? ('aino@example.fi' as never) : null,
          ...(sms ? { phoneConfirmedAt: clock.now() } : {}),
          ...(email ? { emailConfirmedAt: clock.now() } : {}),
        },
        clock.now(),
      ),
    );
    return client.id;
  }

  async identityCodeOf(clientId: string): Promise<string> {
    const repository = await clientsRepositoryOf(this.t.db.transactions);
    const client = await this.t.db.transactions.run(this.t.db, (tx) => repository.find(tx, clientId));
    return client?.identityCode ?? 'missing';
  }

  /** An offered time at a whole hour of the day that nobody has yet; nine a day. */
  offered(date: string): Promise<string> {
    const before = this.offersOf.get(date) ?? 0;
    this.offersOf.set(date, before + 1);
    return this.place.offer(`${date}T${String(6 + before).padStart(2, '0')}:00:00Z`);
  }

  /** On a date at whichever hour, or at an instant. */
  async book(clientId: string, at: string): Promise<{ id: string; version: number; startsAt: string }> {
    const clerk = await this.asClerk();
    await whoIs(clerk, this.t.db, clientId);
    const { body } = await clerk
      .post('/api/v1/reservations')
      .set('Idempotency-Key', newId())
      .send({ clientId, offeredTimeId: await (at.includes('T') ? this.place.offer(at) : this.offered(at)), mode: 'VISIT' })
      .expect(201);
    return body;
  }

  /** The clerk moves it to another time of the day. */
  async move(reservationId: string, version: number, date: string): Promise<void> {
    await this.change(reservationId, version, 'move', { offeredTimeId: await this.offered(date), mode: 'VISIT' });
  }

  async cancel(reservationId: string, version: number): Promise<void> {
    await this.change(reservationId, version, 'cancel', { reason: 'CLIENT_REQUEST' });
  }

  /** What a worker does when it is woken: scan, then every job. Gives how many messages were taken up. */
  async deliverDue(): Promise<number> {
    const handedOver = await this.t.app.get(ScanDueMessages).execute();
    const rows: { id: string }[] = await this.t.db.admin.query(
      `SELECT id FROM notification WHERE state = 'QUEUED' ORDER BY due_at, channel`,
    );
    for (const { id } of rows) await this.t.app.get(DeliverMessage, { strict: false }).execute(id);
    return handedOver;
  }

  async messagesOf(reservationId: string): Promise<Record<string, unknown>[]> {
    return (await (await this.asClerk()).get(`/api/v1/reservations/${reservationId}/messages`).expect(200)).body;
  }

  async summaryOf(reservationId: string): Promise<string[]> {
    const messages = await this.messagesOf(reservationId);
    return messages
      .map(
        (message) =>
          `${String(message['kind'])} ${String(message['channel'])} ${String(message['step'])} ${String(message['state'])}${message['skipReason'] === null ? '' : ` ${String(message['skipReason'])}`}`,
      )
      .sort();
  }

  /** What the clerk has to do about the reservation. */
  async tasksOf(reservationId: string): Promise<Record<string, unknown>[]> {
    const tasks: Record<string, unknown>[] = (await (await this.asClerk()).get('/api/v1/employee-tasks').expect(200)).body;
    return tasks.filter((task) => task['reservationId'] === reservationId);
  }

  private async change(reservationId: string, version: number, command: string, body: object): Promise<void> {
    const clerk = await this.asClerk();
    await clerk
      .post(`/api/v1/reservations/${reservationId}/${command}`)
      .set('Idempotency-Key', newId())
      .set('If-Match', `"${version}"`)
      .send(body)
      .expect(200);
  }

  private async fill(): Promise<void> {
    await this.t.app.get(CreateDefaultMessageTemplates).execute(theSystem());
    this.place = await aBookingPlace(this.t.db, { type: { reminderDaysBefore: [3, 1] } });
    this.clerkId = (await signedInAs(this.t, 'BOOKING_CLERK', this.place.unitId)).employee.id;
  }

  private async clear(): Promise<void> {
    // What one test leaves open must not be due in the next.
    await this.t.db.admin.query(
      `UPDATE notification SET state = 'SKIPPED', skip_reason = 'BEFORE_START' WHERE state IN ('PLANNED','QUEUED','SENDING')`,
    );
    this.gateway.reset();
    this.mail.reset();
    this.t.clock.set(parseInstant(tuesday));
  }
}
