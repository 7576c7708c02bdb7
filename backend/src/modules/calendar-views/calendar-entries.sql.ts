import { hidesPlaceSql } from '../reservations/index.ts';

/** The reader's rights as SQL, over the columns of the part in which each stands. */
export interface EntryRights {
  /** Over `r`, of a reservation. */
  readonly readClients: string;
  readonly readType: string;
  /** Over `w`, of other work. */
  readonly superviseWork: string;
  readonly shareWork: string;
  /** Over `e`, of an absent employee. */
  readonly superviseAbsence: string;
}

/** Allocations last 25 hours at most, so looking back that far finds everything that reaches into the span. */
const reaches = (table: string): string =>
  `${table}.starts_at < $3 AND ${table}.starts_at > $2::timestamptz - interval '25 hours' AND ${table}.ends_at > $2`;

/**
 * Everything in the calendars of some subjects, in one statement: $1 subjects, $2 and $3 the span, $4 now, $5 the reader.
 * Reservations, other work and holds are found by their allocations, the only index that has subject and time together.
 * A cancelled reservation has none any more: it is found by its leading employee, in whose calendar alone it stays.
 */
export function calendarEntriesSql(rights: EntryRights): string {
  return `
WITH busy AS (
  SELECT a.source_id, a.kind, array_agg(DISTINCT a.subject_id) AS subject_ids, min(a.starts_at) AS starts_at, max(a.ends_at) AS ends_at
    FROM allocation a
   WHERE a.subject_id = ANY ($1::uuid[]) AND ${reaches('a')}
     AND a.kind IN ('RESERVATION','OTHER_WORK','HOLD') AND (a.hold_expires_at IS NULL OR a.hold_expires_at > $4)
   GROUP BY a.source_id, a.kind),
stood AS (
  SELECT b.source_id, b.subject_ids FROM busy b WHERE b.kind = 'RESERVATION'
   UNION ALL
  SELECT r.id, ARRAY[r.employee_id] FROM reservation r
   WHERE r.employee_id = ANY ($1::uuid[]) AND ${reaches('r')} AND r.status = 'CANCELLED'),
offered AS (
  SELECT o.id, o.employee_id AS subject_id FROM offered_time o
   WHERE o.employee_id = ANY ($1::uuid[]) AND ${reaches('o')} AND ${onOffer}
   UNION
  SELECT o.id, s.subject_id FROM offered_time_subject s JOIN offered_time o ON o.id = s.offered_time_id
   WHERE s.subject_id = ANY ($1::uuid[]) AND ${reaches('o')} AND ${onOffer})
${reservations(rights)}
UNION ALL
${roomsByThemselves(rights)}
UNION ALL
${otherWork(rights)}
UNION ALL
${holds}
UNION ALL
${offeredBlocks}
UNION ALL
${absences(rights)}
ORDER BY starts_at, ends_at DESC, id`;
}

/** Times on offer, and groups as long as they are held. What somebody holds is shown as held. */
const onOffer = `(o.state = 'OPEN' AND (o.held_until IS NULL OR o.held_until <= $4) OR o.capacity > 1 AND o.state IN ('OPEN','FULL'))`;

/** Who may not see the status would take a cancelled one for busy time, so it is not told of at all. */
const reservations = ({ readClients, readType }: EntryRights): string => `
SELECT r.id, 'RESERVATION' AS kind, sight.subject_ids, r.starts_at, r.ends_at,
       sight.may_read_clients, (${readType}) AS may_read_type, FALSE AS own, FALSE AS supervised, FALSE AS colleague, v.calendar_visibility AS visibility,
       t.code AS type_code, jsonb_build_array(v.name) AS type_names, t.colour, t.pattern, r.mode, r.status,
       CASE WHEN sight.may_read_clients THEN ${clientsOfReservation} ELSE '[]' END AS clients,
       CASE WHEN NOT place.hides_place THEN (SELECT m.name FROM reservation_subject s JOIN room m ON m.id = s.subject_id WHERE s.reservation_id = r.id ORDER BY m.code LIMIT 1) END AS room_name,
       NULL AS title, '{}'::uuid[] AS offered_time_ids, '{}'::jsonb AS offered_types, ${employeesOfReservation} AS employee_count, 1 AS capacity, 1 AS taken, ${notNotified} AS not_notified, r.version
  FROM stood
  JOIN reservation r ON r.id = stood.source_id
  JOIN appointment_type t ON t.id = r.appointment_type_id
  JOIN appointment_type_version v ON v.id = r.appointment_type_version_id
 CROSS JOIN LATERAL (SELECT ${placeIsHidden(readClients)} AS hides_place) place
 CROSS JOIN LATERAL (
   SELECT (${readClients}) AS may_read_clients,
          CASE WHEN place.hides_place THEN ARRAY(SELECT each.id FROM unnest(stood.subject_ids) AS each (id) WHERE NOT EXISTS (SELECT FROM room m WHERE m.id = each.id))
               ELSE stood.subject_ids END AS subject_ids) sight
 WHERE sight.subject_ids <> '{}' AND (r.status <> 'CANCELLED' OR sight.may_read_clients OR (${readType}) AND v.calendar_visibility <> 'BUSY')`;

/**
 * Of a protected person, and of everybody to who may not know the clients: were it hidden of protected persons alone, the missing place
 * would tell a colleague which of the times is theirs.
 */
const placeIsHidden = (readClients: string): string => `((${readClients}) IS NOT TRUE OR ${hidesPlaceSql('$5::uuid')})`;

/** A room whose reservation must not be joined to it is busy like any other; by which reservation, not even the id tells. */
const roomsByThemselves = ({ readClients }: EntryRights): string => `
SELECT a.id, 'RESERVATION', ARRAY[a.subject_id], r.starts_at, r.ends_at, FALSE, FALSE, FALSE, FALSE, FALSE, 'BUSY',
       NULL, '[]'::jsonb, NULL, NULL, NULL, NULL, '[]', NULL, NULL, '{}'::uuid[], '{}'::jsonb, 0, 1, 1, FALSE, 1
  FROM allocation a
  JOIN room m ON m.id = a.subject_id
  JOIN reservation r ON r.id = a.source_id
 WHERE a.subject_id = ANY ($1::uuid[]) AND ${reaches('a')} AND a.kind = 'RESERVATION' AND ${placeIsHidden(readClients)}`;

const clientsOfReservation = `(
  SELECT COALESCE(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.first_names || ' ' || c.last_name) ORDER BY rc.booker DESC, c.last_name, c.id), '[]')
    FROM reservation_client rc JOIN client c ON c.id = rc.client_id WHERE rc.reservation_id = r.id)`;

/** People, not rooms: two of them are a work pair. */
const employeesOfReservation = `(SELECT count(*)::int FROM reservation_subject s WHERE s.reservation_id = r.id AND s.role IN ('LEAD','EMPLOYEE'))`;

/** Some client has messages about the reservation as it is now, and none of them got through or will, as far as anybody knows. Old data taken over do not count. */
const notNotified = `(r.status = 'BOOKED' AND EXISTS (
  SELECT FROM notification n
   WHERE n.reservation_id = r.id AND n.planned_version = r.message_version AND n.kind <> 'REMINDER'
   GROUP BY n.client_id
  HAVING bool_and(n.state IN ('FAILED','PERHAPS_SENT') OR (n.state = 'SKIPPED' AND n.skip_reason <> 'BEFORE_START'))))`;

const otherWork = ({ superviseWork, shareWork }: EntryRights): string => `
SELECT w.id, 'OTHER_WORK', b.subject_ids, w.starts_at, w.ends_at,
       FALSE, FALSE, $5::uuid = ANY (w.employee_ids), (${superviseWork}), (${shareWork}), w.visibility,
       t.code, jsonb_build_array(v.name), t.colour, t.pattern, NULL, NULL, '[]',
       (SELECT m.name FROM room m WHERE m.id = w.room_id), w.title, '{}'::uuid[], '{}'::jsonb, cardinality(w.employee_ids), 1, 1, FALSE, w.version
  FROM busy b
  JOIN other_work w ON w.id = b.source_id
  JOIN appointment_type t ON t.id = w.appointment_type_id
 CROSS JOIN LATERAL (${nameInForce}) v
 WHERE b.kind = 'OTHER_WORK'`;

const nameInForce = `SELECT n.name FROM appointment_type_version n WHERE n.appointment_type_id = t.id AND n.effective_from <= $4 ORDER BY n.effective_from DESC LIMIT 1`;

/** Somebody is filling in a form: who, and for what, is nobody's business yet. */
const holds = `
SELECT b.source_id, 'HOLD', b.subject_ids, b.starts_at, b.ends_at, FALSE, FALSE, FALSE, FALSE, FALSE, 'BUSY',
       NULL, '[]'::jsonb, NULL, NULL, NULL, NULL, '[]', NULL, NULL, '{}'::uuid[], '{}'::jsonb, 1, 1, 1, FALSE, 1
  FROM busy b WHERE b.kind = 'HOLD'`;

/** The lead stands in the row itself, whoever takes part besides in its subjects. */
const employeesOfBlock = `(
  SELECT 1 + count(DISTINCT p.subject_id)::int FROM offered_time_subject p WHERE p.offered_time_id = ANY (array_agg(o.id)) AND p.role = 'EMPLOYEE')`;

/** A time that accepts several types is one entry with their codes and names. */
const offeredBlocks = `
SELECT o.block_id, CASE WHEN max(o.capacity) > 1 THEN 'GROUP' ELSE 'OFFERED' END, array_agg(DISTINCT f.subject_id), o.starts_at, max(o.ends_at),
       FALSE, TRUE, FALSE, FALSE, FALSE, 'FULL',
       string_agg(DISTINCT t.code, ' / ' ORDER BY t.code), jsonb_agg(DISTINCT v.name), (array_agg(t.colour ORDER BY t.code))[1], (array_agg(t.pattern ORDER BY t.code))[1],
       NULL, NULL, '[]', NULL, NULL, array_agg(DISTINCT o.id), jsonb_object_agg(o.id, o.appointment_type_id), ${employeesOfBlock}, max(o.capacity)::int, max(o.taken)::int, FALSE, max(o.version)
  FROM offered f
  JOIN offered_time o ON o.id = f.id
  JOIN appointment_type t ON t.id = o.appointment_type_id
 CROSS JOIN LATERAL (${nameInForce}) v
 GROUP BY o.block_id, o.starts_at`;

const absences = ({ superviseAbsence }: EntryRights): string => `
SELECT x.id, 'ABSENCE', ARRAY[x.employee_id], x.starts_at, x.ends_at, FALSE, FALSE, x.employee_id = $5::uuid, (${superviseAbsence}), FALSE, 'TYPE',
       x.kind, '[]'::jsonb, NULL, NULL, NULL, NULL, '[]', NULL, NULL, '{}'::uuid[], '{}'::jsonb, 1, 1, 1, FALSE, x.version
  FROM absence x JOIN employee e ON e.id = x.employee_id
 WHERE x.employee_id = ANY ($1::uuid[]) AND x.removed_at IS NULL AND x.starts_at < $3 AND x.ends_at > $2`;
