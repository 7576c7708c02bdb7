import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The day on which this data folder's demo began, in Helsinki; set at the first start, since the demo's people are born by it. */
export function firstDayOf(dataDirectory: string, clock: string | null): string {
  const file = join(dataDirectory, 'first-day');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  // The Swedish form of a date is the ISO one.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' }).format(
    clock === null ? new Date() : new Date(clock),
  );
  writeFileSync(file, `${day}\n`);
  return day;
}
