import {
  type CalendarDate,
  addDays,
  addMinutes,
  atWall,
  instantOf,
  isoOf,
  minutesOf,
  startOfDay,
  timeOf,
  wallTime,
} from '@vuoro/ui-shared';
import type { AddAbsenceRequest, AddOtherWorkRequest, AppointmentTypeView, OfferTimesRequest } from '@vuoro/ui-shared/api';
import type { EntryChoice } from './planning-rules';

/** Where somebody pressed, drew, or asked for a new entry. */
export interface PlaceOfEntry {
  /** Null: nobody in particular. */
  readonly employeeId: string | null;
  readonly roomId: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The form of a new entry, whatever it becomes: what is typed stays when another kind is chosen. */
export interface NewEntry {
  readonly choice: EntryChoice;
  readonly employeeId: string;
  readonly unitId: string;
  readonly roomId: string;
  readonly date: CalendarDate;
  /** `HH:MM` on the Finnish wall. */
  readonly from: string;
  /** Of other work and of hours of absence. */
  readonly to: string;
  readonly typeIds: readonly string[];
  /** Of time on offer; empty: by the length of the type. */
  readonly offerTo: string;
  /** The other of a work pair. */
  readonly partnerId: string;
  readonly audience: '' | NonNullable<OfferTimesRequest['audience']>;
  readonly workTypeId: string;
  readonly title: string;
  /** Who takes part besides. */
  readonly participantIds: readonly string[];
  readonly wholeDays: boolean;
  readonly lastDate: CalendarDate;
}

/** A press chooses this much or less: then it is the beginning that was meant. */
const PRESS_MINUTES = 15;
const USUAL_MINUTES = 60;

export function newEntryAt(place: PlaceOfEntry, choice: EntryChoice, unitId: string): NewEntry {
  const start = instantOf(place.startsAt);
  const drawn = (instantOf(place.endsAt) - start) / 60_000;
  const { date, hour, minute } = wallTime(start);
  const from = hour * 60 + minute;
  return {
    choice,
    employeeId: place.employeeId ?? '',
    unitId,
    roomId: place.roomId ?? '',
    date,
    from: timeOf(from),
    to: timeOf(from + (drawn > PRESS_MINUTES ? drawn : USUAL_MINUTES)),
    typeIds: [],
    offerTo: '',
    partnerId: '',
    audience: '',
    workTypeId: '',
    title: '',
    participantIds: [],
    wholeDays: drawn <= PRESS_MINUTES,
    lastDate: date,
  };
}

/** When a time of the given length would end; null while its beginning cannot be read. */
export function endByLength({ date, from }: Pick<NewEntry, 'date' | 'from'>, minutes: number): string | null {
  return date === '' || from === '' ? null : isoOf(addMinutes(onWall(date, from), minutes));
}

export function offerOf(entry: NewEntry, types: readonly Pick<AppointmentTypeView, 'id' | 'staffCount'>[]): OfferTimesRequest {
  const { employeeId, unitId, typeIds, date, from, offerTo, partnerId, roomId, audience } = entry;
  return {
    employeeId,
    unitId,
    appointmentTypeIds: [...typeIds],
    startsAt: isoOf(onWall(date, from)),
    ...(offerTo === '' ? {} : { endsAt: isoOf(onWall(date, offerTo)) }),
    ...(partnerId !== '' && needsPartner(typeIds, types) ? { withEmployeeIds: [partnerId] } : {}),
    ...(roomId === '' ? {} : { roomId }),
    ...(audience === '' ? {} : { audience }),
  };
}

export function workOf({ employeeId, unitId, workTypeId, date, from, to, title, participantIds, roomId }: NewEntry): AddOtherWorkRequest {
  return {
    appointmentTypeId: workTypeId,
    unitId,
    employeeIds: [employeeId, ...participantIds.filter((id) => id !== employeeId)],
    startsAt: isoOf(onWall(date, from)),
    endsAt: isoOf(onWall(date, to)),
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    ...(roomId === '' ? {} : { roomId }),
  };
}

/** The kind is always the neutral one: why somebody is away is nobody's business here. */
export function absenceOf({ employeeId, date, lastDate, from, to, wholeDays }: NewEntry): AddAbsenceRequest {
  const startsAt = wholeDays ? startOfDay(date) : onWall(date, from);
  const endsAt = wholeDays ? startOfDay(addDays(lastDate, 1)) : onWall(date, to);
  return { employeeId, kind: 'AWAY', startsAt: isoOf(startsAt), endsAt: isoOf(endsAt) };
}

export function needsPartner(typeIds: readonly string[], types: readonly Pick<AppointmentTypeView, 'id' | 'staffCount'>[]): boolean {
  return types.some(({ id, staffCount }) => staffCount > 1 && typeIds.includes(id));
}

function onWall(date: CalendarDate, time: string): number {
  const minutes = minutesOf(time);
  return atWall(date, Math.floor(minutes / 60), minutes % 60);
}
