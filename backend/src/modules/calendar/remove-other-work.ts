import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { VERSION_CONFLICT } from '../../platform/http/index.ts';
import { Allocations } from './allocations.repository.ts';
import { auditOf } from './calendar-audit.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { OTHER_WORK_CHANGE } from './calendar.actions.ts';
import { ENTRY_REMOVED } from './calendar.problems.ts';
import { OfferedTimes } from './offered-times.ts';
import { OtherWorkRows } from './other-work-rows.repository.ts';

/** Takes work out of the calendars and shows again what it had covered. No template brings it back. */
@Injectable()
export class RemoveOtherWork {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly allocations: Allocations,
    private readonly offeredTimes: OfferedTimes,
    private readonly work: OtherWorkRows,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem ENTRY_REMOVED; VERSION_CONFLICT when it has changed; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, otherWorkId: string, version: number): Promise<void> {
    return this.transactions.run(principal, (tx) => this.inTransaction(tx, principal, otherWorkId, version));
  }

  async inTransaction(tx: Tx, principal: Principal, otherWorkId: string, version: number): Promise<void> {
    this.access.requireAction(principal, OTHER_WORK_CHANGE);
    const work = await this.work.read(tx, otherWorkId);
    if (work === null) throw new Problem(NOT_FOUND);
    // Somebody else's calendar is not one's own because one takes part in the meeting too.
    if (work.employeeIds.length === 0) this.access.require(principal, OTHER_WORK_CHANGE, { unitId: work.unitId });
    for (const employeeId of work.employeeIds)
      this.access.require(principal, OTHER_WORK_CHANGE, { unitId: work.unitId, employeeIds: [employeeId] });
    if (work.removed) throw new Problem(ENTRY_REMOVED);
    const subjectIds = work.roomId === null ? [...work.employeeIds] : [...work.employeeIds, work.roomId];
    await this.allocations.lockSubjects(tx, subjectIds);
    if (!(await this.work.remove(tx, otherWorkId, version, this.clock.now()))) throw new Problem(VERSION_CONFLICT);
    await this.allocations.release(tx, otherWorkId, ['OTHER_WORK']);
    await this.offeredTimes.reopen(tx, { subjectIds, span: work.span });
    await this.changes.publish(tx, principal.organisationId, 'OTHER_WORK_REMOVED', otherWorkId, subjectIds);
    await this.audit.record(tx, principal, auditOf(principal, 'OtherWorkRemove', 'update', 'other_work', [otherWorkId], work.unitId));
  }
}
