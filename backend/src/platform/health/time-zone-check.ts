import type { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import { instantOfMillis } from '../../kernel/time/instant.ts';

const zone = 'Europe/Helsinki';
const years = 5;
const stepHours = 6;

interface OffsetRow {
  readonly millis: string;
  readonly minutes: number;
}

/**
 * The instants of the next five years at which Node and PostgreSQL give Europe/Helsinki different offsets; empty when they agree.
 * Every six hours: a changed rule moves a transition by days or takes it away.
 */
export async function zoneDifferences(dataSource: Pick<DataSource, 'query'>, from: DateTime): Promise<readonly string[]> {
  const start = from.toUTC().startOf('day');
  const rows: OffsetRow[] = await dataSource.query(
    `SELECT (extract(epoch FROM at) * 1000)::bigint::text AS millis,
            (extract(epoch FROM (at AT TIME ZONE $3) - (at AT TIME ZONE 'UTC')) / 60)::int AS minutes
       FROM generate_series($1::timestamptz, $2::timestamptz, make_interval(hours => $4)) AS at`,
    [start.toISO(), start.plus({ years }).toISO(), zone, stepHours],
  );
  return rows
    .filter((row) => instantOfMillis(Number(row.millis)).setZone(zone).offset !== row.minutes)
    .map((row) => instantOfMillis(Number(row.millis)).toISO() ?? '');
}
