import { Injectable } from '@nestjs/common';
import {
  addDays,
  daysBetween,
  formatInstant,
  interval,
  intersect,
  isId,
  parseInstant,
  Problem,
  startOfDay,
  type Instant,
  type Interval,
} from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { CURSOR_INVALID, decodeCursor, pageOf } from '../../platform/http/index.ts';
import { wishOf, type EmployeeWish } from '../appointment-types/index.ts';
import type { OfferedTimeRecord } from '../calendar/index.ts';
import { SPAN_EMPTY, SPAN_TOO_LONG } from './availability.problems.ts';
import {
  longestSpanDays,
  type EmployeeOfTime,
  type FreeDay,
  type FreeDayQuery,
  type FreeTime,
  type FreeTimePage,
  type FreeTimeQuery,
  type SearchScope,
  type Seeker,
} from './free-time-query.ts';
import { FreeTimesRepository, type LastRow, type StartAndUnit } from './free-times.repository.ts';
import { SearchScopes } from './search-scope.ts';

const nearbyDays = 30;

/** Free times of one type at one or several units, with any employee. All instants in UTC; days are local dates of the unit. */
@Injectable()
export class FreeTimes {
  constructor(
    private readonly scopes: SearchScopes,
    private readonly times: FreeTimesRepository,
  ) {}

  /**
   * The first free times, page by page, between minimum notice and horizon.
   * @throws Problem NOT_FOUND for a type that is not published; EMPLOYEE_NOT_TO_CHOOSE; SPAN_TOO_LONG, SPAN_EMPTY; CURSOR_INVALID
   */
  async first(tx: Tx, query: FreeTimeQuery): Promise<FreeTimePage> {
    requireSpan(query.from, query.to);
    const isOfEmployees = query.rowPer === 'EMPLOYEE';
    const scope = await this.scopes.of(tx, query);
    const read = isOfEmployees ? this.byEmployee(tx, scope, query) : this.byStart(tx, scope, query);
    const found: FreeTime[] = [];
    for (const window of windowsOf(wantedSpan(scope, query), read.after)) {
      found.push(...(await read.next(window, query.limit + 1 - found.length)));
      if (found.length > query.limit) break;
    }
    return pageOf(
      found,
      query.limit,
      ({ startsAt, unitId, id }) => [formatInstant(startsAt), unitId, ...(isOfEmployees ? [id] : [])],
      (time) => time,
    );
  }

  /** Who would meet the client at each of the times: for employees only. */
  async withEmployees<T extends Pick<FreeTime, 'id'>>(
    tx: Tx,
    times: readonly T[],
  ): Promise<(T & { readonly employees: readonly EmployeeOfTime[] })[]> {
    const employees = await this.times.employeesOf(
      tx,
      times.map(({ id }) => id),
    );
    return times.map((time) => ({ ...time, employees: employees.get(time.id) ?? [] }));
  }

  /**
   * How many starts each day has, for a month or any span of at most 90 days.
   * @throws Problem NOT_FOUND for a type that is not published; EMPLOYEE_NOT_TO_CHOOSE; SPAN_TOO_LONG, SPAN_EMPTY
   */
  async days(tx: Tx, query: FreeDayQuery): Promise<FreeDay[]> {
    if (query.toDate < query.fromDate) throw new Problem(SPAN_EMPTY);
    if (daysBetween(query.fromDate, query.toDate) >= longestSpanDays)
      throw new Problem(SPAN_TOO_LONG, { params: { days: longestSpanDays } });
    const scope = await this.scopes.of(tx, query);
    const counts = new Map<FreeDay['date'], number>();
    // Units of one zone share their days; more than one zone is rare, and its days begin at other instants.
    for (const zone of new Set(scope.units.map((unit) => unit.timeZone))) {
      const span =
        scope.span === null
          ? null
          : intersect(scope.span, { start: startOfDay(query.fromDate, zone), end: startOfDay(addDays(query.toDate, 1), zone) });
      const units = scope.units.filter((unit) => unit.timeZone === zone);
      const days = span === null ? [] : await this.times.days(tx, { ...scope, units }, span, query.now);
      for (const day of days) counts.set(day.date, (counts.get(day.date) ?? 0) + day.count);
    }
    return [...counts].map(([date, count]) => ({ date, count })).sort((a, b) => (a.date < b.date ? -1 : 1));
  }

  /**
   * The nearest other free times of the same type: of the same unit, and when that has too few, of the others. A colleague's at the
   * same moment comes first. For whoever was too late for one.
   * @param wish for whom it is searched, and of which employees
   * @throws Problem EMPLOYEE_NOT_TO_CHOOSE
   */
  async nearest(
    tx: Tx,
    taken: Pick<OfferedTimeRecord, 'id' | 'appointmentTypeId' | 'unitId' | 'startsAt'>,
    count: number,
    now: Instant,
    wish: Search = { seeker: 'CITIZEN' },
  ): Promise<FreeTime[]> {
    const scope = await this.scopes.find(tx, { ...wishOf(wish), seeker: wish.seeker, appointmentTypeId: taken.appointmentTypeId, now });
    if (scope === null) return [];
    const here = await this.around(tx, { ...scope, units: scope.units.filter((unit) => unit.id === taken.unitId) }, taken, count, now);
    if (here.length >= count) return here;
    const elsewhere = await this.around(
      tx,
      { ...scope, units: scope.units.filter((unit) => unit.id !== taken.unitId) },
      taken,
      count - here.length,
      now,
    );
    return [...here, ...elsewhere];
  }

  /**
   * Offered times that are the same to a citizen who has this wish: colleagues' at the same moment, of the same type and unit. Ids, perhaps none.
   * @throws Problem EMPLOYEE_NOT_TO_CHOOSE
   */
  async equal(
    tx: Tx,
    { id, appointmentTypeId, unitId, startsAt, endsAt }: OfferedTimeRecord,
    now: Instant,
    wish: EmployeeWish = {},
  ): Promise<string[]> {
    const scope = await this.scopes.find(tx, { ...wishOf(wish), seeker: 'CITIZEN', appointmentTypeId, unitIds: [unitId], now });
    return scope === null ? [] : this.times.atMoment(tx, scope, interval(startsAt, endsAt), now, id);
  }

  /** Whether citizens may know of this offered time at all: its type, its service, its unit and itself are open to everybody. */
  async isShownToCitizens(tx: Tx, offered: OfferedTimeRecord, now: Instant): Promise<boolean> {
    if (offered.audience !== 'GENERAL' || (offered.publishAt !== null && offered.publishAt > now)) return false;
    return this.scopes.isShownToCitizens(tx, offered.appointmentTypeId, offered.unitId, now);
  }

  private byStart(tx: Tx, scope: SearchScope, query: FreeTimeQuery): Reading {
    const after = query.cursor === undefined ? null : cursorOf(query.cursor);
    return { after, next: (window, limit) => this.times.first(tx, scope, window, query.now, limit, after) };
  }

  private byEmployee(tx: Tx, scope: SearchScope, { cursor, now }: FreeTimeQuery): Reading {
    const after = cursor === undefined ? null : lastRowOf(cursor);
    return { after, next: (window, limit) => this.times.ofEmployees(tx, scope, window, now, limit, after) };
  }

  private async around(
    tx: Tx,
    scope: SearchScope,
    taken: { readonly id: string; readonly startsAt: Instant },
    count: number,
    now: Instant,
  ): Promise<FreeTime[]> {
    const near = { start: taken.startsAt.minus({ days: nearbyDays }), end: taken.startsAt.plus({ days: nearbyDays }) };
    const span = scope.span === null ? null : intersect(scope.span, near);
    if (span === null) return [];
    // The taken time itself may still be shown: its state is a hint that may be a moment late.
    const later = intersect(span, { start: taken.startsAt, end: near.end });
    const earlier = intersect(span, { start: near.start, end: taken.startsAt });
    const found = [
      ...(later === null ? [] : await this.times.first(tx, scope, later, now, count, null, taken.id)),
      ...(earlier === null ? [] : await this.times.last(tx, scope, earlier, now, count)),
    ];
    const distance = (time: FreeTime): number => Math.abs(time.startsAt.toMillis() - taken.startsAt.toMillis());
    return found.sort((a, b) => distance(a) - distance(b)).slice(0, count);
  }
}

/** For whom it is searched, and of which employees. */
export interface Search extends EmployeeWish {
  readonly seeker: Seeker;
}

/** From where, and how, the next rows are read. */
interface Reading {
  readonly after: StartAndUnit | null;
  next(window: Interval, limit: number): Promise<FreeTime[]>;
}

function requireSpan(from: Instant | undefined, to: Instant | undefined): void {
  if (from === undefined || to === undefined) return;
  if (to <= from) throw new Problem(SPAN_EMPTY);
  if (to > from.plus({ days: longestSpanDays })) throw new Problem(SPAN_TOO_LONG, { params: { days: longestSpanDays } });
}

function wantedSpan(scope: SearchScope, query: FreeTimeQuery): Interval | null {
  if (scope.span === null) return null;
  const start = query.from ?? scope.span.start;
  const end = query.to ?? scope.span.end;
  return start < end ? intersect(scope.span, { start, end }) : null;
}

/** The span in pieces of 90 days: each is one look at the index, and a type with nothing free is soon looked through. */
function* windowsOf(span: Interval | null, after: StartAndUnit | null): Generator<Interval> {
  if (span === null) return;
  for (let start = after === null || after.startsAt < span.start ? span.start : after.startsAt; start < span.end;) {
    const next = start.plus({ days: longestSpanDays });
    const end = next < span.end ? next : span.end;
    yield interval(start, end);
    start = end;
  }
}

function cursorOf(text: string): StartAndUnit {
  const [startsAt, unitId] = decodeCursor(text, 2);
  try {
    return { startsAt: parseInstant(String(startsAt)), unitId: idOf(unitId) };
  } catch (error) {
    throw new Problem(CURSOR_INVALID, { cause: error });
  }
}

function lastRowOf(text: string): LastRow {
  const [startsAt, unitId, id] = decodeCursor(text, 3);
  try {
    return { startsAt: parseInstant(String(startsAt)), unitId: idOf(unitId), id: idOf(id) };
  } catch (error) {
    throw new Problem(CURSOR_INVALID, { cause: error });
  }
}

function idOf(value: unknown): string {
  if (!isId(value)) throw new RangeError('Not an id in a cursor.');
  return value;
}
