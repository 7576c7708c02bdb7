import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { Clock, Instant } from '../../src/kernel/index.ts';
import type { Outbox } from '../../src/platform/outbox/index.ts';
import type { Transactions, Tx } from '../../src/platform/database/index.ts';
import { product } from './built.ts';

export interface Booking {
  readonly id: string;
  version: number;
  status: 'BOOKED' | 'CANCELLED';
  startsAt: Instant;
  /** When each version was committed, in milliseconds of the campaign's clock. */
  readonly committedAt: number[];
}

/**
 * Bookings made straight into the tables, with the product's own events: what is tried here is planning and sending, not the race for times.
 */
export class Bookings {
  readonly all: Booking[] = [];
  private readonly organisationId = randomUUID();
  private readonly ids = {
    unit: randomUUID(),
    task: randomUUID(),
    service: randomUUID(),
    type: randomUUID(),
    version: randomUUID(),
    employee: randomUUID(),
  };
  private readonly clients: string[] = [];
  private readonly transactions: Transactions;
  private readonly outbox: Outbox;
  private readonly clock: Clock;

  private constructor(transactions: Transactions, outbox: Outbox, clock: Clock) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
  }

  static async prepare(app: INestApplicationContext, clock: Clock, clientCount: number): Promise<Bookings> {
    const [{ Transactions: TransactionsClass }, { Outbox: OutboxClass }, clients, notifications] = await Promise.all([
      product<typeof import('../../src/platform/database/index.ts')>('platform/database/index.js'),
      product<typeof import('../../src/platform/outbox/index.ts')>('platform/outbox/index.js'),
      product<typeof import('../../src/modules/clients/index.ts')>('modules/clients/index.js'),
      product<typeof import('../../src/modules/notifications/index.ts')>('modules/notifications/index.js'),
    ]);
    const made = new Bookings(app.get(TransactionsClass, { strict: false }), app.get(OutboxClass, { strict: false }), clock);
    const system = { kind: 'SYSTEM' as const, organisationId: made.organisationId, name: 'campaign' };
    await made.makePlace();
    await app.get(notifications.CreateDefaultMessageTemplates, { strict: false }).execute(system);
    const create = app.get(clients.CreateClient, { strict: false });
    for (let index = 0; index < clientCount; index += 1) {
      made.clients.push(
        await create.run(system, {
          firstNames: 'Koe',
          lastName: `Henkilö ${index}`,
          birthOn: '1980-01-01',
          phone: '+358500000001',
          email: `koe${index}@example.fi`,
        }),
      );
    }
    await made.run((tx) => tx.query('UPDATE client SET phone_confirmed_at = $1, email_confirmed_at = $1', [clock.now().toJSDate()]));
    return made;
  }

  /** One more booking by a citizen, ten days ahead: told at once on both channels. */
  async book(): Promise<void> {
    const booking: Booking = { id: randomUUID(), version: 1, status: 'BOOKED', startsAt: this.inDays(10), committedAt: [] };
    const { unit, task, service, type, version, employee } = this.ids;
    const clientId = this.clients[this.all.length % this.clients.length];
    await this.run(async (tx) => {
      await tx.query(
        `INSERT INTO reservation (id, organisation_id, appointment_type_id, appointment_type_version_id, service_id, service_task_id, unit_id, employee_id, starts_at, ends_at,
                                  mode, channel, rule_snapshot, citizen_visibility, messages, booked_by_kind, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'VISIT', 'CITIZEN', '{}', 'FULL', 'ON', 'CITIZEN', $11, $11)`,
        [
          booking.id,
          this.organisationId,
          type,
          version,
          service,
          task,
          unit,
          employee,
          booking.startsAt.toJSDate(),
          booking.startsAt.plus({ hours: 1 }).toJSDate(),
          this.clock.now().toJSDate(),
        ],
      );
      await tx.query(
        'INSERT INTO reservation_client (id, organisation_id, reservation_id, client_id, booker) VALUES ($1, $2, $3, $4, true)',
        [randomUUID(), this.organisationId, booking.id, clientId],
      );
      await this.tell(tx, booking, 'reservation.booked', {});
    });
    booking.committedAt.push(this.clock.now().toMillis());
    this.all.push(booking);
  }

  async move(booking: Booking): Promise<void> {
    const previousStartsAt = booking.startsAt.toISO();
    booking.version += 1;
    booking.startsAt = this.inDays(17);
    await this.run(async (tx) => {
      await tx.query(
        `UPDATE reservation SET starts_at = $2, ends_at = $2::timestamptz + interval '1 hour', version = $3, message_version = $3 WHERE id = $1`,
        [booking.id, booking.startsAt.toJSDate(), booking.version],
      );
      await this.tell(tx, booking, 'reservation.moved', { previousStartsAt });
    });
    booking.committedAt.push(this.clock.now().toMillis());
  }

  async cancel(booking: Booking): Promise<void> {
    booking.version += 1;
    booking.status = 'CANCELLED';
    await this.run(async (tx) => {
      await tx.query(
        `UPDATE reservation SET status = 'CANCELLED', cancel_reason = 'CLIENT_REQUEST', cancelled_by_kind = 'CITIZEN', version = $2, message_version = $2 WHERE id = $1`,
        [booking.id, booking.version],
      );
      await this.tell(tx, booking, 'reservation.cancelled', {});
    });
    booking.committedAt.push(this.clock.now().toMillis());
  }

  private tell(tx: Tx, booking: Booking, type: string, more: Record<string, string>): Promise<void> {
    const payload = { reservationId: booking.id, version: booking.version, messageVersion: booking.version, cause: 'CITIZEN', ...more };
    return this.outbox.add(tx, { type, organisationId: this.organisationId, subjectId: booking.id, payload });
  }

  private run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.run({ organisationId: this.organisationId }, work);
  }

  private inDays(days: number): Instant {
    return this.clock.now().plus({ hours: 24 * days });
  }

  private async makePlace(): Promise<void> {
    const name = JSON.stringify({ fi: 'Koe', sv: 'Prov', en: 'Trial' });
    const { unit, task, service, type, version, employee } = this.ids;
    const o = this.organisationId;
    const long = '2025-01-01T00:00:00Z';
    await this.transactions.system(async (tx) => {
      await tx.query(
        `INSERT INTO organisation (id, code, oid, controller_oid, name, portal_name, citizen_host, employee_host, contact_phone, contact_text_number, contact_hours,
                                   contact_address, sms_sender, email_sender, created_at, updated_at)
         VALUES ($1, 'KOE', '1.2', '1.2', $2, $2, 'localhost', 'localhost', '+358500000000', '+358500000001', $2, $2, 'Koe', 'no-reply@example.fi', $3, $3)`,
        [o, name, long],
      );
    });
    await this.run(async (tx) => {
      await tx.query(
        `INSERT INTO unit (id, organisation_id, kind, code, name, rollout_state, valid_from, created_at, updated_at) VALUES ($1, $2, 'OFFICE', 'K', $3, 'PRODUCTION', '2025-01-01', $4, $4)`,
        [unit, o, name, long],
      );
      await tx.query(`INSERT INTO service_task (id, organisation_id, code, name, retention_class) VALUES ($1, $2, 'K', $3, 'TEST')`, [
        task,
        o,
        name,
      ]);
      await tx.query(
        `INSERT INTO service (id, organisation_id, service_task_id, code, slug, theme, name, summary, keywords, created_at, updated_at)
         VALUES ($1, $2, $3, 'K', 'koe', 'FAMILY', $4, $4, '{}', $5, $5)`,
        [service, o, task, name, long],
      );
      await tx.query(
        `INSERT INTO appointment_type (id, organisation_id, category, service_id, code, slug, colour, pattern, state, created_at, updated_at) VALUES ($1, $2, 'CLIENT', $3, 'K', 'koe', 'blue', 'plain', 'ACTIVE', $4, $4)`,
        [type, o, service, long],
      );
      await tx.query(
        `INSERT INTO appointment_type_version (id, organisation_id, appointment_type_id, version_no, effective_from, name, duration_minutes, modes, reminder_days_before, created_at)
         VALUES ($1, $2, $3, 1, $4, $5, 60, '{VISIT}', '{3,1}', $4)`,
        [version, o, type, long, name],
      );
      await tx.query(`INSERT INTO bookable_subject (id, organisation_id, kind) VALUES ($1, $2, 'EMPLOYEE')`, [employee, o]);
      await tx.query(
        `INSERT INTO employee (id, organisation_id, external_key, first_name, last_name, title, email, languages, home_unit_id, employed_from, created_at, updated_at)
         VALUES ($1, $2, 'koe', 'Koe', 'Koe', $3, 'koe@example.fi', '{fi}', $4, '2025-01-01', $5, $5)`,
        [employee, o, name, unit, long],
      );
    });
  }
}
