import { Injectable } from '@nestjs/common';
import { addDays, Clock, Problem, startOfDay, type Interval, type LocalDate } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Allocations, SuitableRooms, type RoomRequirement } from '../calendar/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { StaffReads } from '../staff/index.ts';
import { SPAN_EMPTY, SPAN_TOO_LONG } from './availability.problems.ts';
import { commonFreeTime, type CommonTime, type Participant } from './common-free-time.ts';
import { longestSpanDays } from './free-time-query.ts';

export interface CommonFreeTimeQuery {
  readonly employeeIds: readonly string[];
  /** All of them for one person or a pair; 2 for any two of a team. */
  readonly needed: number;
  /** A room of the unit that suits; null: no room. */
  readonly room: { readonly unitId: string; readonly need: RoomRequirement } | null;
  /** Whose wall clock the dates are of. */
  readonly unitId: string;
  /** Both included; at most 90 days. */
  readonly fromDate: LocalDate;
  readonly toDate: LocalDate;
  /** With buffers. */
  readonly minutes: number;
  readonly stepMinutes: number;
  readonly limit: number;
}

/** When people are at work and nothing keeps them busy, whether or not a time is on offer: for employees only. */
@Injectable()
export class FindCommonFreeTime {
  constructor(
    private readonly staff: StaffReads,
    private readonly organisation: OrganisationReads,
    private readonly allocations: Allocations,
    private readonly rooms: SuitableRooms,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem SPAN_EMPTY, SPAN_TOO_LONG; NOT_FOUND for a unit of nobody */
  async find(tx: Tx, query: CommonFreeTimeQuery): Promise<CommonTime[]> {
    if (query.toDate < query.fromDate) throw new Problem(SPAN_EMPTY);
    if (addDays(query.fromDate, longestSpanDays) <= query.toDate) throw new Problem(SPAN_TOO_LONG, { params: { days: longestSpanDays } });
    const [unit] = await this.organisation.requireUnits(tx, [query.unitId]);
    if (unit === undefined) return [];
    const midnight = startOfDay(query.fromDate, unit.timeZone);
    const now = this.clock.now();
    const span: Interval = { start: midnight < now ? now : midnight, end: startOfDay(addDays(query.toDate, 1), unit.timeZone) };
    if (span.start >= span.end) return [];
    const working = await this.staff.workingIntervals(tx, query.employeeIds, query.fromDate, query.toDate);
    const roomIds = query.room === null ? [] : await this.rooms.suitable(tx, query.room.unitId, query.room.need);
    const busy = await this.allocations.busy(tx, [...query.employeeIds, ...roomIds], span.start, span.end);
    // What has begun before now is no free time any more.
    const past = { start: midnight.minus({ days: 1 }), end: span.start };
    const participant = (subjectId: string, available: readonly Interval[]): Participant => ({
      subjectId,
      available,
      busy: [past, ...(busy.get(subjectId) ?? []).filter((entry) => entry.blocking)],
    });
    return commonFreeTime({
      people: query.employeeIds.map((id) => participant(id, working.get(id) ?? [])),
      needed: query.needed,
      ...(query.room === null ? {} : { rooms: roomIds.map((id) => participant(id, [span])) }),
      minutes: query.minutes,
      stepMinutes: query.stepMinutes,
      limit: query.limit,
    });
  }
}
