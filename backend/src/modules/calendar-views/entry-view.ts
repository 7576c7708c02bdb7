import { formatInstant } from '../../kernel/index.ts';
import { toInstant } from '../../platform/database/index.ts';
import { localizedTextView, localizedTextViewOrNull } from '../organisation/index.ts';
import type { CalendarEntryRow } from './calendar-entry-row.ts';
import type { CalendarEntryView } from './calendar.dto.ts';
import { disclosureOfAbsence, disclosureOfOtherWork, disclosureOfReservation, type Disclosure } from './disclosure-rules.ts';

/**
 * The only place where a row becomes an answer: whatever its disclosure does not cover is left out here. What the reader may not open
 * stands in each column by itself, under an id that opens nothing.
 * @param opaqueId of the entry in the column of the subject
 */
export function entryViews(row: CalendarEntryRow, opaqueId: (subjectId: string, id: string) => string): CalendarEntryView[] {
  const disclosure = disclosureOf(row);
  const view = entryView(row, disclosure);
  if (disclosure === 'FULL') return [view];
  return row.subject_ids.map((subjectId) => ({ ...view, id: opaqueId(subjectId, row.id), subjectIds: [subjectId], version: null }));
}

function entryView(row: CalendarEntryRow, disclosure: Disclosure): CalendarEntryView {
  const busy = busyView(row, disclosure);
  if (disclosure === 'BUSY') return busy;
  const typed: CalendarEntryView = {
    ...busy,
    typeCode: row.type_code,
    typeNames: row.type_names.map(localizedTextView),
    colour: row.colour,
    pattern: row.pattern,
    mode: row.mode,
    status: row.status,
    roomName: localizedTextViewOrNull(row.room_name),
    offeredTimeIds: [...row.offered_time_ids],
    offeredTypeIds: row.offered_time_ids.map((id) => row.offered_types[id] ?? ''),
    employeeCount: row.employee_count,
  };
  if (disclosure === 'TYPE') return typed;
  return {
    ...typed,
    clientNames: row.clients.map((client) => client.name),
    title: row.title,
    reservationId: row.kind === 'RESERVATION' ? row.id : null,
    // Of the client, too: that nothing can be sent is rare, and tells of quiet or missing contact details.
    notNotified: row.not_notified,
  };
}

/** Whose names the answer shows. */
export function shownClientIds(row: CalendarEntryRow): string[] {
  return disclosureOf(row) === 'FULL' ? row.clients.map((client) => client.id) : [];
}

function disclosureOf(row: CalendarEntryRow): Disclosure {
  switch (row.kind) {
    case 'RESERVATION':
      return disclosureOfReservation({ mayReadClients: row.may_read_clients, mayReadType: row.may_read_type, visibility: row.visibility });
    case 'OTHER_WORK':
      return disclosureOfOtherWork(row);
    case 'ABSENCE':
      return disclosureOfAbsence(row);
    case 'OFFERED':
    case 'GROUP':
      return 'FULL';
    case 'HOLD':
      return 'BUSY';
  }
}

function busyView(row: CalendarEntryRow, disclosure: Disclosure): CalendarEntryView {
  return {
    id: row.id,
    subjectIds: [...row.subject_ids],
    kind: row.kind,
    startsAt: formatInstant(toInstant(row.starts_at)),
    endsAt: formatInstant(toInstant(row.ends_at)),
    disclosure,
    typeCode: null,
    typeNames: [],
    colour: null,
    pattern: null,
    mode: null,
    status: null,
    clientNames: [],
    roomName: null,
    title: null,
    reservationId: null,
    offeredTimeIds: [],
    offeredTypeIds: [],
    employeeCount: 1,
    capacity: row.capacity,
    taken: row.taken,
    notNotified: false,
    version: row.version,
  };
}
