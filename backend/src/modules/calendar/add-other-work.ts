import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, type Instant } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { AppointmentTypes, type AppointmentTypeVersion } from '../appointment-types/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { ResourceReads } from '../resources/index.ts';
import { StaffReads } from '../staff/index.ts';
import { Allocations } from './allocations.repository.ts';
import { auditOf } from './calendar-audit.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { OTHER_WORK_CHANGE } from './calendar.actions.ts';
import { CALENDAR_BUSY, TYPE_NOT_GIVEN } from './calendar.problems.ts';
import type { Visibility } from './calendar-types.ts';
import { entrySpan } from './offer-times.ts';
import { OfferedTimes } from './offered-times.ts';
import { OtherWorkRows } from './other-work-rows.repository.ts';
import { refuseUnplannable } from './plannable-times.ts';

export interface OtherWorkToAdd {
  readonly appointmentTypeId: string;
  readonly unitId: string;
  /** Everybody who takes part; may be empty when only a room is needed. */
  readonly employeeIds: readonly string[];
  readonly roomId?: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly title?: string;
  /** Left out: what the type says. */
  readonly visibility?: Visibility;
}

/** Puts work without clients into one or several calendars: all of them, and the room, or none. */
@Injectable()
export class AddOtherWork {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly types: AppointmentTypes,
    private readonly organisation: OrganisationReads,
    private readonly staff: StaffReads,
    private readonly resources: ResourceReads,
    private readonly allocations: Allocations,
    private readonly offeredTimes: OfferedTimes,
    private readonly work: OtherWorkRows,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns its id @throws Problem CALENDAR_BUSY, TYPE_NOT_GIVEN, ENTRY_SPAN_INVALID; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, request: OtherWorkToAdd): Promise<string> {
    return this.transactions.run(principal, (tx) => this.inTransaction(tx, principal, request));
  }

  async inTransaction(tx: Tx, principal: Principal, request: OtherWorkToAdd): Promise<string> {
    const { unitId, employeeIds } = request;
    if (employeeIds.length === 0) this.access.require(principal, OTHER_WORK_CHANGE, { unitId });
    await this.staff.requirePlannable(tx, principal, OTHER_WORK_CHANGE, unitId, employeeIds);
    await this.organisation.requireUnits(tx, [unitId]);
    const roomId = request.roomId ?? null;
    if (roomId !== null && !(await this.resources.rooms(tx, [unitId])).some((room) => room.id === roomId)) throw new Problem(NOT_FOUND);
    const type = await this.typeInUse(tx, request.appointmentTypeId, unitId);
    const now = this.clock.now();
    refuseUnplannable({ startsAt: request.startsAt }, now);
    const span = entrySpan(request.startsAt, request.endsAt);
    const subjectIds = roomId === null ? [...employeeIds] : [...employeeIds, roomId];
    const id = newId();
    await this.allocations.shareSubjects(tx, subjectIds);
    await this.allocations.dropExpiredHolds(tx, subjectIds, span, now);
    if (!(await this.allocations.claim(tx, { subjectIds, span, kind: 'OTHER_WORK', sourceId: id }))) throw new Problem(CALENDAR_BUSY);
    await this.work.insert(
      tx,
      {
        id,
        unitId,
        employeeIds,
        roomId,
        span,
        appointmentTypeId: request.appointmentTypeId,
        title: request.title ?? null,
        visibility: request.visibility ?? type.calendarVisibility,
      },
      principal.kind === 'EMPLOYEE' ? principal.employeeId : null,
      now,
    );
    await this.offeredTimes.blockOverlapping(tx, { subjectIds, span });
    await this.changes.publish(tx, principal.organisationId, 'OTHER_WORK_ADDED', id, subjectIds);
    await this.audit.record(tx, principal, auditOf(principal, 'OtherWorkAdd', 'create', 'other_work', [id], unitId));
    return id;
  }

  private async typeInUse(tx: Tx, typeId: string, unitId: string): Promise<AppointmentTypeVersion> {
    const version = await this.types.inForce(tx, typeId, this.clock.now());
    if (version === null) throw new Problem(NOT_FOUND);
    const isInUse =
      version.category === 'OTHER' && version.state === 'ACTIVE' && (version.unitIds.length === 0 || version.unitIds.includes(unitId));
    if (!isInUse) throw new Problem(TYPE_NOT_GIVEN, { params: { code: version.code } });
    return version;
  }
}
