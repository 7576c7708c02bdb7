import { instantOfMillis, merge, subtract, type Instant, type Interval, type IntervalSet } from '../../kernel/index.ts';

/** Somebody or something with the time in which it can be had at all, and what keeps it busy. In any order, overlapping or not. */
export interface Participant {
  readonly subjectId: string;
  /** Working hours of a person; opening hours, or the whole span, for a room. */
  readonly available: readonly Interval[];
  readonly busy: readonly Interval[];
}

export interface CommonTimeSearch {
  readonly people: readonly Participant[];
  /** How many of them are needed at the same time, the same ones throughout: all, a pair, any two. */
  readonly needed: number;
  /** One of these is needed besides; none is when left out. Fewest surplus seats first: the first free one is proposed. */
  readonly rooms?: readonly Participant[];
  readonly minutes: number;
  /** Starts lie on multiples of so many minutes of the hour. */
  readonly stepMinutes: number;
  readonly limit: number;
}

export interface CommonTime {
  readonly span: Interval;
  /** Of all who are free, those first in the list who are enough. */
  readonly subjectIds: readonly string[];
  readonly roomId: string | null;
}

const minuteMillis = 60_000;

/**
 * The first times at which enough of the people, and a room when one is needed, are all free for the whole length. Earliest first.
 * One pass over the intervals of each participant and one over the possible starts.
 * @throws RangeError unless the numbers are positive and no more people are needed than there are
 */
export function commonFreeTime(search: CommonTimeSearch): CommonTime[] {
  const { needed, people, minutes, stepMinutes, limit } = search;
  if (!(minutes > 0 && stepMinutes > 0 && limit > 0)) throw new RangeError('A length, a step and a limit above zero are needed.');
  if (!(needed > 0 && needed <= people.length)) throw new RangeError(`${needed} of ${people.length} people cannot be found.`);
  const starts = startsOf(people, search);
  const rooms = search.rooms === undefined ? null : startsOf(search.rooms, search);
  const found: CommonTime[] = [];
  for (const start of [...starts.keys()].sort((a, b) => a - b)) {
    const free = starts.get(start) ?? [];
    const room = rooms === null ? undefined : rooms.get(start)?.[0];
    if (free.length < needed || (rooms !== null && room === undefined)) continue;
    found.push({ span: spanAt(start, minutes), subjectIds: free.slice(0, needed), roomId: room ?? null });
    if (found.length === limit) break;
  }
  return found;
}

/** When the participant can be had. */
export function freeTimeOf(participant: Participant): IntervalSet {
  return subtract(merge(participant.available), merge(participant.busy));
}

/** For every possible start, who is free from it on for the whole length, in the order given. */
function startsOf(participants: readonly Participant[], { minutes, stepMinutes }: CommonTimeSearch): Map<number, string[]> {
  const step = stepMinutes * minuteMillis;
  const length = minutes * minuteMillis;
  const starts = new Map<number, string[]>();
  for (const participant of participants) {
    for (const free of freeTimeOf(participant)) {
      const last = free.end.toMillis() - length;
      for (let start = Math.ceil(free.start.toMillis() / step) * step; start <= last; start += step) {
        const others = starts.get(start);
        if (others === undefined) starts.set(start, [participant.subjectId]);
        else others.push(participant.subjectId);
      }
    }
  }
  return starts;
}

function spanAt(startMillis: number, minutes: number): Interval {
  const start: Instant = instantOfMillis(startMillis);
  return { start, end: start.plus({ minutes }) };
}
