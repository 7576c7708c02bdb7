import { Injectable } from '@nestjs/common';
import { newId, type Instant } from '../../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../../platform/database/index.ts';
import type { SqlPredicate } from '../../../platform/access/index.ts';
import { hidesPlaceSql } from '../protected-place.ts';
import type { ReservationRow } from '../reservation-row.ts';

export type EmployeeTaskKind = 'CANNOT_COME' | 'OVERLAPPING_TIME' | 'MESSAGE_FAILED';

export interface EmployeeTask {
  readonly id: string;
  readonly kind: EmployeeTaskKind;
  readonly unitId: string;
  /** Of its reservation: a grant may be for some services only. */
  readonly serviceId: string;
  readonly employeeId: string | null;
  readonly reservationId: string;
  readonly clientId: string | null;
  readonly createdAt: Instant;
  readonly doneAt: Instant | null;
  /** Its office is not for the reader to see. */
  readonly hidesPlace: boolean;
}

interface TaskColumns {
  readonly id: string;
  readonly kind: EmployeeTaskKind;
  readonly unit_id: string;
  readonly service_id: string;
  readonly employee_id: string | null;
  readonly reservation_id: string;
  readonly client_id: string | null;
  readonly created_at: Date;
  readonly done_at: Date | null;
  readonly hides_place: boolean;
}

/** For the reader, a parameter. */
const columnsFor = (reader: string): string =>
  `t.id, t.kind, t.unit_id, r.service_id, t.employee_id, t.reservation_id, t.client_id, t.created_at, t.done_at, ${hidesPlaceSql(reader)} AS hides_place`;

function toTask(row: TaskColumns): EmployeeTask {
  return {
    id: row.id,
    kind: row.kind,
    unitId: row.unit_id,
    serviceId: row.service_id,
    employeeId: row.employee_id,
    reservationId: row.reservation_id,
    clientId: row.client_id,
    createdAt: toInstant(row.created_at),
    doneAt: row.done_at === null ? null : toInstant(row.done_at),
    hidesPlace: row.hides_place,
  };
}

/** SQL: whether the task is about the time from which its reservation has been moved since. */
export const movedSince = (task: string): string =>
  `EXISTS (SELECT FROM reservation_event moved WHERE moved.reservation_id = ${task}.reservation_id AND moved.kind = 'MOVED' AND moved.at > ${task}.created_at)`;

@Injectable()
export class EmployeeTasksRepository {
  /**
   * One task a kind, reservation and client; a settled one, unless it was settled since, and one of the time before a move, is opened anew.
   * @returns false when nothing was opened
   */
  async open(
    tx: Tx,
    kind: EmployeeTaskKind,
    reservation: ReservationRow,
    clientId: string | null,
    at: Instant,
    unlessSettledSince?: Instant,
  ): Promise<boolean> {
    const [row]: { opened: boolean }[] = await tx.query(
      `WITH task AS (
         INSERT INTO employee_task (id, organisation_id, kind, unit_id, employee_id, reservation_id, client_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT ON CONSTRAINT employee_task_once
         DO UPDATE SET created_at = excluded.created_at, unit_id = excluded.unit_id, employee_id = excluded.employee_id, done_at = NULL, done_by = NULL
          WHERE ${movedSince('employee_task')}
             OR (employee_task.done_at IS NOT NULL AND ($9::timestamptz IS NULL OR employee_task.done_at <= $9))
         RETURNING 1)
       SELECT EXISTS (SELECT FROM task) AS opened`,
      [
        newId(),
        reservation.organisationId,
        kind,
        reservation.unitId,
        reservation.employeeId,
        reservation.id,
        clientId,
        toDate(at),
        unlessSettledSince === undefined ? null : toDate(unlessSettledSince),
      ],
    );
    return row?.opened === true;
  }

  async find(tx: Tx, readerId: string, id: string): Promise<EmployeeTask | null> {
    const rows: TaskColumns[] = await tx.query(
      `SELECT ${columnsFor('$2::uuid')} FROM employee_task t JOIN reservation r ON r.id = t.reservation_id WHERE t.id = $1`,
      [id, readerId],
    );
    return rows[0] === undefined ? null : toTask(rows[0]);
  }

  /** `scope` begins with parameter $2. */
  async listOpen(tx: Tx, readerId: string, scope: SqlPredicate, limit: number): Promise<EmployeeTask[]> {
    const rows: TaskColumns[] = await tx.query(
      `SELECT ${columnsFor('$1::uuid')}
         FROM employee_task t JOIN reservation r ON r.id = t.reservation_id
        WHERE t.done_at IS NULL AND ${scope.sql} ORDER BY t.created_at, t.id LIMIT ${String(limit)}`,
      [readerId, ...scope.parameters],
    );
    return rows.map(toTask);
  }

  async markDone(tx: Tx, id: string, employeeId: string, at: Instant): Promise<void> {
    await tx.query('UPDATE employee_task SET done_at = $2, done_by = $3 WHERE id = $1 AND done_at IS NULL', [id, toDate(at), employeeId]);
  }
}
