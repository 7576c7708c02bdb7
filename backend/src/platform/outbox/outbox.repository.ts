import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.ts';
import { toDate, type Tx } from '../database/index.ts';
import type { OutboxEvent } from './outbox-event.ts';

/** Where a commit wakes the relay; the poll is the net below. */
export const outboxChannel = 'vuoro_outbox';

interface MessageRow {
  readonly type: string;
  readonly organisation_id: string;
  readonly subject_id: string;
  readonly payload: OutboxEvent['payload'];
}

@Injectable()
export class OutboxRepository {
  async insert(tx: Tx, id: string, event: OutboxEvent, now: Instant): Promise<void> {
    await tx.query(
      `WITH added AS (INSERT INTO outbox_message (id, organisation_id, type, subject_id, payload, created_at) VALUES ($1, $2, $3, $4, $5, $6))
       SELECT pg_notify('${outboxChannel}', '')`,
      [id, event.organisationId, event.type, event.subjectId, JSON.stringify(event.payload), toDate(now)],
    );
  }

  /** Takes messages that nobody has taken, oldest first, and none that another worker is taking just now. */
  async take(tx: Tx, now: Instant, atMost: number): Promise<string[]> {
    return this.mark(tx, 'relayed_at IS NULL', [toDate(now), atMost]);
  }

  /** Takes messages again that were taken before the instant and are still not done: the queue, or the worker, lost them. */
  async takeAgain(tx: Tx, now: Instant, takenBefore: Instant, atMost: number): Promise<string[]> {
    return this.mark(tx, 'relayed_at < $3', [toDate(now), atMost, toDate(takenBefore)]);
  }

  async find(tx: Tx, id: string): Promise<OutboxEvent | undefined> {
    const rows: MessageRow[] = await tx.query('SELECT type, organisation_id, subject_id, payload FROM outbox_message WHERE id = $1', [id]);
    return rows.map((row) => ({ type: row.type, organisationId: row.organisation_id, subjectId: row.subject_id, payload: row.payload }))[0];
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM outbox_message WHERE id = $1', [id]);
  }

  private async mark(tx: Tx, condition: string, parameters: unknown[]): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `WITH taken AS (SELECT id FROM outbox_message WHERE ${condition} ORDER BY created_at, id LIMIT $2 FOR UPDATE SKIP LOCKED),
            marked AS (UPDATE outbox_message SET relayed_at = $1 FROM taken WHERE outbox_message.id = taken.id RETURNING outbox_message.id, created_at)
       SELECT id FROM marked ORDER BY created_at, id`,
      parameters,
    );
    return rows.map((row) => row.id);
  }
}
