import { formatInstant, interval, minutesOf, type Instant } from '../../kernel/index.ts';
import type { GuidanceView } from '../appointment-types/index.ts';
import { localizedTextView, localizedTextViewOrNull, type OfficeView } from '../organisation/index.ts';
import type { CitizenReservationView, PermissionView } from './citizen-reservation.dto.ts';
import type { CitizenReservationRecord } from './citizen-reservation.repository.ts';
import { cancelUntil, mayCitizenCancel, mayCitizenMove, mayReportCannotCome, moveUntil, type ChangeRefusal } from './reservation-rules.ts';
import type { Verdict } from '../../kernel/index.ts';

export interface CitizenReservationContext {
  readonly office: OfficeView | null;
  readonly guidance: GuidanceView | null;
  readonly noteToClient: string | null;
}

/** Shows what the reservation's visibility allows: FULL all, TIME_PLACE when and where, TIME only when. */
export function citizenReservationView(
  record: CitizenReservationRecord,
  context: CitizenReservationContext,
  now: Instant,
): CitizenReservationView {
  const { row } = record;
  const showsPlace = row.citizenVisibility === 'FULL' || row.citizenVisibility === 'TIME_PLACE';
  const showsAll = row.citizenVisibility === 'FULL';
  const booked = { ...row, personMayCancel: record.mayCancel };
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    startsAt: formatInstant(row.startsAt),
    endsAt: formatInstant(row.endsAt),
    durationMinutes: minutesOf(interval(row.startsAt, row.endsAt)),
    mode: showsPlace ? row.mode : null,
    appointmentTypeId: showsAll ? row.appointmentTypeId : null,
    appointmentTypeSlug: showsAll ? record.typeSlug : null,
    typeName: showsAll ? localizedTextView(record.typeName) : null,
    serviceName: showsAll ? localizedTextView(record.serviceName) : null,
    // Kept when the service is hidden: the button must not vanish where it is needed most.
    leaveQuickly: record.leaveQuickly,
    office: showsPlace ? context.office : null,
    roomName: showsPlace ? localizedTextViewOrNull(record.roomName) : null,
    roomArrivalInfo: showsPlace ? localizedTextViewOrNull(record.roomArrivalInfo) : null,
    employeeName: showsAll ? record.employeeName : null,
    noteToClient: showsAll ? context.noteToClient : null,
    guidance: showsAll ? context.guidance : null,
    move: permission(mayCitizenMove(booked, now), row.rule.mayMove ? moveUntil(row.startsAt, row.rule) : null),
    cancel: permission(mayCitizenCancel(booked, now), row.rule.mayCancel && record.mayCancel ? cancelUntil(row.startsAt, row.rule) : null),
    cannotCome: mayReportCannotCome(booked, now) && !record.cannotComeReported,
    cannotComeReported: record.cannotComeReported,
  };
}

function permission(verdict: Verdict<ChangeRefusal>, until: Instant | null): PermissionView {
  return {
    allowed: verdict.allowed,
    until: until === null ? null : formatInstant(until),
    reason: verdict.allowed ? null : verdict.reason,
  };
}
