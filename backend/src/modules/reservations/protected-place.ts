/**
 * Where a person with a non-disclosure comes to is for those who meet them, and for who is just booking it: the office may reveal where
 * the person lives (access model P7a). Nobody else is told the office or the room, whatever else of the reservation they may see.
 */
export function hidesPlace(
  reader: { readonly isOneOfItsEmployees: boolean; readonly isBookingIt: boolean },
  clients: Iterable<{ readonly nonDisclosure: boolean }>,
): boolean {
  return !reader.isOneOfItsEmployees && !reader.isBookingIt && [...clients].some((client) => client.nonDisclosure);
}

const PLACES_OF_HISTORY: readonly string[] = ['fromUnitId', 'toUnitId', 'fromRoomId', 'toRoomId'];

/** What the history tells of a move, without the offices and rooms. */
export function withoutPlace(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).filter(([name]) => !PLACES_OF_HISTORY.includes(name)));
}

/** The same as SQL, over `r`, a reservation that the reader (an expression: an employee's id) is not booking at this moment. */
export function hidesPlaceSql(reader: string): string {
  return `(EXISTS (SELECT FROM reservation_client protected_one JOIN client ON client.id = protected_one.client_id
                    WHERE protected_one.reservation_id = r.id AND client.non_disclosure)
       AND NOT EXISTS (SELECT FROM reservation_subject meets
                        WHERE meets.reservation_id = r.id AND meets.subject_id = ${reader} AND meets.role IN ('LEAD','EMPLOYEE')))`;
}
