import type { Instant } from '../../kernel/index.ts';

export interface Happening {
  readonly at: Instant;
  readonly run: () => Promise<void>;
}

/** What is still to happen, in the order of time; what happens may put more on it. */
export class Agenda {
  private readonly waiting: Happening[] = [];

  add(happening: Happening): void {
    const later = this.waiting.findIndex((other) => other.at > happening.at);
    if (later < 0) this.waiting.push(happening);
    else this.waiting.splice(later, 0, happening);
  }

  next(): Happening | undefined {
    return this.waiting.shift();
  }
}
