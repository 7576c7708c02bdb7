import { Injectable } from '@nestjs/common';
import { Clock, newId, type Instant, type Interval } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { AbsenceCover } from './absence-cover.ts';
import { Allocations } from './allocations.repository.ts';
import type {
  ApplyReport,
  OfferedTimeRecord,
  OfferedTimeRow,
  OtherWorkRow,
  TouchedSpan,
  UndoReport,
  UndoScope,
  WithdrawalCause,
} from './calendar-types.ts';
import { GroupSessions } from './group-sessions.ts';
import { OfferedTimeHints } from './offered-time-hints.repository.ts';
import { OfferedTimeRows } from './offered-time-rows.repository.ts';
import { OtherWorkRows } from './other-work-rows.repository.ts';
import { TemplateRows } from './template-rows.repository.ts';

/**
 * The times on offer, for those who book, move, cancel, and plan. Every method works in the caller's transaction; all spans that are
 * given are spans of claims, with buffers (`claimSpanOf`).
 */
@Injectable()
export class OfferedTimes {
  constructor(
    private readonly rows: OfferedTimeRows,
    private readonly hints: OfferedTimeHints,
    private readonly templateRows: TemplateRows,
    private readonly work: OtherWorkRows,
    private readonly groups: GroupSessions,
    private readonly absences: AbsenceCover,
    private readonly allocations: Allocations,
    private readonly clock: Clock,
  ) {}

  /** The offered time with whom and what it binds; null when there is none. A plain read that locks nothing. */
  read(tx: Tx, id: string): Promise<OfferedTimeRecord | null> {
    return this.rows.read(tx, id);
  }

  /** As `read`, of many at once, in the order of their ids; those that do not exist are left out. */
  readAll(tx: Tx, ids: readonly string[]): Promise<readonly OfferedTimeRecord[]> {
    return this.rows.readAll(tx, ids);
  }

  /** All rows of a block: one time that accepts several types. */
  readBlock(tx: Tx, blockId: string): Promise<readonly OfferedTimeRecord[]> {
    return this.rows.readBlock(tx, blockId);
  }

  /**
   * Takes one place. False unless the time is open, has a place, and still means what it meant at the given version. Only after the
   * claim: the other order deadlocks. For a place in a group there is nothing to claim.
   */
  take(tx: Tx, id: string, version: number): Promise<boolean> {
    return this.rows.take(tx, id, version);
  }

  /**
   * Gives one place back: when a reservation of it is cancelled or moves away. For a time of one place, `reopen` must follow in the
   * same transaction, after its allocations are released: only that shows the time again.
   */
  async giveBack(tx: Tx, id: string): Promise<void> {
    await this.rows.giveBack(tx, id);
    const row = await this.rows.read(tx, id);
    // A group's own claim goes on standing, so nothing else will reopen it.
    if (row !== null && row.capacity > 1) await this.hints.recompute(tx, [id], this.clock.now());
  }

  /** After a claim that stays: no more searched for is what the same people can no longer do, or a unit has no room left for. Never waits. */
  async blockOverlapping(tx: Tx, touched: TouchedSpan): Promise<void> {
    await this.hints.block(tx, { ...touched, now: this.clock.now(), except: null });
  }

  /**
   * After allocations have been deleted: an absence that covers the freed span takes it; then every blocked time of these people, and
   * of the whole unit when a room was freed, is decided anew by the allocations. Withdrawn times stay withdrawn.
   */
  async reopen(tx: Tx, touched: TouchedSpan): Promise<void> {
    const now = this.clock.now();
    await this.absences.takeFreed(tx, touched);
    await this.hints.recompute(tx, await this.hints.lockBlocked(tx, { ...touched, now }), now);
  }

  /** Decides the state of single times anew: after a claim failed on one that the search had shown. */
  async refresh(tx: Tx, ids: readonly string[]): Promise<void> {
    await this.hints.recompute(tx, ids, this.clock.now());
  }

  /** Hides what a hold makes impossible from the search until the hold expires. Never waits. */
  async holdHint(tx: Tx, touched: TouchedSpan & { readonly until: Instant }): Promise<void> {
    await this.hints.hide(tx, { ...touched, now: this.clock.now() });
  }

  /** Shows it again, after the hold's allocations are gone. */
  async clearHoldHint(tx: Tx, touched: TouchedSpan): Promise<void> {
    await this.hints.show(tx, { ...touched, now: this.clock.now() });
  }

  /**
   * Offers one time; a withdrawn one at the same place is offered again. A group claims its people and its room at once.
   * Null when it is on offer already, or when a group's people or rooms are busy.
   */
  async offer(tx: Tx, row: OfferedTimeRow): Promise<string | null> {
    if (row.capacity > 1) return this.groups.publish(tx, row, null);
    const id = await this.rows.offer(tx, newId(), row, null);
    if (id !== null) await this.hints.recompute(tx, [id], this.clock.now());
    return id;
  }

  /**
   * Before `withdraw`, and before anything else of its transaction: who withdraws a group frees its people and its room, and reopens.
   * Times of one place free nobody, and need no lock.
   */
  async lockForWithdrawal(tx: Tx, times: readonly OfferedTimeRecord[]): Promise<void> {
    const groups = times.filter((time) => time.capacity > 1);
    if (groups.length === 0) return;
    await this.allocations.lockSubjects(
      tx,
      groups.flatMap((time) => [time.employeeId, ...time.subjects.map((subject) => subject.subjectId)]),
      groups.map((time) => time.unitId),
    );
  }

  /** Withdraws those of the rows that nobody has taken a place of, and says which. A group's claim is released. */
  async withdraw(tx: Tx, ids: readonly string[], because: WithdrawalCause): Promise<readonly string[]> {
    const withdrawn = await this.rows.withdraw(tx, ids, because);
    for (const freed of asOne(await this.groups.unpublish(tx, withdrawn))) await this.reopen(tx, freed);
    return withdrawn;
  }

  /**
   * Puts a chunk of expanded template rows into the calendar: other work first, since it covers what is offered, then the offered
   * times. Applying twice adds nothing, undone rows come back, and what was withdrawn by hand stays away.
   */
  async apply(
    tx: Tx,
    rows: { readonly offered: readonly OfferedTimeRow[]; readonly otherWork: readonly OtherWorkRow[] },
    applicationId: string,
  ): Promise<ApplyReport> {
    const now = this.clock.now();
    const work = await this.work.addPlanned(tx, rows.otherWork, applicationId, now);
    for (const touched of asOne(work.touched)) await this.hints.refreshOpen(tx, { ...touched, now });
    const single = await this.templateRows.addOffered(
      tx,
      rows.offered.filter((row) => row.capacity === 1),
      applicationId,
    );
    await this.hints.recompute(tx, single.undecided, now);
    const groups = await this.groups.apply(
      tx,
      rows.offered.filter((row) => row.capacity > 1),
      applicationId,
    );
    return {
      created: work.created + single.created + groups.created,
      revived: single.revived + groups.revived,
      unchanged: work.unchanged + single.unchanged + groups.unchanged,
      blocked: single.blocked + (await this.templateRows.countBlocked(tx, single.undecided)),
      conflicts: [...work.conflicts, ...groups.conflicts],
    };
  }

  /**
   * Before `apply`, and before anything else of its transaction: everybody and every room that the rows name. Those of whom the
   * applications to be undone first may free something are locked for that, too.
   */
  async lockForApplying(
    tx: Tx,
    subjectIds: readonly string[],
    undone: { readonly applicationIds: readonly string[]; readonly now: Instant; readonly scope: UndoScope },
  ): Promise<void> {
    if (undone.applicationIds.length === 0) return this.allocations.shareSubjects(tx, subjectIds);
    const freed = await this.templateRows.subjectsOf(tx, undone.applicationIds, undone.now, undone.scope);
    await this.allocations.lockSubjects(tx, [...subjectIds, ...freed.subjectIds], freed.unitIds);
  }

  /** Before `undo`, and before anything else of its transaction: everybody and everything of whom it may free something. */
  async lockForUndo(tx: Tx, applicationId: string, now: Instant, scope: UndoScope): Promise<void> {
    const { subjectIds, unitIds } = await this.templateRows.subjectsOf(tx, [applicationId], now, scope);
    // With the rooms of the offices: who frees one of them reopens, and so locks, times that the undo withdraws.
    await this.allocations.lockSubjects(tx, subjectIds, unitIds);
  }

  /** Withdraws what an application offered, as far as it is not taken and starts later, and removes its coming other work. */
  async undo(tx: Tx, applicationId: string, now: Instant, scope: UndoScope = {}): Promise<UndoReport> {
    const withdrawn = await this.templateRows.withdrawOffered(tx, applicationId, now, scope);
    const freedByGroups = await this.groups.unpublish(tx, withdrawn);
    const freedByWork = await this.work.removePlanned(tx, applicationId, now, scope);
    for (const freed of asOne([...freedByGroups, ...freedByWork])) await this.reopen(tx, freed);
    return { withdrawn: withdrawn.length, otherWorkRemoved: freedByWork.length };
  }

  /** Withdraws what is open of the employee in the span, groups included. Gives the number of rows. */
  withdrawForAbsence(tx: Tx, employeeId: string, span: Interval): Promise<number> {
    return this.rows.withdrawForAbsence(tx, employeeId, span);
  }

  /**
   * Before `reviveAfterAbsence`, and before anything else of its transaction: the employee, whoever shares the withdrawn times, and all
   * rooms of their offices. Who frees or books one of them meanwhile does not see a withdrawn time, and would leave it wrongly decided.
   */
  async lockForRevival(tx: Tx, employeeId: string, span: Interval): Promise<void> {
    const { subjectIds, unitIds } = await this.rows.boundByWithdrawn(tx, employeeId, span);
    await this.allocations.lockSubjects(tx, [...new Set([employeeId, ...subjectIds])], unitIds);
  }

  /** Offers again what an absence had withdrawn; after `lockForRevival`, and `reopen` must follow. */
  reviveAfterAbsence(tx: Tx, employeeId: string, span: Interval): Promise<number> {
    return this.rows.reviveAfterAbsence(tx, employeeId, span, this.clock.now());
  }
}

/** All touched subjects over the whole stretch of time: deciding what was not touched too costs less than a statement for each span. */
function asOne(touched: readonly TouchedSpan[]): readonly TouchedSpan[] {
  const [first, ...others] = touched;
  if (first === undefined) return [];
  const start = others.reduce((earliest, { span }) => (span.start < earliest ? span.start : earliest), first.span.start);
  const end = others.reduce((latest, { span }) => (span.end > latest ? span.end : latest), first.span.end);
  return [{ subjectIds: [...new Set(touched.flatMap(({ subjectIds }) => subjectIds))], span: { start, end } }];
}
