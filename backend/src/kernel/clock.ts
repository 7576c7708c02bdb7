import { DateTime, Duration, type DurationLike } from 'luxon';
import { instantOfMillis, type Instant } from './time/instant.ts';

/** The only source of "now". Whoever needs the current time is given a Clock; nobody reads the system's time. */
export abstract class Clock {
  /** The current instant, in UTC. */
  abstract now(): Instant;
}

/** The time of the machine. */
export class SystemClock extends Clock {
  override now(): Instant {
    return instantOfMillis(Date.now());
  }
}

/** Starts at a given instant and runs from there at the machine's pace: for demonstrations and browser tests on a chosen day. */
export class OffsetClock extends Clock {
  private readonly offsetMillis: number;

  constructor(startsAt: DateTime) {
    super();
    this.offsetMillis = startsAt.toMillis() - Date.now();
  }

  override now(): Instant {
    return instantOfMillis(Date.now() + this.offsetMillis);
  }
}

/** Stands still until it is moved: for tests, and for the seed that relives past days. */
export class ManualClock extends Clock {
  private current: Instant;

  constructor(now: DateTime) {
    super();
    this.current = now.toUTC();
  }

  override now(): Instant {
    return this.current;
  }

  /** Moves to the instant, forwards or backwards. */
  set(now: DateTime): void {
    this.current = now.toUTC();
  }

  /** Moves by a duration of elapsed time, for example `{ hours: 24 }`; calendar units count in UTC, where every day has 24 hours. */
  advance(by: DurationLike): void {
    this.current = this.current.plus(Duration.fromDurationLike(by));
  }
}
