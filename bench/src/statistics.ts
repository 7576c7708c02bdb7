/** Rounds that differ by more than this say nothing about the product, only about what else the machine was doing. */
export const GREATEST_SPREAD = 0.3;
/** 13 / 10 - 1 is a little more than 0.3 in binary fractions. */
const ROUNDING = 1e-9;

/** One round of a comparison: what was measured of the product and of the bare counterpart, in the same unit. */
export interface Round {
  readonly product: number;
  readonly bare: number;
}

export type Ratio =
  | { readonly kind: 'ratio'; readonly value: number; readonly product: number; readonly bare: number; readonly spread: number }
  | { readonly kind: 'refused'; readonly product: number; readonly bare: number; readonly spread: number };

/** The middle value; of an even number of values the mean of the two in the middle. @throws RangeError without values */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  if (below === undefined || above === undefined) throw new RangeError('There is no median of nothing.');
  return (below + above) / 2;
}

/** The smallest value that at least this share of the values does not exceed (nearest rank). @param share above 0, at most 1 */
export function percentile(values: readonly number[], share: number): number {
  const found = [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1];
  if (found === undefined) throw new RangeError('There is no percentile of nothing.');
  return found;
}

/** How much more the greatest is than the smallest: 0.3 for 10 and 13. */
export function spreadOf(values: readonly number[]): number {
  return Math.max(...values) / Math.min(...values) - 1;
}

/** The median of the rounds' ratios with the median of both numbers; refused when the rounds contradict each other. */
export function ratioOf(rounds: readonly Round[]): Ratio {
  const ratios = rounds.map(({ product, bare }) => product / bare);
  const spread = spreadOf(ratios);
  const numbers = { product: median(rounds.map((round) => round.product)), bare: median(rounds.map((round) => round.bare)), spread };
  // Written this way round because what is not a number (0/0) must not slip through as small.
  if (!(spread <= GREATEST_SPREAD + ROUNDING)) return { kind: 'refused', ...numbers };
  return { kind: 'ratio', value: median(ratios), ...numbers };
}
