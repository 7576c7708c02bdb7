/**
 * Pieces of SQL that more than one statement of this module is built of, so that "busy" means the same in all of them. `o` is the
 * offered time and `v` the version of its type that is in force (`typeInForce`).
 */

// OFFSET 0 keeps PostgreSQL from turning a look at a few allocations of one subject into a join with all of them.

/** Look-back of a range scan: no span is longer than 25 hours, and no buffer than 4. */
const longest = `interval '29 hours'`;
const claimStart = `(o.starts_at - make_interval(mins => v.buffer_before_minutes))`;
const claimEnd = `(o.ends_at + make_interval(mins => v.buffer_after_minutes))`;

/** Of the type of `o`, at the instant given as a parameter's name. */
export function typeInForce(now: string): string {
  return `SELECT version.buffer_before_minutes, version.buffer_after_minutes, version.room_need, version.room_min_capacity, version.room_features
            FROM appointment_type_version version
           WHERE version.appointment_type_id = o.appointment_type_id AND version.effective_from <= ${now}::timestamptz
           ORDER BY version.effective_from DESC LIMIT 1`;
}

/** Whether `o` with its buffers overlaps the span. */
export function reachesInto(start: string, end: string): string {
  return `o.starts_at < ${end}::timestamptz + interval '4 hours' AND o.starts_at > ${start}::timestamptz - ${longest}
          AND ${claimStart} < ${end}::timestamptz AND ${claimEnd} > ${start}::timestamptz`;
}

/** Allocations that stay: a hold passes by itself, and nobody would reopen what it had blocked. */
export const standing = `a.kind <> 'HOLD'`;

/** All allocations that keep somebody busy at the instant: holds too, unless they have expired. */
export function liveHold(now: string): string {
  return `(a.kind <> 'HOLD' OR a.hold_expires_at > ${now}::timestamptz)`;
}

/** Holds that have not expired at the instant, and nothing else. */
export function onlyLiveHold(now: string): string {
  return `(a.kind = 'HOLD' AND a.hold_expires_at > ${now}::timestamptz)`;
}

/** Whether an allocation that counts covers the lead of `o` or whoever and whatever it binds; a group's own claim does not count. */
export function someoneIsBusy(counts: string): string {
  return `EXISTS (SELECT FROM allocation a
                   WHERE a.subject_id = ANY (ARRAY(SELECT o.employee_id UNION ALL
                                                   SELECT bound.subject_id FROM offered_time_subject bound WHERE bound.offered_time_id = o.id))
                     AND ${overlapsClaim} AND a.blocking AND a.source_id <> o.id AND ${counts} OFFSET 0)`;
}

const overlapsClaim = `a.starts_at < ${claimEnd} AND a.starts_at > ${claimStart} - interval '25 hours' AND a.ends_at > ${claimStart}`;

/**
 * Whether the type of `o` needs a room, none is bound to it, and every suitable room of its unit is taken over its whole span with
 * buffers. Whatever the mode: a time on which only a remote meeting would still be possible is not searched for by mode.
 */
export function noRoomLeft(counts: string): string {
  return `(v.room_need <> 'NONE'
           AND NOT EXISTS (SELECT FROM offered_time_subject bound WHERE bound.offered_time_id = o.id AND bound.role = 'ROOM' OFFSET 0)
           AND NOT EXISTS (SELECT FROM room JOIN bookable_subject subject ON subject.id = room.id AND subject.active
                            WHERE room.unit_id = o.unit_id AND room.capacity >= v.room_min_capacity AND room.features @> v.room_features
                              AND NOT EXISTS (SELECT FROM allocation a
                                               WHERE a.subject_id = room.id AND ${overlapsClaim} AND a.blocking AND ${counts} OFFSET 0)
                          OFFSET 0))`;
}
