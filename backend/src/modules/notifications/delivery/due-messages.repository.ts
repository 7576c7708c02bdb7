import { Injectable } from '@nestjs/common';
import type { Instant, Language } from '../../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../../platform/database/index.ts';
import type { MessageChannel, ReservationMessageKind, SkipReason } from '../message-kinds.ts';
import type { DueMessage } from './delivery-verdict.ts';

/** One message that a worker has claimed for one attempt. */
export interface ClaimedMessage extends DueMessage {
  readonly id: string;
  readonly organisationId: string;
  readonly reservationId: string;
  readonly clientId: string;
  readonly serviceTaskId: string;
  /** This attempt included; also tells this attempt's outcome from that of one that was given up for dead. */
  readonly attempts: number;
  readonly interpreterLanguage: string | null;
  /** When an earlier attempt was handed over whose outcome nobody knows; null: none was. */
  readonly perhapsSentAt: Instant | null;
}

export interface SentMessage {
  readonly messageTemplateId: string;
  readonly language: Language;
  readonly providerReference: string | null;
}

interface ClaimedRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly reservation_id: string;
  readonly client_id: string;
  readonly kind: ReservationMessageKind;
  readonly channel: MessageChannel;
  readonly planned_version: number;
  readonly due_at: Date;
  readonly attempts: number;
  readonly status: string;
  readonly message_version: number;
  readonly messages: 'ON' | 'OFF';
  readonly hidden: boolean;
  readonly starts_at: Date;
  readonly service_task_id: string;
  readonly time_zone: string;
  readonly notify: boolean | null;
  readonly interpreter_language: string | null;
  readonly perhaps_sent_at: Date | null;
}

const open = `state IN ('PLANNED','QUEUED','SENDING')`;

/** How an attempt went that the channel did not confirm. */
export interface AttemptFailure {
  readonly code: string;
  readonly mayHaveArrived: boolean;
}

/** What a message that is void becomes: skipped, unless it was handed over once with an outcome that nobody knows. `reason` is an expression. */
export function skippedUnlessItLeft(reason: string): string {
  return `state = CASE WHEN perhaps_sent_at IS NULL THEN 'SKIPPED' ELSE 'PERHAPS_SENT' END, skip_reason = CASE WHEN perhaps_sent_at IS NULL THEN ${reason} END`;
}

const leftBefore = ({ perhapsSentAt }: ClaimedMessage): Date | null => (perhapsSentAt === null ? null : toDate(perhapsSentAt));

/** The way of a due message through the table. `due_at` stays as planned; `leased_until` says until when it is left alone. */
@Injectable()
export class DueMessagesRepository {
  /** Takes due messages that nobody has, oldest first; those whose worker has died are taken again. */
  async lease(tx: Tx, now: Instant, until: Instant, atMost: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `WITH due AS (
         SELECT id FROM notification
          WHERE ${open} AND due_at <= $1 AND (leased_until IS NULL OR leased_until <= $1)
          ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED),
       leased AS (
         UPDATE notification n SET state = 'QUEUED', leased_until = $2, updated_at = $1 FROM due WHERE n.id = due.id RETURNING n.id, n.due_at)
       SELECT id FROM leased ORDER BY due_at`,
      [toDate(now), toDate(until), atMost],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Takes what one reservation has planned for the moment of planning, by whichever clock that was: a worker whose clock is a little
   * behind would otherwise leave it for the next minute.
   */
  async leasePlannedForNow(tx: Tx, reservationId: string, now: Instant, until: Instant): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `WITH due AS (
         SELECT id FROM notification
          WHERE reservation_id = $3 AND ${open} AND due_at <= created_at AND (leased_until IS NULL OR leased_until <= $1)
            FOR UPDATE SKIP LOCKED),
       leased AS (
         UPDATE notification n SET state = 'QUEUED', leased_until = $2, updated_at = $1 FROM due WHERE n.id = due.id RETURNING n.id)
       SELECT id FROM leased`,
      [toDate(now), toDate(until), reservationId],
    );
    return rows.map((row) => row.id);
  }

  /** In whose data the message lies; null when it is gone. */
  async organisationOf(tx: Tx, id: string): Promise<string | null> {
    const rows: { organisation_id: string }[] = await tx.query('SELECT organisation_id FROM notification WHERE id = $1', [id]);
    return rows[0]?.organisation_id ?? null;
  }

  /** Makes this worker the only one that may send; null when another has, or nothing is to be sent any more. */
  async claim(tx: Tx, id: string, now: Instant, until: Instant): Promise<ClaimedMessage | null> {
    const claimed: [unknown[], number] = await tx.query(
      `UPDATE notification SET state = 'SENDING', attempts = attempts + 1, leased_until = $3, updated_at = $2 WHERE id = $1 AND state = 'QUEUED'`,
      [id, toDate(now), toDate(until)],
    );
    if (claimed[1] === 0) return null;
    // A statement of its own: whoever changed the reservation while we waited for the row has committed by now, and is seen.
    const rows: ClaimedRow[] = await tx.query(
      `SELECT n.id, n.organisation_id, n.reservation_id, n.client_id, n.kind, n.channel, n.planned_version, n.due_at, n.attempts, n.perhaps_sent_at,
              r.status, r.message_version, r.messages, r.citizen_visibility = 'HIDDEN' AS hidden, r.starts_at, r.service_task_id, u.time_zone, rc.notify, c.interpreter_language
         FROM notification n
         JOIN reservation r ON r.id = n.reservation_id
         JOIN unit u ON u.id = r.unit_id
         JOIN client c ON c.id = n.client_id
         LEFT JOIN reservation_client rc ON rc.reservation_id = n.reservation_id AND rc.client_id = n.client_id
        WHERE n.id = $1`,
      [id],
    );
    return rows[0] === undefined ? null : claimedOf(rows[0]);
  }

  /** Not to be sent, or not again: what was handed over already is never called skipped. */
  async skip(tx: Tx, message: ClaimedMessage, reason: SkipReason, now: Instant): Promise<void> {
    await this.settle(tx, message, `${skippedUnlessItLeft('$4')}, leased_until = NULL`, now, [reason]);
  }

  /** Before the first byte leaves, in a transaction of its own: should nobody live to record the outcome, the row tells that there is one. */
  async handOver(tx: Tx, message: ClaimedMessage, now: Instant): Promise<void> {
    await this.settle(tx, message, 'perhaps_sent_at = COALESCE(perhaps_sent_at, $3)', now, []);
  }

  /** Not an attempt: it only came at the wrong hour. */
  async postpone(tx: Tx, message: ClaimedMessage, until: Instant, now: Instant): Promise<void> {
    await this.settle(tx, message, `state = 'PLANNED', attempts = attempts - 1, leased_until = $4`, now, [toDate(until)]);
  }

  async markSent(tx: Tx, message: ClaimedMessage, sent: SentMessage, now: Instant): Promise<boolean> {
    return this.settle(
      tx,
      message,
      `state = 'SENT', sent_at = $3, leased_until = NULL, last_error = NULL, message_template_id = $4, language = $5, provider_reference = $6, perhaps_sent_at = $7`,
      now,
      [sent.messageTemplateId, sent.language, sent.providerReference, leftBefore(message)],
    );
  }

  async retryAt(tx: Tx, message: ClaimedMessage, next: Instant, failure: AttemptFailure, now: Instant): Promise<void> {
    const left = failure.mayHaveArrived ? 'perhaps_sent_at' : '$6::timestamptz';
    const values = [toDate(next), failure.code, ...(failure.mayHaveArrived ? [] : [leftBefore(message)])];
    await this.settle(tx, message, `state = 'PLANNED', leased_until = $4, last_error = $5, perhaps_sent_at = ${left}`, now, values);
  }

  /** Given up: FAILED when it certainly has not left, else PERHAPS_SENT. */
  async fail(tx: Tx, message: ClaimedMessage, failure: AttemptFailure, now: Instant): Promise<void> {
    if (failure.mayHaveArrived || message.perhapsSentAt !== null) {
      await this.settle(tx, message, `state = 'PERHAPS_SENT', leased_until = NULL, last_error = $4`, now, [failure.code]);
      return;
    }
    await this.settle(tx, message, `state = 'FAILED', leased_until = NULL, last_error = $4, perhaps_sent_at = NULL`, now, [failure.code]);
  }

  /** Voids what was due before the instant, in one organisation. Gives how many. */
  async skipDueBefore(tx: Tx, organisationId: string, before: Instant, now: Instant): Promise<number> {
    const skipped: [unknown[], number] = await tx.query(
      `UPDATE notification SET ${skippedUnlessItLeft(`'BEFORE_START'`)}, leased_until = NULL, updated_at = $3
        WHERE organisation_id = $1 AND ${open} AND due_at < $2`,
      [organisationId, toDate(before), toDate(now)],
    );
    return skipped[1];
  }

  /** Only the attempt that holds the row may settle it: one that was taken for dead and comes back late changes nothing. */
  private async settle(tx: Tx, message: ClaimedMessage, change: string, now: Instant, values: readonly unknown[]): Promise<boolean> {
    const settled: [unknown[], number] = await tx.query(
      `UPDATE notification SET ${change}, updated_at = $3 WHERE id = $1 AND state = 'SENDING' AND attempts = $2`,
      [message.id, message.attempts, toDate(now), ...values],
    );
    return settled[1] === 1;
  }
}

function claimedOf(row: ClaimedRow): ClaimedMessage {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    reservationId: row.reservation_id,
    clientId: row.client_id,
    serviceTaskId: row.service_task_id,
    kind: row.kind,
    channel: row.channel,
    plannedVersion: row.planned_version,
    dueAt: toInstant(row.due_at),
    attempts: row.attempts,
    reservation: {
      status: row.status,
      messageVersion: row.message_version,
      messages: row.messages,
      hidden: row.hidden,
      startsAt: toInstant(row.starts_at),
      zone: row.time_zone,
    },
    notify: row.notify ?? false,
    interpreterLanguage: row.interpreter_language,
    perhapsSentAt: row.perhaps_sent_at === null ? null : toInstant(row.perhaps_sent_at),
  };
}
