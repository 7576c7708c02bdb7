import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  atWallClock,
  dateOfEpochDay,
  eachDay,
  epochDayOf,
  HELSINKI,
  instantOfMillis,
  localDateOf,
  localTimeOf,
  timeOfMinute,
  toLocalDate,
  weekdayOf,
  type LocalDate,
  type LocalTime,
} from '../../kernel/index.ts';
import { testDatabase } from '../testing/index.ts';

const HOUR_MILLIS = 3_600_000;
const EVERY_TIME = Array.from({ length: 1440 }, (_, minute) => timeOfMinute(minute));
const DATES = { min: epochDayOf(toLocalDate('2026-01-01')), max: epochDayOf(toLocalDate('2037-12-31')) };

const database = await testDatabase();

describe('the wall clock in TypeScript and in PostgreSQL', () => {
  it.each(movesOfTheClock())('is the same for every minute from the day before %s to the day after', async (move) => {
    const kinds = { EXACT: 0, AMBIGUOUS: 0, MISSING: 0 };
    for (const date of eachDay(addDays(move, -1), addDays(move, 1))) {
      const byPostgres = await millisByPostgres(EVERY_TIME.map((time) => ({ date, time })));
      EVERY_TIME.forEach((time, minute) => {
        kinds[expectAgreement(date, time, byPostgres[minute])] += 1;
      });
    }
    const isSpring = move.slice(5, 7) === '03';
    expect(kinds).toEqual({ EXACT: 3 * 1440 - 60, AMBIGUOUS: isSpring ? 0 : 60, MISSING: isSpring ? 60 : 0 });
  });

  it('is the same for any date and time until 2037', async () => {
    const aPlace = fc.record({ date: fc.integer(DATES).map(dateOfEpochDay), time: fc.constantFrom(...EVERY_TIME) });
    await fc.assert(
      fc.asyncProperty(fc.array(aPlace, { minLength: 50, maxLength: 50 }), async (places) => {
        const byPostgres = await millisByPostgres(places);
        places.forEach(({ date, time }, index) => expectAgreement(date, time, byPostgres[index]));
      }),
      { numRuns: 40 },
    );
  });

  it('shows the same date and time for every quarter of an hour around each move', async () => {
    const instants = movesOfTheClock().flatMap((move) => {
      const noonBefore = Date.parse(`${addDays(move, -1)}T12:00:00Z`);
      return Array.from({ length: 144 }, (_, quarter) => noonBefore + quarter * (HOUR_MILLIS / 4));
    });
    const rows: { shown: string }[] = await database.dataSource.query(
      `SELECT to_char(to_timestamp(millis / 1000.0) AT TIME ZONE $2, 'YYYY-MM-DD HH24:MI') AS shown
         FROM unnest($1::bigint[]) WITH ORDINALITY AS given (millis, place)
        ORDER BY place`,
      [instants, HELSINKI],
    );
    const ours = instants.map(instantOfMillis).map((instant) => `${localDateOf(instant, HELSINKI)} ${localTimeOf(instant, HELSINKI)}`);
    expect(ours).toEqual(rows.map(({ shown }) => shown));
  });

  async function millisByPostgres(places: readonly { date: LocalDate; time: LocalTime }[]): Promise<number[]> {
    const rows: { millis: string }[] = await database.dataSource.query(
      `SELECT (extract(epoch FROM wall::timestamp AT TIME ZONE $2) * 1000)::bigint AS millis
         FROM unnest($1::text[]) WITH ORDINALITY AS given (wall, place)
        ORDER BY place`,
      [places.map(({ date, time }) => `${date} ${time}`), HELSINKI],
    );
    return rows.map(({ millis }) => Number(millis));
  }
});

/** Equal everywhere but in two hours a year, in which PostgreSQL takes the second of two times and shifts a missing one. */
function expectAgreement(date: LocalDate, time: LocalTime, byPostgres: number | undefined): 'EXACT' | 'AMBIGUOUS' | 'MISSING' {
  const found = atWallClock(date, time, HELSINKI);
  const ours = found.kind === 'MISSING' ? null : found.instant.toMillis();
  const difference = ours === null || byPostgres === undefined ? null : byPostgres - ours;
  const expected = { EXACT: 0, AMBIGUOUS: HOUR_MILLIS, MISSING: null }[found.kind];
  // A plain comparison: tens of thousands of expectations would take longer than the database does.
  if (difference !== expected || byPostgres === undefined)
    throw new Error(`${date} ${time} (${found.kind}): ${ours}, PostgreSQL ${byPostgres}`);
  return found.kind;
}

/** The last Sundays of March and October, by directive 2000/84/EC. */
function movesOfTheClock(): LocalDate[] {
  const years = Array.from({ length: 12 }, (_, index) => 2026 + index);
  const lastWeeks = years.flatMap((year) => ['03', '10'].map((month) => toLocalDate(`${year}-${month}-31`)));
  return lastWeeks.map((last) => addDays(last, -(weekdayOf(last) % 7)));
}
