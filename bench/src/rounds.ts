import type { Round } from './statistics.ts';

const rounds = 3;

/** Measures a slice of one side and gives what was measured: latencies in milliseconds, or rates. */
export type Slice = () => Promise<readonly number[]>;

/** The measurements of the two slices that each side has in a round. */
export interface MeasuredRound {
  readonly product: readonly number[];
  readonly bare: readonly number[];
}

/** Three rounds of A B A B, so that what else the machine does meets both sides alike. */
export async function measureRounds(product: Slice, bare: Slice): Promise<readonly MeasuredRound[]> {
  const measured: MeasuredRound[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = { product: await product(), bare: await bare() };
    const second = { product: await product(), bare: await bare() };
    measured.push({ product: [...first.product, ...second.product], bare: [...first.bare, ...second.bare] });
  }
  return measured;
}

/** Each round reduced to one number a side. */
export function reduced(measured: readonly MeasuredRound[], toOne: (values: readonly number[]) => number): Round[] {
  return measured.map(({ product, bare }) => ({ product: toOne(product), bare: toOne(bare) }));
}
