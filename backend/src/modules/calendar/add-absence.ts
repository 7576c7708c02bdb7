import { Injectable } from '@nestjs/common';
import { Clock, interval, newId, Problem, type Instant } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { StaffReads } from '../staff/index.ts';
import { AbsenceCover } from './absence-cover.ts';
import { AbsencesRepository } from './absences.repository.ts';
import { Allocations } from './allocations.repository.ts';
import { auditOf } from './calendar-audit.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { ABSENCE_CHANGE } from './calendar.actions.ts';
import { ABSENCE_SPAN_INVALID } from './calendar.problems.ts';
import type { AbsenceKind } from './calendar-types.ts';
import { OfferedTimes } from './offered-times.ts';
import { refuseUnplannable } from './plannable-times.ts';

export interface AbsenceToAdd {
  readonly employeeId: string;
  /** AWAY is the neutral word; the reason of an absence is never asked and never stored. */
  readonly kind: AbsenceKind;
  readonly startsAt: Instant;
  /** At most two years later. */
  readonly endsAt: Instant;
}

export interface AddedAbsence {
  readonly id: string;
  /** Offered times that nobody can book any more. */
  readonly withdrawnTimes: number;
  /** Reservations and groups that stand in the absence and wait to be moved, transferred or cancelled. */
  readonly reservationsToHandle: number;
}

const longestYears = 2;

/** Marks an employee absent. First the time is closed, in this one transaction; what stands in it is handled afterwards. */
@Injectable()
export class AddAbsence {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly staff: StaffReads,
    private readonly absences: AbsencesRepository,
    private readonly cover: AbsenceCover,
    private readonly allocations: Allocations,
    private readonly offeredTimes: OfferedTimes,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem ABSENCE_SPAN_INVALID; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, request: AbsenceToAdd): Promise<AddedAbsence> {
    return this.transactions.run(principal, (tx) => this.inTransaction(tx, principal, request));
  }

  async inTransaction(tx: Tx, principal: Principal, request: AbsenceToAdd): Promise<AddedAbsence> {
    refuseUnplannable({ startsAt: request.startsAt }, this.clock.now());
    const { employeeId } = request;
    this.access.requireAction(principal, ABSENCE_CHANGE);
    const [employee] = await this.staff.requireEmployees(tx, [employeeId]);
    const unitId = employee?.homeUnitId ?? '';
    this.access.require(principal, ABSENCE_CHANGE, { unitId, employeeIds: [employeeId] });
    const valid = request.startsAt < request.endsAt && request.endsAt <= request.startsAt.plus({ years: longestYears });
    if (!valid) throw new Problem(ABSENCE_SPAN_INVALID, { params: { years: longestYears } });
    const span = interval(request.startsAt, request.endsAt);
    const id = newId();
    await this.allocations.lockSubjects(tx, [employeeId]);
    await this.absences.insert(
      tx,
      { id, employeeId, kind: request.kind, span },
      principal.kind === 'EMPLOYEE' ? principal.employeeId : null,
      this.clock.now(),
    );
    await this.allocations.dropHolds(tx, [employeeId], span);
    await this.cover.claimGaps(tx, employeeId, id, span);
    const withdrawnTimes = await this.offeredTimes.withdrawForAbsence(tx, employeeId, span);
    const companions = await this.absences.companions(tx, employeeId, span);
    await this.changes.publish(tx, principal.organisationId, 'ABSENCE_ADDED', id, [employeeId, ...companions]);
    await this.audit.record(tx, principal, auditOf(principal, 'AbsenceAdd', 'create', 'absence', [id], unitId));
    return { id, withdrawnTimes, reservationsToHandle: await this.absences.countReservations(tx, employeeId, span) };
  }
}
