import { Clock, type Instant } from '../kernel/index.ts';

/** The real time, until the seed relives a day of the past: then it stands still at each moment that is relived. */
export class DemoClock extends Clock {
  private relived: Instant | null = null;
  private readonly real: Clock;

  constructor(real: Clock) {
    super();
    this.real = real;
  }

  override now(): Instant {
    return this.relived ?? this.real.now();
  }

  relive(at: Instant): void {
    this.relived = at;
  }

  backToNow(): void {
    this.relived = null;
  }
}
