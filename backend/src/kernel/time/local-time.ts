declare const localTimeBrand: unique symbol;

/** A time on the wall clock without date or zone, `HH:mm`, from `00:00` to `23:59`. Compares with `<` as times do. */
export type LocalTime = string & { readonly [localTimeBrand]: true };

// PostgreSQL gives a `time` with seconds; calendars here know whole minutes only.
const FORM = /^([01]\d|2[0-3]):([0-5]\d)(?::00(?:\.0+)?)?$/;
const DAY_MINUTES = 24 * 60;

/** The time that the text says, or null when it is not in the form `HH:mm` (seconds only when they are zero). */
export function parseLocalTime(text: string): LocalTime | null {
  const [, hour, minute] = FORM.exec(text) ?? [];
  return hour === undefined ? null : (`${hour}:${minute}` as LocalTime);
}

/**
 * The time that the text says, for text that must be right: columns, constants, validated input.
 * @throws RangeError when it is not in the form `HH:mm` (seconds only when they are zero).
 */
export function toLocalTime(text: string): LocalTime {
  const time = parseLocalTime(text);
  if (time === null) throw new RangeError(`Not a time: ${text}`);
  return time;
}

/** Negative when `a` is before `b`, zero when they are the same, positive when after: for `sort`. */
export function compareTimes(a: LocalTime, b: LocalTime): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Minutes on the clock since `00:00`; not elapsed minutes, since the clock may have been moved at night. */
export function minuteOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/**
 * The time that is so many minutes after `00:00` on the clock.
 * @throws RangeError outside 0 to 1439: the next day's times need a date.
 */
export function timeOfMinute(minute: number): LocalTime {
  if (!Number.isInteger(minute) || minute < 0 || minute >= DAY_MINUTES) throw new RangeError(`Not a minute of a day: ${minute}`);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}` as LocalTime;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
