import type pg from 'pg';
import { newId } from '../../../backend/src/kernel/ids.ts';
import { MESSAGE_CHANNELS, MESSAGE_KINDS } from '../../../backend/src/modules/notifications/message-kinds.ts';
import { DEFAULT_SUBJECTS, DEFAULT_TEXTS } from '../../../backend/src/modules/notifications/templates/default-texts.ts';
import type { Secrets } from './secrets.ts';

/** An office with people and rooms, and one type that everybody may book there. */
export interface Office {
  readonly unitId: string;
  readonly serviceId: string;
  readonly typeId: string;
  readonly employeeIds: readonly string[];
  readonly roomIds: readonly string[];
}

export interface Citizen {
  readonly clientId: string;
  readonly cookie: string;
}

export interface OfferedTime {
  readonly office: Office;
  /** Index into the office's employees. */
  readonly employee: number;
  readonly startsAt: Date;
  readonly minutes: number;
  /** Index of a second employee: the time of a pair. */
  readonly partner?: number;
  /** Indexes of rooms that the time brings with it. */
  readonly rooms?: readonly number[];
}

const MINUTE_MS = 60_000;
/** Numbers what must differ within an organisation. */
let made = 0;

const named = (text: string): string => JSON.stringify({ fi: text, sv: text, en: text });

/** The smallest organisation in which everything is booked that a campaign books; rows as the product's own use cases leave them. */
export class Seed {
  readonly organisationId: string;
  private readonly client: pg.Client;
  private readonly secrets: Secrets;

  constructor(client: pg.Client, secrets: Secrets, organisationId: string) {
    this.client = client;
    this.secrets = secrets;
    this.organisationId = organisationId;
  }

  /** @param host name under which the product is asked, without port */
  async organisation(host: string): Promise<void> {
    await this.client.query('INSERT INTO encryption_key (id, wrapped_key, created_at) VALUES ($1, $2, now())', [
      this.secrets.keyRow.id,
      this.secrets.keyRow.wrapped,
    ]);
    await this.client.query(
      `INSERT INTO organisation (id, code, oid, controller_oid, name, portal_name, citizen_host, employee_host, contact_phone, contact_text_number,
                                 contact_hours, contact_address, sms_sender, email_sender, created_at, updated_at)
       VALUES ($1, 'C1', '1.2.246.10.99999999.1', '1.2.246.10.99999999.1', $2, $2, $3, $3, '+358500000000', '+358500000001', $2, $2, 'Vuoro',
               'no-reply@campaign.invalid', now(), now())`,
      [this.organisationId, named('Koealue'), host],
    );
    for (const kind of MESSAGE_KINDS) {
      for (const channel of MESSAGE_CHANNELS) {
        const subject = channel === 'EMAIL' ? DEFAULT_SUBJECTS[kind].fi : null;
        await this.client.query(
          `INSERT INTO message_template (id, organisation_id, kind, channel, language, version_no, subject, body, effective_from, created_at)
           VALUES ($1, $2, $3, $4, 'fi', 1, $5, $6, now() - interval '1 day', now())`,
          [newId(), this.organisationId, kind, channel, subject, DEFAULT_TEXTS[kind].fi],
        );
      }
    }
  }

  /** @param rooms seats of each room; with any, every visit needs one */
  async office(employees: number, rooms: readonly number[]): Promise<Office> {
    made += 1;
    const { organisationId } = this;
    const [unitId, taskId, serviceId, typeId] = [newId(), newId(), newId(), newId()];
    const code = `O${made}`;
    await this.client.query(
      `INSERT INTO unit (id, organisation_id, kind, code, name, rollout_state, valid_from, created_at, updated_at)
       VALUES ($1, $2, 'OFFICE', $3, $4, 'PRODUCTION', '2020-01-01', now(), now())`,
      [unitId, organisationId, code, named(`Toimipiste ${code}`)],
    );
    await this.client.query('INSERT INTO service_task (id, organisation_id, code, name, retention_class) VALUES ($1, $2, $3, $4, $5)', [
      taskId,
      organisationId,
      code,
      named('Lapsiperheiden palvelut'),
      'TEST',
    ]);
    await this.client.query(
      `INSERT INTO service (id, organisation_id, service_task_id, code, slug, theme, name, summary, keywords, state, created_at, updated_at)
       VALUES ($1, $2, $3, $4, lower($4), 'FAMILY', $5, $5, '{"fi":[],"sv":[],"en":[]}', 'PUBLISHED', now(), now())`,
      [serviceId, organisationId, taskId, code, named('Perheoikeudelliset palvelut')],
    );
    await this.client.query('INSERT INTO unit_service (unit_id, service_id, organisation_id) VALUES ($1, $2, $3)', [
      unitId,
      serviceId,
      organisationId,
    ]);
    await this.type(typeId, serviceId, unitId, code, rooms.length > 0 ? 'VISIT' : 'NONE');
    const employeeIds: string[] = [];
    for (let n = 0; n < employees; n += 1) employeeIds.push(await this.employee(unitId, `${code}-${n}`));
    const roomIds: string[] = [];
    for (const [n, seats] of rooms.entries()) roomIds.push(await this.room(unitId, `${code}-${n}`, seats));
    return { unitId, serviceId, typeId, employeeIds, roomIds };
  }

  /** Citizens with a confirmed telephone number and e-mail address, signed in. */
  async citizens(count: number): Promise<Citizen[]> {
    const citizens: Citizen[] = [];
    for (let n = 0; n < count; n += 1) {
      made += 1;
      const clientId = newId();
      const phone = `+35850${String(1_000_000 + made)}`;
      const email = `citizen${made}@example.invalid`;
      await this.client.query(
        `INSERT INTO client (id, organisation_id, identity_kind, first_names, last_name, phone_encrypted, phone_index, phone_confirmed_at,
                             email_encrypted, email_index, email_confirmed_at, created_at, updated_at)
         VALUES ($1, $2, 'TEMPORARY', 'Aino', 'Esimerkki', $3, $4, now(), $5, $6, now(), now(), now())`,
        [
          clientId,
          this.organisationId,
          this.secrets.encrypted('client', 'phone_encrypted', clientId, phone),
          this.secrets.index('phone', phone),
          this.secrets.encrypted('client', 'email_encrypted', clientId, email),
          this.secrets.index('email', email),
        ],
      );
      const { idHash, cookie } = this.secrets.session();
      await this.client.query(
        `INSERT INTO session (id_hash, organisation_id, surface, client_id, issuer, authenticated_at, created_at, last_seen_at, expires_at)
         VALUES ($1, $2, 'CITIZEN', $3, 'https://identity.invalid', now(), now(), now(), now() + interval '4 hours')`,
        [idHash, this.organisationId, clientId],
      );
      citizens.push({ clientId, cookie });
    }
    return citizens;
  }

  /** Offers times to everybody. @returns their ids, in the same order */
  async offer(times: readonly OfferedTime[]): Promise<string[]> {
    const ids = times.map(() => newId());
    await this.client.query(
      `INSERT INTO offered_time (id, organisation_id, employee_id, unit_id, service_id, appointment_type_id, starts_at, ends_at, block_id, audience)
       SELECT t.id, $1, t.employee_id, t.unit_id, t.service_id, t.type_id, t.starts_at, t.ends_at, t.id, 'GENERAL'
         FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::timestamptz[])
              AS t (id, employee_id, unit_id, service_id, type_id, starts_at, ends_at)`,
      [
        this.organisationId,
        ids,
        times.map(({ office, employee }) => office.employeeIds[employee]),
        times.map(({ office }) => office.unitId),
        times.map(({ office }) => office.serviceId),
        times.map(({ office }) => office.typeId),
        times.map(({ startsAt }) => startsAt),
        times.map(({ startsAt, minutes }) => new Date(startsAt.getTime() + minutes * MINUTE_MS)),
      ],
    );
    for (const [at, { office, partner, rooms = [] }] of times.entries()) {
      const others = partner === undefined ? [] : [[office.employeeIds[partner], 'EMPLOYEE']];
      for (const [subjectId, role] of [...others, ...rooms.map((room) => [office.roomIds[room], 'ROOM'])]) {
        await this.client.query(
          'INSERT INTO offered_time_subject (offered_time_id, subject_id, organisation_id, role) VALUES ($1, $2, $3, $4)',
          [ids[at], subjectId, this.organisationId, role],
        );
      }
    }
    return ids;
  }

  private async type(id: string, serviceId: string, unitId: string, code: string, roomNeed: 'NONE' | 'VISIT'): Promise<void> {
    await this.client.query(
      `INSERT INTO appointment_type (id, organisation_id, category, service_id, code, slug, colour, pattern, state, created_at, updated_at)
       VALUES ($1, $2, 'CLIENT', $3, $4, lower($4), 'blue', 'plain', 'ACTIVE', now(), now())`,
      [id, this.organisationId, serviceId, code],
    );
    await this.client.query(
      `INSERT INTO appointment_type_version (id, organisation_id, appointment_type_id, version_no, effective_from, name, duration_minutes, modes, room_need,
                                             audience, bookable_by, citizen_may_book, citizen_may_move, citizen_may_cancel, min_notice_hours, horizon_days,
                                             cancel_deadline_hours, move_deadline_hours, reminder_days_before, created_at)
       VALUES ($1, $2, $3, 1, now() - interval '1 day', $4, 60, '{VISIT}', $5, 'GENERAL', '{CITIZEN}', true, true, true, 1, 700, 1, 1, '{3,1}', now())`,
      [newId(), this.organisationId, id, named('Eroaika'), roomNeed],
    );
    await this.client.query('INSERT INTO appointment_type_unit (appointment_type_id, unit_id, organisation_id) VALUES ($1, $2, $3)', [
      id,
      unitId,
      this.organisationId,
    ]);
  }

  private async employee(unitId: string, key: string): Promise<string> {
    const id = await this.subject('EMPLOYEE');
    await this.client.query(
      `INSERT INTO employee (id, organisation_id, external_key, first_name, last_name, title, email, languages, home_unit_id, employed_from, created_at, updated_at)
       VALUES ($1, $2, $3, 'Liisa', 'Lastenvalvoja', $4, $3 || '@campaign.invalid', '{fi}', $5, '2020-01-01', now(), now())`,
      [id, this.organisationId, key, named('lastenvalvoja'), unitId],
    );
    return id;
  }

  private async room(unitId: string, code: string, seats: number): Promise<string> {
    const id = await this.subject('ROOM');
    await this.client.query(
      `INSERT INTO room (id, organisation_id, unit_id, code, name, capacity, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, now(), now())`,
      [id, this.organisationId, unitId, code, named(`Huone ${code}`), seats],
    );
    return id;
  }

  private async subject(kind: 'EMPLOYEE' | 'ROOM'): Promise<string> {
    const id = newId();
    await this.client.query('INSERT INTO bookable_subject (id, organisation_id, kind) VALUES ($1, $2, $3)', [
      id,
      this.organisationId,
      kind,
    ]);
    return id;
  }
}
