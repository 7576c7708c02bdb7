import { Injectable } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Allocations } from './allocations.repository.ts';
import { claimSpanOf, type CalendarConflict, type FixedSubject, type OfferedTimeRow, type TouchedSpan } from './calendar-types.ts';
import { OfferedTimeHints } from './offered-time-hints.repository.ts';
import { OfferedTimeRows } from './offered-time-rows.repository.ts';
import { SuitableRooms } from './suitable-rooms.repository.ts';

interface AppliedGroups {
  readonly created: number;
  readonly revived: number;
  readonly unchanged: number;
  readonly conflicts: readonly CalendarConflict[];
}

/** An offered time with several places: its people and room are busy from the moment it is published, not when somebody joins. */
@Injectable()
export class GroupSessions {
  constructor(
    private readonly rows: OfferedTimeRows,
    private readonly allocations: Allocations,
    private readonly rooms: SuitableRooms,
    private readonly hints: OfferedTimeHints,
    private readonly clock: Clock,
  ) {}

  /** The id of the published session; null when it is there already, or when somebody or every suitable room is busy. */
  async publish(tx: Tx, row: OfferedTimeRow, templateApplicationId: string | null): Promise<string | null> {
    const same = await this.rows.findSame(tx, row);
    if (same !== null && same.state !== 'WITHDRAWN') return null;
    const id = same?.id ?? newId();
    // Claiming before any lock on an offered time: the other order deadlocks.
    const subjects = await this.claim(tx, id, row);
    if (subjects === null) return null;
    const offered = await this.rows.offer(tx, id, { ...row, subjects }, templateApplicationId);
    if (offered !== id) {
      await this.allocations.release(tx, id, ['GROUP']);
      return null;
    }
    const subjectIds = [row.employeeId, ...subjects.map((subject) => subject.subjectId)];
    await this.hints.block(tx, { subjectIds, span: claimSpanOf(row.span, row), now: this.clock.now(), except: id });
    return id;
  }

  /** Publishes what a template plans, one by one: groups are few, and each must get its room. */
  async apply(tx: Tx, rows: readonly OfferedTimeRow[], applicationId: string): Promise<AppliedGroups> {
    let [created, revived, unchanged] = [0, 0, 0];
    const conflicts: CalendarConflict[] = [];
    // Of all groups at once: in the order of the groups, one could wait for what another's rival waits for.
    await this.allocations.shareSubjects(tx, rows.flatMap(namedBy));
    for (const row of rows) {
      const same = await this.rows.findSame(tx, row);
      if (same !== null && same.withdrawnBecause !== 'UNDO') unchanged += 1;
      else if ((await this.publish(tx, row, applicationId)) === null) {
        conflicts.push({ employeeId: row.employeeId, appointmentTypeId: row.appointmentTypeId, startsAt: row.span.start });
      } else if (same === null) created += 1;
      else revived += 1;
    }
    return { created, revived, unchanged, conflicts };
  }

  /** Releases what withdrawn sessions had claimed, and says what became free; ordinary times among the ids have nothing to release. */
  async unpublish(tx: Tx, offeredTimeIds: readonly string[]): Promise<readonly TouchedSpan[]> {
    return this.allocations.releaseAll(tx, offeredTimeIds, 'GROUP');
  }

  /** Everybody and everything that the session binds, claimed; null when it cannot be had, and then nothing is. */
  private async claim(tx: Tx, id: string, row: OfferedTimeRow): Promise<readonly FixedSubject[] | null> {
    const span = claimSpanOf(row.span, row);
    await this.allocations.shareSubjects(tx, namedBy(row));
    for (const room of await this.roomChoices(tx, row)) {
      const subjects: readonly FixedSubject[] = room === null ? row.subjects : [...row.subjects, { subjectId: room, role: 'ROOM' }];
      const subjectIds = [row.employeeId, ...subjects.map((subject) => subject.subjectId)];
      await this.allocations.dropExpiredHolds(tx, subjectIds, span, this.clock.now());
      if (await this.allocations.claim(tx, { subjectIds, span, kind: 'GROUP', sourceId: id })) return subjects;
      await this.allocations.release(tx, id, ['GROUP']);
    }
    return null;
  }

  private async roomChoices(tx: Tx, row: OfferedTimeRow): Promise<readonly (string | null)[]> {
    if (row.room === null || row.subjects.some((subject) => subject.role === 'ROOM')) return [null];
    return this.rooms.free(tx, row.unitId, row.room, claimSpanOf(row.span, row), this.clock.now());
  }
}

/** Everybody and everything that the session says it needs; a room that is only chosen is not among them. */
function namedBy(row: OfferedTimeRow): string[] {
  return [row.employeeId, ...row.subjects.map((subject) => subject.subjectId)];
}
