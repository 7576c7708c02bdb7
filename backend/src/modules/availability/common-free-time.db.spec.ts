import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOfMillis, interval, parseInstant, type Interval } from '../../kernel/index.ts';
import { testDatabase } from '../../platform/testing/index.ts';
import { commonFreeTime, type Participant } from './common-free-time.ts';

const db = await testDatabase();
const dayStart = parseInstant('2026-11-24T06:00:00Z').toMillis();
const quarter = 15 * 60_000;
const quarters = 32;

const anyInterval = fc
  .tuple(fc.integer({ min: 0, max: quarters - 1 }), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]): Interval =>
    interval(instantOfMillis(dayStart + start * quarter), instantOfMillis(dayStart + (start + length) * quarter)),
  );
const anyPerson = fc.record({
  available: fc.array(anyInterval, { minLength: 1, maxLength: 4 }),
  busy: fc.array(anyInterval, { maxLength: 6 }),
});

/** A set of intervals as PostgreSQL writes it. */
const rangesOf = (intervals: readonly Interval[]): string =>
  `{${intervals.map(({ start, end }) => `[${start.toISO()},${end.toISO()})`).join(',')}}`;

/** The same question asked of PostgreSQL's multiranges: every pair with every room, by their own arithmetic. */
async function oracle(people: readonly Participant[], rooms: readonly Participant[], minutes: number): Promise<string[]> {
  const rows: { start: string }[] = await db.admin.query(
    `WITH person AS (SELECT position, available::tstzmultirange - busy::tstzmultirange AS free
                       FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS p (available, busy, position)),
          room AS (SELECT available::tstzmultirange - busy::tstzmultirange AS free FROM unnest($3::text[], $4::text[]) AS r (available, busy)),
          common AS (SELECT a.free * b.free * room.free AS free FROM person a JOIN person b ON a.position < b.position CROSS JOIN room)
     SELECT DISTINCT to_char(start AT TIME ZONE 'UTC', 'HH24:MI') AS start
       FROM common, generate_series(to_timestamp($5), to_timestamp($5) + interval '10 hours', interval '15 minutes') AS start
      WHERE common.free @> tstzrange(start, start + make_interval(mins => $6))
      ORDER BY start`,
    [
      people.map((person) => rangesOf(person.available)),
      people.map((person) => rangesOf(person.busy)),
      rooms.map((room) => rangesOf(room.available)),
      rooms.map((room) => rangesOf(room.busy)),
      dayStart / 1000,
      minutes,
    ],
  );
  return rows.map((row) => row.start);
}

describe('common free time of any two people and a room', () => {
  it('is what the multiranges of PostgreSQL say it is', async () => {
    const several = fc.tuple(
      fc.array(anyPerson, { minLength: 2, maxLength: 4 }),
      fc.array(anyPerson, { minLength: 1, maxLength: 2 }),
      fc.integer({ min: 1, max: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(several, async ([givenPeople, givenRooms, length]) => {
        const people = givenPeople.map((person, index) => ({ subjectId: `person ${index}`, ...person }));
        const rooms = givenRooms.map((room, index) => ({ subjectId: `room ${index}`, ...room }));
        const minutes = length * 15;
        const found = commonFreeTime({ people, needed: 2, rooms, minutes, stepMinutes: 15, limit: 1000 });
        expect(found.map(({ span }) => span.start.toFormat('HH:mm'))).toEqual(await oracle(people, rooms, minutes));
      }),
      { numRuns: 150 },
    );
  });
});
