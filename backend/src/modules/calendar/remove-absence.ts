import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { VERSION_CONFLICT } from '../../platform/http/index.ts';
import { AbsencesRepository } from './absences.repository.ts';
import { Allocations } from './allocations.repository.ts';
import { auditOf } from './calendar-audit.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { ABSENCE_CHANGE } from './calendar.actions.ts';
import { ENTRY_REMOVED } from './calendar.problems.ts';
import { OfferedTimes } from './offered-times.ts';

/** Undoes an absence: what it kept busy becomes free, and what it withdrew is offered again. Another absence takes what it covers. */
@Injectable()
export class RemoveAbsence {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly absences: AbsencesRepository,
    private readonly allocations: Allocations,
    private readonly offeredTimes: OfferedTimes,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem ENTRY_REMOVED; VERSION_CONFLICT when it has changed; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, absenceId: string, version: number): Promise<void> {
    return this.transactions.run(principal, (tx) => this.inTransaction(tx, principal, absenceId, version));
  }

  async inTransaction(tx: Tx, principal: Principal, absenceId: string, version: number): Promise<void> {
    this.access.requireAction(principal, ABSENCE_CHANGE);
    const absence = await this.absences.read(tx, absenceId);
    if (absence === null) throw new Problem(NOT_FOUND);
    const { employeeId, span, unitId } = absence;
    this.access.require(principal, ABSENCE_CHANGE, { unitId, employeeIds: [employeeId] });
    if (absence.removed) throw new Problem(ENTRY_REMOVED);
    await this.offeredTimes.lockForRevival(tx, employeeId, span);
    if (!(await this.absences.remove(tx, absenceId, version, this.clock.now()))) throw new Problem(VERSION_CONFLICT);
    await this.allocations.release(tx, absenceId, ['ABSENCE']);
    await this.offeredTimes.reviveAfterAbsence(tx, employeeId, span);
    await this.offeredTimes.reopen(tx, { subjectIds: [employeeId], span });
    const companions = await this.absences.companions(tx, employeeId, span);
    await this.changes.publish(tx, principal.organisationId, 'ABSENCE_REMOVED', absenceId, [employeeId, ...companions]);
    await this.audit.record(tx, principal, auditOf(principal, 'AbsenceRemove', 'update', 'absence', [absenceId], unitId));
  }
}
