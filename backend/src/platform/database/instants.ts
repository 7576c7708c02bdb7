import { DateTime } from 'luxon';

/** timestamptz as the driver gives it → instant in UTC. */
export function toInstant(date: Date): DateTime<true> {
  return DateTime.fromJSDate(date, { zone: 'utc' }) as DateTime<true>;
}

/** Instant → parameter of a timestamptz. */
export function toDate(instant: DateTime): Date {
  return instant.toJSDate();
}
