import { interval, intervalFrom, newId, parseInstant, type Clock, type Interval } from '../../../kernel/index.ts';
import { Access } from '../../../platform/access/index.ts';
import { Audit } from '../../../platform/audit/index.ts';
import { LivePublisher } from '../../../platform/live/index.ts';
import { Outbox } from '../../../platform/outbox/index.ts';
import { OutboxRepository } from '../../../platform/outbox/outbox.repository.ts';
import { appointmentTypesOf } from '../../appointment-types/testing/index.ts';
import { organisationOf, type Saveable, type TestPlace } from '../../organisation/testing/index.ts';
import { resourcesOf } from '../../resources/testing/index.ts';
import { staffOf } from '../../staff/testing/index.ts';
import { AbsenceCover } from '../absence-cover.ts';
import { AbsencesRepository } from '../absences.repository.ts';
import { AddAbsence } from '../add-absence.ts';
import { AddOtherWork } from '../add-other-work.ts';
import { Allocations } from '../allocations.repository.ts';
import { CalendarChanges } from '../calendar-changes.ts';
import type { Claim, OfferedTimeRow } from '../calendar-types.ts';
import { ExpireOfferedTimes } from '../expire-offered-times.ts';
import { GroupSessions } from '../group-sessions.ts';
import { OfferTimes } from '../offer-times.ts';
import { OfferedTimeHints } from '../offered-time-hints.repository.ts';
import { OfferedTimeRows } from '../offered-time-rows.repository.ts';
import { OfferedTimes } from '../offered-times.ts';
import { OtherWorkRows } from '../other-work-rows.repository.ts';
import { RemoveAbsence } from '../remove-absence.ts';
import { RemoveOtherWork } from '../remove-other-work.ts';
import { SuitableRooms } from '../suitable-rooms.repository.ts';
import { TemplateRows } from '../template-rows.repository.ts';
import { WithdrawOfferedTime } from '../withdraw-offered-time.ts';

/** The module's classes over a test database, without an application around them. */
export function calendarOf(place: Pick<TestPlace, 'transactions'>, givenClock?: Clock) {
  const { transactions } = place;
  const access = new Access();
  const { reads: organisation, clock } = organisationOf(place, givenClock);
  const types = appointmentTypesOf(place, clock).appointmentTypes;
  const [staff, resources] = [staffOf(place, clock).reads, resourcesOf(place, clock).reads];
  const [allocations, rooms, rows, hints, absences, work] = [
    new Allocations(),
    new SuitableRooms(),
    new OfferedTimeRows(),
    new OfferedTimeHints(),
    new AbsencesRepository(),
    new OtherWorkRows(),
  ];
  const cover = new AbsenceCover(allocations, absences);
  const groups = new GroupSessions(rows, allocations, rooms, hints, clock);
  const offeredTimes = new OfferedTimes(rows, hints, new TemplateRows(), work, groups, cover, allocations, clock);
  const changes = new CalendarChanges(new LivePublisher(), new Outbox(new OutboxRepository(), clock));
  const audit = new Audit(clock);
  return {
    clock,
    access,
    audit,
    organisation,
    types,
    staff,
    resources,
    allocations,
    rooms,
    offeredTimes,
    changes,
    offerTimes: new OfferTimes(access, transactions, types, organisation, staff, resources, offeredTimes, changes, audit, clock),
    withdrawOfferedTime: new WithdrawOfferedTime(access, transactions, offeredTimes, changes, audit),
    addOtherWork: new AddOtherWork(
      access,
      transactions,
      types,
      organisation,
      staff,
      resources,
      allocations,
      offeredTimes,
      work,
      changes,
      audit,
      clock,
    ),
    removeOtherWork: new RemoveOtherWork(access, transactions, allocations, offeredTimes, work, changes, audit, clock),
    addAbsence: new AddAbsence(access, transactions, staff, absences, cover, allocations, offeredTimes, changes, audit, clock),
    removeAbsence: new RemoveAbsence(access, transactions, absences, allocations, offeredTimes, changes, audit, clock),
    expireOfferedTimes: new ExpireOfferedTimes(transactions, rows, clock),
  };
}

interface GivenTime extends Partial<Omit<OfferedTimeRow, 'span'>> {
  readonly employeeId: string;
  readonly unitId: string;
  readonly serviceId: string;
  readonly appointmentTypeId: string;
  /** ISO instant; Tuesday 24 November 2026 at 10.00 in Helsinki unless given. */
  readonly startsAt?: string;
  readonly minutes?: number;
}

/** A time of an hour on offer to everybody, without buffers and without a need of a room; say only what matters. */
export function anOfferedTime(given: GivenTime): Saveable<OfferedTimeRow> {
  const { startsAt = '2026-11-24T08:00:00Z', minutes = 60, ...rest } = given;
  const row: OfferedTimeRow = {
    span: intervalFrom(parseInstant(startsAt), minutes),
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    capacity: 1,
    blockId: newId(),
    audience: 'GENERAL',
    publishAt: null,
    subjects: [],
    room: null,
    ...rest,
  };
  return {
    async save(place, organisationId = place.organisationId) {
      const { offeredTimes } = calendarOf(place);
      const id = await place.transactions.run({ organisationId }, (tx) => offeredTimes.offer(tx, row));
      if (id === null) throw new Error('The time is on offer already, or its people are busy.');
      return { ...row, id };
    },
  };
}

interface GivenAllocation extends Partial<Omit<Claim, 'span'>> {
  readonly subjectIds: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** Somebody busy with a reservation on Tuesday 24 November 2026 from 10.00 to 11.00 in Helsinki; say only what matters. */
export function anAllocation(given: GivenAllocation): Saveable<Claim> {
  const { from = '2026-11-24T08:00:00Z', to = '2026-11-24T09:00:00Z', ...rest } = given;
  const span: Interval = interval(parseInstant(from), parseInstant(to));
  const claim: Claim = { span, kind: 'RESERVATION', sourceId: newId(), ...rest };
  return {
    async save(place, organisationId = place.organisationId) {
      const claimed = await place.transactions.run({ organisationId }, (tx) => new Allocations().claim(tx, claim));
      if (!claimed) throw new Error('Somebody is busy already.');
      return { ...claim, id: claim.sourceId };
    },
  };
}
