import { Injectable } from '@nestjs/common';
import { newId, type Instant } from '../../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../../platform/database/index.ts';
import { skippedUnlessItLeft } from '../delivery/due-messages.repository.ts';
import type { MessageChannel } from '../message-kinds.ts';
import type { MessagePlan, PlannedReservation, Recipient } from './plan-messages.ts';

export interface PlanningSubject {
  readonly reservation: PlannedReservation;
  readonly recipients: readonly Recipient[];
}

export interface ComingReservation {
  readonly id: string;
  readonly messageVersion: number;
}

interface SubjectRow {
  readonly starts_at: Date;
  readonly messages: 'ON' | 'OFF';
  readonly hidden: boolean;
  readonly time_zone: string;
  readonly reminder_days_before: number[];
  readonly client_id: string | null;
  readonly booker: boolean;
  readonly notify: boolean;
  readonly quiet: boolean;
  readonly deceased: boolean;
  readonly reminder_channels: MessageChannel[];
  readonly phone_confirmed: boolean;
  readonly email_confirmed: boolean;
}

/** Rows of `notification` as planned in the transaction of a booking. */
@Injectable()
export class PlannedMessagesRepository {
  /** One statement, since it is part of every booking. Reads whether a contact is confirmed, never the contact itself. */
  async subjectOf(tx: Tx, reservationId: string): Promise<PlanningSubject | null> {
    const rows: SubjectRow[] = await tx.query(
      `SELECT r.starts_at, r.messages, r.citizen_visibility = 'HIDDEN' AS hidden, u.time_zone, v.reminder_days_before,
              rc.client_id, rc.booker, rc.notify, c.quiet_contact = 'NO_MESSAGES' AS quiet, c.deceased_on IS NOT NULL AS deceased, c.reminder_channels,
              c.phone_encrypted IS NOT NULL AND c.phone_confirmed_at IS NOT NULL AS phone_confirmed,
              c.email_encrypted IS NOT NULL AND c.email_confirmed_at IS NOT NULL AS email_confirmed
         FROM reservation r
         JOIN unit u ON u.id = r.unit_id
         JOIN appointment_type_version v ON v.id = r.appointment_type_version_id
         LEFT JOIN reservation_client rc ON rc.reservation_id = r.id
         LEFT JOIN client c ON c.id = rc.client_id
        WHERE r.id = $1
        ORDER BY rc.client_id`,
      [reservationId],
    );
    const [first] = rows;
    if (first === undefined) return null;
    return {
      reservation: {
        startsAt: toInstant(first.starts_at),
        zone: first.time_zone,
        messages: first.messages,
        hidden: first.hidden,
        reminderDaysBefore: first.reminder_days_before,
      },
      recipients: rows.flatMap((row) => (row.client_id === null ? [] : [recipientOf(row, row.client_id)])),
    };
  }

  /** What the same change has planned already stays: a retried transaction plans nothing twice. */
  async insert(
    tx: Tx,
    organisationId: string,
    reservationId: string,
    plannedVersion: number,
    plans: readonly MessagePlan[],
    now: Instant,
  ): Promise<void> {
    if (plans.length === 0) return;
    await tx.query(
      `INSERT INTO notification (id, organisation_id, reservation_id, client_id, kind, channel, step, planned_version, due_at, state, skip_reason, created_at, updated_at)
       SELECT plan.id, $1, $2, plan.client_id, plan.kind, plan.channel, plan.step, $3, plan.due_at,
              CASE WHEN plan.skip_reason IS NULL THEN 'PLANNED' ELSE 'SKIPPED' END, plan.skip_reason, $4, $4
         FROM unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::timestamptz[], $11::text[])
              AS plan (id, client_id, kind, channel, step, due_at, skip_reason)
           ON CONFLICT ON CONSTRAINT notification_once DO NOTHING`,
      [
        organisationId,
        reservationId,
        plannedVersion,
        toDate(now),
        plans.map(() => newId()),
        plans.map((plan) => plan.clientId),
        plans.map((plan) => plan.kind),
        plans.map((plan) => plan.channel),
        plans.map((plan) => plan.step),
        plans.map((plan) => toDate(plan.dueAt)),
        plans.map((plan) => plan.skip),
      ],
    );
  }

  /** The client's reservations that are still to come, with the version that messages speak of. Waits for whoever changes one of them. */
  async comingOf(tx: Tx, clientId: string, now: Instant): Promise<readonly ComingReservation[]> {
    return tx.query(
      `SELECT r.id, r.message_version AS "messageVersion"
         FROM reservation r
        WHERE r.status = 'BOOKED' AND r.starts_at > $2 AND EXISTS (SELECT 1 FROM reservation_client rc WHERE rc.reservation_id = r.id AND rc.client_id = $1)
        ORDER BY r.id FOR SHARE OF r`,
      [clientId, toDate(now)],
    );
  }

  /** Due at once: what is still true of the reservation and was not sent on the channel only because nothing was confirmed there. */
  async takeUpWithheld(tx: Tx, coming: ComingReservation, clientId: string, channel: MessageChannel, now: Instant): Promise<void> {
    await tx.query(
      `UPDATE notification SET state = 'PLANNED', skip_reason = NULL, due_at = $5, leased_until = NULL, attempts = 0, updated_at = $5
        WHERE reservation_id = $1 AND client_id = $2 AND channel = $3 AND planned_version = $4 AND kind IN ('BOOKED','MOVED')
          AND state = 'SKIPPED' AND skip_reason = 'NO_CONFIRMED_CONTACT'`,
      [coming.id, clientId, channel, coming.messageVersion, toDate(now)],
    );
  }

  /** Voids what an earlier state of the reservation has planned. What is being sent at this moment sees the change itself before a second try. */
  async supersede(tx: Tx, reservationId: string, now: Instant): Promise<void> {
    await tx.query(
      `UPDATE notification SET ${skippedUnlessItLeft(`'SUPERSEDED'`)}, leased_until = NULL, updated_at = $2
        WHERE reservation_id = $1 AND state IN ('PLANNED','QUEUED')`,
      [reservationId, toDate(now)],
    );
  }
}

function recipientOf(row: SubjectRow, clientId: string): Recipient {
  return {
    clientId,
    booker: row.booker,
    notify: row.notify,
    quiet: row.quiet,
    deceased: row.deceased,
    reminderChannels: row.reminder_channels,
    confirmedChannels: [...(row.phone_confirmed ? ['SMS' as const] : []), ...(row.email_confirmed ? ['EMAIL' as const] : [])],
  };
}
