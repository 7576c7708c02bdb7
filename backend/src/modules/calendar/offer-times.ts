import { Injectable } from '@nestjs/common';
import { Clock, interval, newId, Problem, type Instant, type Interval } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { AppointmentTypes, type AppointmentTypeVersion } from '../appointment-types/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { ResourceReads } from '../resources/index.ts';
import { StaffReads } from '../staff/index.ts';
import { auditOf } from './calendar-audit.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { OFFERED_TIME_CHANGE } from './calendar.actions.ts';
import { ALREADY_OFFERED, CALENDAR_BUSY, ENTRY_SPAN_INVALID, TYPE_NOT_GIVEN } from './calendar.problems.ts';
import type { Audience, FixedSubject, OfferedTimeRow } from './calendar-types.ts';
import { OfferedTimes } from './offered-times.ts';
import { refuseUnplannable } from './plannable-times.ts';

export interface TimesToOffer {
  readonly employeeId: string;
  readonly unitId: string;
  /** One time that accepts any of these types. */
  readonly appointmentTypeIds: readonly string[];
  readonly startsAt: Instant;
  /** Left out: the type's own length, each type's its own. */
  readonly endsAt?: Instant;
  /** Only narrows the audience of the type, which is what it is when this is left out. */
  readonly audience?: Audience;
  /** Hidden from citizens until then. */
  readonly publishAt?: Instant;
  /** The other of a pair. */
  readonly withEmployeeIds?: readonly string[];
  readonly roomId?: string;
}

export interface OfferedBlock {
  readonly blockId: string;
  readonly offeredTimeIds: readonly string[];
  /** False as long as somebody of the time is busy or no room that fits is free: it comes on offer by itself when that ends. */
  readonly bookable: boolean;
}

/** Offers a time by hand. A withdrawn one at the same place is offered again; a group is published, which makes its people busy. */
@Injectable()
export class OfferTimes {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly types: AppointmentTypes,
    private readonly organisation: OrganisationReads,
    private readonly staff: StaffReads,
    private readonly resources: ResourceReads,
    private readonly offeredTimes: OfferedTimes,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem ALREADY_OFFERED, CALENDAR_BUSY (a group's), TYPE_NOT_GIVEN, ENTRY_SPAN_INVALID; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, request: TimesToOffer): Promise<OfferedBlock> {
    return this.transactions.run(principal, (tx) => this.inTransaction(tx, principal, request));
  }

  async inTransaction(tx: Tx, principal: Principal, request: TimesToOffer): Promise<OfferedBlock> {
    refuseUnplannable({ startsAt: request.startsAt, endsAt: request.endsAt, publishAt: request.publishAt }, this.clock.now());
    const partners = (request.withEmployeeIds ?? []).filter((id) => id !== request.employeeId);
    await this.staff.requirePlannable(tx, principal, OFFERED_TIME_CHANGE, request.unitId, [request.employeeId, ...partners]);
    await this.organisation.requireUnits(tx, [request.unitId]);
    const blockId = newId();
    const subjects = await this.fixedSubjects(tx, request, partners);
    const offeredTimeIds: string[] = [];
    for (const typeId of request.appointmentTypeIds) {
      const version = await this.typeGiven(tx, typeId, request.unitId);
      if (version.serviceId !== null) this.access.requirePlace(principal, OFFERED_TIME_CHANGE, request.unitId, [version.serviceId]);
      const id = await this.offeredTimes.offer(tx, rowOf(request, version, blockId, subjects));
      if (id === null) throw new Problem(version.capacity > 1 ? CALENDAR_BUSY : ALREADY_OFFERED);
      offeredTimeIds.push(id);
    }
    const subjectIds = [request.employeeId, ...subjects.map((subject) => subject.subjectId)];
    await this.changes.publish(tx, principal.organisationId, 'OFFERED', blockId, subjectIds);
    await this.audit.record(tx, principal, auditOf(principal, 'TimesOffer', 'create', 'offered_time', offeredTimeIds, request.unitId));
    const offered = await this.offeredTimes.readAll(tx, offeredTimeIds);
    return { blockId, offeredTimeIds, bookable: offered.some(({ state }) => state === 'OPEN') };
  }

  private async fixedSubjects(tx: Tx, request: TimesToOffer, partners: readonly string[]): Promise<FixedSubject[]> {
    const subjects: FixedSubject[] = partners.map((subjectId) => ({ subjectId, role: 'EMPLOYEE' }));
    if (request.roomId === undefined) return subjects;
    const rooms = await this.resources.rooms(tx, [request.unitId]);
    if (!rooms.some((room) => room.id === request.roomId)) throw new Problem(NOT_FOUND);
    return [...subjects, { subjectId: request.roomId, role: 'ROOM' }];
  }

  private async typeGiven(tx: Tx, typeId: string, unitId: string): Promise<AppointmentTypeVersion> {
    const version = await this.types.inForce(tx, typeId, this.clock.now());
    if (version === null) throw new Problem(NOT_FOUND);
    const isGiven = version.category === 'CLIENT' && version.state === 'ACTIVE' && version.unitIds.includes(unitId);
    if (!isGiven) throw new Problem(TYPE_NOT_GIVEN, { params: { code: version.code } });
    return version;
  }
}

const longestHours = 25;

function rowOf(request: TimesToOffer, version: AppointmentTypeVersion, blockId: string, subjects: readonly FixedSubject[]): OfferedTimeRow {
  if (version.serviceId === null) throw new Problem(TYPE_NOT_GIVEN, { params: { code: version.code } });
  return {
    employeeId: request.employeeId,
    unitId: request.unitId,
    serviceId: version.serviceId,
    appointmentTypeId: version.appointmentTypeId,
    span: entrySpan(request.startsAt, request.endsAt ?? request.startsAt.plus({ minutes: version.durationMinutes })),
    bufferBeforeMinutes: version.bufferBeforeMinutes,
    bufferAfterMinutes: version.bufferAfterMinutes,
    capacity: version.capacity,
    blockId,
    audience: request.audience ?? version.audience,
    publishAt: request.publishAt ?? null,
    subjects,
    room: version.roomNeed === 'NONE' ? null : { minCapacity: version.roomMinCapacity, features: version.roomFeatures },
  };
}

/** @throws Problem ENTRY_SPAN_INVALID */
export function entrySpan(start: Instant, end: Instant): Interval {
  const valid = start < end && end <= start.plus({ hours: longestHours });
  if (!valid) throw new Problem(ENTRY_SPAN_INVALID, { params: { hours: longestHours } });
  return interval(start, end);
}
