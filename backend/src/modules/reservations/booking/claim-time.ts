import { Injectable } from '@nestjs/common';
import { interval, Problem, type Instant, type Interval } from '../../../kernel/index.ts';
import type { Principal } from '../../../platform/access/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Mode } from '../../appointment-types/index.ts';
import {
  employeeFreeTimeView,
  FreeTimes,
  freeTimeView,
  needsRoom,
  RoomCandidates,
  type Search,
  type Seeker,
} from '../../availability/index.ts';
import { Allocations, claimSpanOf, OfferedTimes, type OfferedTimeRecord } from '../../calendar/index.ts';
import type { BookableVersion } from './offered-to-book.ts';
import type { LockedWithIt } from '../reservation-in-hand.ts';
import { TIME_TAKEN } from '../reservation.problems.ts';
import type { ReservationSubject } from '../reservations.repository.ts';

export interface TimeToClaim {
  readonly offered: OfferedTimeRecord;
  readonly version: BookableVersion;
  readonly mode: Mode;
  readonly kind: 'RESERVATION' | 'HOLD';
  /** Whose alternatives are offered when it is taken, and of which employees: employees are shown internal times too. */
  readonly search: Search;
  /** The reservation or the hold. */
  readonly sourceId: string;
  readonly holdExpiresAt?: Instant;
}

export interface ClaimedTime {
  readonly subjects: readonly ReservationSubject[];
  /** With buffers: what the subjects are busy for. */
  readonly span: Interval;
}

/** The step that book, move and hold share: everybody and a room become busy, or nobody and the time is somebody else's. */
@Injectable()
export class ClaimTime {
  constructor(
    private readonly allocations: Allocations,
    private readonly offeredTimes: OfferedTimes,
    private readonly rooms: RoomCandidates,
    private readonly freeTimes: FreeTimes,
  ) {}

  /** @throws Problem TIME_TAKEN with the three nearest alternatives */
  async execute(tx: Tx, wanted: TimeToClaim, now: Instant): Promise<ClaimedTime> {
    const claimed = await this.attempt(tx, wanted, now);
    if (claimed === null) throw await this.takenProblem(tx, wanted.offered, wanted.search, now);
    return claimed;
  }

  /** As `execute`, for whoever can do with another time: null when it is taken, and nothing is claimed then. */
  async attempt(tx: Tx, wanted: TimeToClaim, now: Instant): Promise<ClaimedTime | null> {
    const span = claimSpanOf(interval(wanted.offered.startsAt, wanted.offered.endsAt), wanted.version);
    const people = peopleOf(wanted.offered);
    // A group's people and room were claimed when it was published; a participant only takes a place.
    if (wanted.offered.capacity > 1) return { subjects: people, span };
    const peopleIds = people.map((person) => person.subjectId);
    await this.allocations.shareSubjects(tx, peopleIds);
    const rooms = await this.roomsFor(tx, wanted, span, now);
    await this.allocations.dropExpiredHolds(tx, [...peopleIds, ...rooms.flatMap((room) => room ?? [])], span, now);
    for (const room of rooms) {
      const subjects = room === null ? people : [...people, { subjectId: room, role: 'ROOM' as const }];
      if (await this.claimAll(tx, wanted, subjects, span)) return { subjects, span };
      // Another room helps only while the people are free; the rival who won has committed, so his claim is visible now.
      if (await this.anyoneBusy(tx, peopleIds, span)) break;
    }
    return null;
  }

  /** For whoever may try several times in turn: everybody of all of them, before the first. */
  async shareAll(tx: Tx, times: readonly Pick<TimeToClaim, 'offered' | 'version'>[]): Promise<void> {
    await this.allocations.shareSubjects(
      tx,
      times.flatMap((time) => this.lockedBefore(time).subjectIds),
    );
  }

  /** Everybody whom the claim names, and the office whose rooms it may touch: whoever deletes allocations before it locks them first. */
  lockedBefore({ offered, version }: Pick<TimeToClaim, 'offered' | 'version'>): LockedWithIt {
    // Whatever the mode: a time of a type that needs a room is also reopened by whoever frees one.
    const officesWithRooms = version.roomNeed === 'NONE' ? [] : [offered.unitId];
    return { subjectIds: peopleOf(offered).map((person) => person.subjectId), officesWithRooms };
  }

  /** Takes the offered time itself. @throws Problem TIME_TAKEN when it changed or filled meanwhile */
  async take(tx: Tx, offered: OfferedTimeRecord, search: Search, now: Instant): Promise<void> {
    if (await this.offeredTimes.take(tx, offered.id, offered.version)) return;
    throw await this.takenProblem(tx, offered, search, now);
  }

  /** TIME_TAKEN with the three nearest alternatives, to be thrown. */
  async takenProblem(tx: Tx, offered: OfferedTimeRecord, search: Search, now: Instant): Promise<Problem> {
    const nearest = await this.freeTimes.nearest(tx, offered, 3, now, search);
    // A citizen is not told with whom; an employee must not give a client another employee without seeing it.
    const alternatives =
      search.seeker === 'CITIZEN' ? nearest.map(freeTimeView) : (await this.freeTimes.withEmployees(tx, nearest)).map(employeeFreeTimeView);
    return new Problem(TIME_TAKEN, { extensions: { alternatives } });
  }

  /** What is tried in turn: each suitable room, or "no room" when none is needed or the offered time brings its own. */
  private async roomsFor(tx: Tx, wanted: TimeToClaim, span: Interval, now: Instant): Promise<readonly (string | null)[]> {
    const { version, mode, offered } = wanted;
    if (!needsRoom(version, mode) || offered.subjects.some((subject) => subject.role === 'ROOM')) return [null];
    return this.rooms.forTime(tx, { version, unitId: offered.unitId, span, now });
  }

  private async claimAll(tx: Tx, wanted: TimeToClaim, subjects: readonly ReservationSubject[], span: Interval): Promise<boolean> {
    await tx.query('SAVEPOINT claim_attempt');
    const claimed = await this.allocations.claim(tx, {
      subjectIds: subjects.map((subject) => subject.subjectId),
      span,
      kind: wanted.kind,
      sourceId: wanted.sourceId,
      ...(wanted.holdExpiresAt === undefined ? {} : { holdExpiresAt: wanted.holdExpiresAt }),
    });
    await tx.query(claimed ? 'RELEASE SAVEPOINT claim_attempt' : 'ROLLBACK TO SAVEPOINT claim_attempt');
    return claimed;
  }

  private async anyoneBusy(tx: Tx, peopleIds: readonly string[], span: Interval): Promise<boolean> {
    const busy = await this.allocations.busy(tx, peopleIds, span.start, span.end);
    return [...busy.values()].some((spans) => spans.some((taken) => taken.blocking));
  }
}

function peopleOf(offered: OfferedTimeRecord): ReservationSubject[] {
  return [{ subjectId: offered.employeeId, role: 'LEAD' }, ...offered.subjects];
}

/** Who looks for a time when this principal books or moves. */
export function seekerOf(principal: Principal): Seeker {
  return principal.kind === 'CITIZEN' ? 'CITIZEN' : 'EMPLOYEE';
}
