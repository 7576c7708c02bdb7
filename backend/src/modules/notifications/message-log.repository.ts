import { Injectable } from '@nestjs/common';
import { formatInstant } from '../../kernel/index.ts';
import { toInstant, type Tx } from '../../platform/database/index.ts';
import type { MessageView } from './message.dto.ts';

/** What decides who may see the messages of a reservation. */
export interface MessageLogSubject {
  readonly unitId: string;
  readonly serviceId: string;
  readonly serviceTaskId: string;
  readonly employeeIds: readonly string[];
  readonly clientIds: readonly string[];
}

interface MessageRow extends Omit<MessageView, 'dueAt' | 'sentAt' | 'perhapsSentAt'> {
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly perhapsSentAt: Date | null;
}

@Injectable()
export class MessageLogRepository {
  async subject(tx: Tx, reservationId: string): Promise<MessageLogSubject | null> {
    const rows: MessageLogSubject[] = await tx.query(
      `SELECT r.unit_id AS "unitId", r.service_id AS "serviceId", r.service_task_id AS "serviceTaskId",
              ARRAY(SELECT s.subject_id FROM reservation_subject s WHERE s.reservation_id = r.id AND s.role IN ('LEAD','EMPLOYEE')) AS "employeeIds",
              ARRAY(SELECT c.client_id FROM reservation_client c WHERE c.reservation_id = r.id) AS "clientIds"
         FROM reservation r WHERE r.id = $1`,
      [reservationId],
    );
    return rows[0] ?? null;
  }

  /** In the order in which they are due. */
  async ofReservation(tx: Tx, reservationId: string): Promise<MessageView[]> {
    const rows: MessageRow[] = await tx.query(
      `SELECT id, client_id AS "clientId", kind, channel, step, due_at AS "dueAt", state, skip_reason AS "skipReason", attempts, sent_at AS "sentAt",
              perhaps_sent_at AS "perhapsSentAt", last_error AS "lastError"
         FROM notification WHERE reservation_id = $1 ORDER BY due_at, created_at, channel DESC, id`,
      [reservationId],
    );
    return rows.map((row) => ({
      ...row,
      dueAt: textOf(row.dueAt),
      sentAt: row.sentAt && textOf(row.sentAt),
      perhapsSentAt: row.perhapsSentAt && textOf(row.perhapsSentAt),
    }));
  }
}

function textOf(instant: Date): string {
  return formatInstant(toInstant(instant));
}
