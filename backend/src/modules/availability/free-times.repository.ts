import { Injectable } from '@nestjs/common';
import type { Instant, Interval, LocalDate } from '../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { EmployeeOfTime, FreeDay, FreeTime, SearchScope } from './free-time-query.ts';

export interface StartAndUnit {
  readonly startsAt: Instant;
  readonly unitId: string;
}

/** The last row of a page of employees' own times: several can share start and unit. */
export interface LastRow extends StartAndUnit {
  readonly id: string;
}

interface FreeTimeColumns {
  readonly id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly unit_id: string;
}

/** $1 type, $2 units, $3 audiences, $4 now, $5 and $6 the span: what the index of open rows answers. */
export const isFree = `
      o.state = 'OPEN' AND o.organisation_id = current_setting('app.organisation_id')::uuid AND o.appointment_type_id = $1
  AND o.unit_id = ANY ($2::uuid[]) AND o.audience = ANY ($3::text[])
  AND (o.publish_at IS NULL OR o.publish_at <= $4) AND (o.held_until IS NULL OR o.held_until <= $4)
  AND o.starts_at >= $5 AND o.starts_at < $6`;

/** As `isFree` but whether or not it is taken, and without the span. */
const isOffered = `
      o.appointment_type_id = $1 AND o.unit_id = ANY ($2::uuid[]) AND o.audience = ANY ($3::text[])
  AND (o.publish_at IS NULL OR o.publish_at <= $4)
  AND (o.state IN ('OPEN','FULL','BLOCKED') OR o.withdrawn_because = 'ABSENCE')`;

/** One of the employees of the parameter leads the time, or takes part in it. */
const isWith = (employees: string): string =>
  `(o.employee_id = ANY (${employees}::uuid[])
     OR EXISTS (SELECT FROM offered_time_subject s WHERE s.offered_time_id = o.id AND s.subject_id = ANY (${employees}::uuid[])))`;

/** Starts and units in their order, each once, whoever of the employees would be there. */
const firstFreeTimes = (of: string): string => `
  SELECT DISTINCT ON (o.starts_at, o.unit_id) o.id, o.starts_at, o.ends_at, o.unit_id
    FROM offered_time o
   WHERE ${isFree} AND ($7::uuid IS NULL OR o.starts_at > $5 OR o.unit_id > $7) AND o.id IS DISTINCT FROM $8::uuid ${of}
   ORDER BY o.starts_at, o.unit_id, o.id
   LIMIT $9`;

export const firstFreeTimesSql = firstFreeTimes('');

/** Of the employees $10: each start once, though a person may lead one time then and take part in another. */
export const firstFreeTimesOfEmployeesSql = firstFreeTimes(`AND ${isWith('$10')}`);

/** Every time by itself, not each start once; of certain employees when $9 is given. */
export const everyFreeTimeSql = `
  SELECT o.id, o.starts_at, o.ends_at, o.unit_id
    FROM offered_time o
   WHERE ${isFree} AND ($7::uuid IS NULL OR (o.starts_at, o.unit_id, o.id) > ($5, $7, $8::uuid))
     AND ($9::uuid[] IS NULL OR ${isWith('$9')})
   ORDER BY o.starts_at, o.unit_id, o.id
   LIMIT $10`;

const lastFreeTimes = (of: string): string => `
  SELECT DISTINCT ON (o.starts_at, o.unit_id) o.id, o.starts_at, o.ends_at, o.unit_id
    FROM offered_time o
   WHERE ${isFree} ${of}
   ORDER BY o.starts_at DESC, o.unit_id DESC, o.id
   LIMIT $7`;

export const lastFreeTimesSql = lastFreeTimes('');

export const lastFreeTimesOfEmployeesSql = lastFreeTimes(`AND ${isWith('$8')}`);

/** The offered times of all colleagues at one moment, not one for all of them. */
const freeAtMoment = (of: string): string => `
  SELECT o.id FROM offered_time o
   WHERE ${isFree} AND o.ends_at = $7 AND o.id <> $8 ${of}
   ORDER BY o.id`;

export const freeAtMomentSql = freeAtMoment('');

export const freeAtMomentOfEmployeesSql = freeAtMoment(`AND ${isWith('$9')}`);

/** The date is told after colleagues at one start have become one: it is what costs most. */
const freeDays = (of: string): string => `
  SELECT (free.starts_at AT TIME ZONE place.time_zone)::date AS on_date, count(*)::int AS count
    FROM (SELECT DISTINCT o.starts_at, o.unit_id FROM offered_time o WHERE ${isFree} ${of}) AS free
    JOIN unnest($2::uuid[], $7::text[]) AS place (unit_id, time_zone) ON place.unit_id = free.unit_id
   GROUP BY 1 ORDER BY 1`;

export const freeDaysSql = freeDays('');

export const freeDaysOfEmployeesSql = freeDays(`AND ${isWith('$8')}`);

/** Who has times at all, free, taken or withdrawn for an absence: the answer tells of nobody's leave or full weeks. */
const employeesWithTimesSql = `
  SELECT e.id FROM employee e
   WHERE e.organisation_id = current_setting('app.organisation_id')::uuid
     AND (EXISTS (SELECT FROM offered_time o
                  WHERE o.employee_id = e.id AND o.starts_at >= $5 AND o.starts_at < $6 AND ${isOffered})
      OR EXISTS (SELECT FROM offered_time_subject s JOIN offered_time o ON o.id = s.offered_time_id
                  WHERE s.subject_id = e.id AND s.role = 'EMPLOYEE' AND o.starts_at >= $5 AND o.starts_at < $6 AND ${isOffered}))`;

/** Search over open offered times. The state of a row is a hint: the claim of a booking decides. */
@Injectable()
export class FreeTimesRepository {
  /**
   * From the start of the span on; with a cursor, what comes after it.
   * @param exceptId an offered time that does not count, though a colleague's at the same moment does
   */
  async first(
    tx: Tx,
    scope: SearchScope,
    span: Interval,
    now: Instant,
    limit: number,
    after: StartAndUnit | null,
    exceptId: string | null = null,
  ): Promise<FreeTime[]> {
    if (scope.units.length === 0) return [];
    const from = after === null || after.startsAt < span.start ? span.start : after.startsAt;
    const unitId = after === null || after.startsAt < span.start ? null : after.unitId;
    const parameters = [...parametersOf(scope, { start: from, end: span.end }, now), unitId, exceptId, limit];
    const rows: FreeTimeColumns[] = await queryFor(tx, scope, firstFreeTimesSql, firstFreeTimesOfEmployeesSql, parameters);
    return rows.map((row) => freeTimeOf(row, scope));
  }

  /** As `first`, with a row for each employee. */
  async ofEmployees(tx: Tx, scope: SearchScope, span: Interval, now: Instant, limit: number, after: LastRow | null): Promise<FreeTime[]> {
    if (scope.units.length === 0) return [];
    const isWithin = after !== null && after.startsAt >= span.start;
    const start = isWithin ? after.startsAt : span.start;
    const rows: FreeTimeColumns[] = await tx.query(everyFreeTimeSql, [
      ...parametersOf(scope, { start, end: span.end }, now),
      isWithin ? after.unitId : null,
      isWithin ? after.id : null,
      scope.employeeIds,
      limit,
    ]);
    return rows.map((row) => freeTimeOf(row, scope));
  }

  /** Employees who have times where the search looks, free or not. */
  async employeeIdsIn(tx: Tx, scope: SearchScope, now: Instant): Promise<string[]> {
    if (scope.units.length === 0 || scope.span === null) return [];
    const rows: { id: string }[] = await tx.query(employeesWithTimesSql, parametersOf(scope, scope.span, now));
    return rows.map((row) => row.id);
  }

  /** Who would meet the client at each of the offered times, by its id. */
  async employeesOf(tx: Tx, offeredTimeIds: readonly string[]): Promise<ReadonlyMap<string, readonly EmployeeOfTime[]>> {
    const rows: (EmployeeOfTime & { readonly offered_time_id: string })[] = await tx.query(
      `SELECT meets.offered_time_id, e.id, e.first_name || ' ' || e.last_name AS name, meets.lead
         FROM (SELECT o.id AS offered_time_id, o.employee_id, true AS lead FROM offered_time o WHERE o.id = ANY ($1::uuid[])
                UNION ALL
               SELECT s.offered_time_id, s.subject_id, false FROM offered_time_subject s
                WHERE s.offered_time_id = ANY ($1::uuid[]) AND s.role = 'EMPLOYEE') AS meets
         JOIN employee e ON e.id = meets.employee_id
        ORDER BY meets.lead DESC, e.last_name, e.id`,
      [offeredTimeIds],
    );
    const employees = new Map<string, EmployeeOfTime[]>();
    for (const { offered_time_id: timeId, id, name, lead } of rows)
      employees.set(timeId, [...(employees.get(timeId) ?? []), { id, name, lead }]);
    return employees;
  }

  /** Backwards from the end of the span. */
  async last(tx: Tx, scope: SearchScope, span: Interval, now: Instant, limit: number): Promise<FreeTime[]> {
    if (scope.units.length === 0) return [];
    const parameters = [...parametersOf(scope, span, now), limit];
    const rows: FreeTimeColumns[] = await queryFor(tx, scope, lastFreeTimesSql, lastFreeTimesOfEmployeesSql, parameters);
    return rows.map((row) => freeTimeOf(row, scope));
  }

  /** Ids of the other times that begin and end when this one does, of everybody whom the search may mean. */
  async atMoment(tx: Tx, scope: SearchScope, moment: Interval, now: Instant, exceptId: string): Promise<string[]> {
    if (scope.units.length === 0) return [];
    const first = { start: moment.start, end: moment.start.plus({ milliseconds: 1 }) };
    const parameters = [...parametersOf(scope, first, now), toDate(moment.end), exceptId];
    const rows: { id: string }[] = await queryFor(tx, scope, freeAtMomentSql, freeAtMomentOfEmployeesSql, parameters);
    return rows.map((row) => row.id);
  }

  /** Starts by local date of their unit; a moment has one date only, so PostgreSQL may tell it. */
  async days(tx: Tx, scope: SearchScope, span: Interval, now: Instant): Promise<FreeDay[]> {
    if (scope.units.length === 0) return [];
    const parameters = [...parametersOf(scope, span, now), scope.units.map((unit) => unit.timeZone)];
    const rows: { on_date: LocalDate; count: number }[] = await queryFor(tx, scope, freeDaysSql, freeDaysOfEmployeesSql, parameters);
    return rows.map((row) => ({ date: row.on_date, count: row.count }));
  }
}

/** The statement without employees is the one that nearly everybody's search is: it carries no condition of theirs. */
function queryFor<T>(tx: Tx, scope: SearchScope, ofAnybody: string, ofEmployees: string, parameters: unknown[]): Promise<T> {
  return scope.employeeIds === null ? tx.query(ofAnybody, parameters) : tx.query(ofEmployees, [...parameters, scope.employeeIds]);
}

function parametersOf(scope: SearchScope, span: Interval, now: Instant): unknown[] {
  return [scope.appointmentTypeId, scope.units.map((unit) => unit.id), scope.audiences, toDate(now), toDate(span.start), toDate(span.end)];
}

function freeTimeOf(row: FreeTimeColumns, scope: SearchScope): FreeTime {
  return { id: row.id, startsAt: toInstant(row.starts_at), endsAt: toInstant(row.ends_at), unitId: row.unit_id, modes: scope.modes };
}
