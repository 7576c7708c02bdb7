import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { auditOf } from './calendar-audit.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { OFFERED_TIME_CHANGE } from './calendar.actions.ts';
import { TIME_ALREADY_TAKEN } from './calendar.problems.ts';
import { OfferedTimes } from './offered-times.ts';

/** Withdraws a time by hand, with all types of its block. No template brings it back. */
@Injectable()
export class WithdrawOfferedTime {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly offeredTimes: OfferedTimes,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
  ) {}

  /** Repeating it changes nothing. @throws Problem TIME_ALREADY_TAKEN; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, offeredTimeId: string): Promise<void> {
    return this.transactions.run(principal, (tx) => this.inTransaction(tx, principal, offeredTimeId));
  }

  async inTransaction(tx: Tx, principal: Principal, offeredTimeId: string): Promise<void> {
    this.access.requireAction(principal, OFFERED_TIME_CHANGE);
    const time = await this.offeredTimes.read(tx, offeredTimeId);
    if (time === null) throw new Problem(NOT_FOUND);
    this.access.require(principal, OFFERED_TIME_CHANGE, { unitId: time.unitId, serviceId: time.serviceId, employeeIds: [time.employeeId] });
    const rows = (await this.offeredTimes.readBlock(tx, time.blockId)).filter((row) => row.employeeId === time.employeeId);
    const ids = rows.map((row) => row.id);
    await this.offeredTimes.lockForWithdrawal(tx, rows);
    await this.offeredTimes.withdraw(tx, ids, 'HAND');
    // Whoever booked at the same moment has won; seen only after the update, which waited for them.
    const after = await this.offeredTimes.readBlock(tx, time.blockId);
    if (after.some((row) => ids.includes(row.id) && row.taken > 0)) throw new Problem(TIME_ALREADY_TAKEN);
    const subjectIds = rows.flatMap((row) => [row.employeeId, ...row.subjects.map((subject) => subject.subjectId)]);
    await this.changes.publish(tx, principal.organisationId, 'WITHDRAWN', time.blockId, subjectIds);
    await this.audit.record(tx, principal, auditOf(principal, 'OfferedTimeWithdraw', 'update', 'offered_time', ids, time.unitId));
  }
}
