/** The figures of a campaign, and whatever of them must not be. */
export class Report {
  readonly figures: Record<string, number | string> = {};
  readonly failures: string[] = [];

  /** Notes a figure. */
  say(name: string, value: number | string): void {
    this.figures[name] = value;
  }

  /** Notes a figure that must be 0. */
  none(name: string, count: number, example?: unknown): void {
    this.say(name, count);
    if (count !== 0)
      this.failures.push(`${name}: ${count}${example === undefined ? '' : `, for example ${JSON.stringify(example).slice(0, 500)}`}`);
  }

  /** Notes whatever is in the list, which must be empty. */
  empty(name: string, items: readonly unknown[]): void {
    this.none(name, items.length, items[0]);
  }

  get text(): string {
    const width = Math.max(...Object.keys(this.figures).map((name) => name.length));
    const lines = Object.entries(this.figures).map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
    return [...lines, ...this.failures.map((failure) => `  ✗ ${failure}`)].join('\n');
  }
}

/** The value below which the given share of the numbers lies, in whole numbers. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
