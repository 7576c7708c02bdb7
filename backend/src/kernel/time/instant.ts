import './luxon-settings.ts';
import { DateTime } from 'luxon';

/** A point in time: a luxon `DateTime` in UTC. Its wall clock is asked with `localDateOf` and `localTimeOf`, which name the zone. */
export type Instant = DateTime;

const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/**
 * Reads an ISO 8601 instant that states its offset, for example `2026-11-24T08:00:00Z`; the result is in UTC.
 * @throws RangeError when the text is not such an instant; a text without an offset would mean a different moment on every machine.
 */
export function parseInstant(text: string): Instant {
  const instant = ISO_WITH_OFFSET.test(text) ? validOrNull(text) : null;
  if (instant === null) throw new RangeError(`Not an ISO 8601 instant with an offset: ${text}`);
  return instant;
}

/** ISO 8601 in UTC with `Z`, for example `2026-11-24T08:00:00.000Z`: the form of every instant on the wire. */
export function formatInstant(instant: DateTime): string {
  return instant.toUTC().toISO();
}

/** The instant of a count of milliseconds since 1970-01-01T00:00:00Z. */
export function instantOfMillis(millis: number): Instant {
  return DateTime.fromMillis(millis, { zone: 'utc' });
}

function validOrNull(text: string): Instant | null {
  try {
    return DateTime.fromISO(text, { zone: 'utc' });
  } catch {
    return null;
  }
}
