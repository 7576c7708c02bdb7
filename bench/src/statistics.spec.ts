import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { median, percentile, ratioOf, spreadOf } from './statistics.ts';

describe('the median', () => {
  it('is the value in the middle, whatever the order', () => assert.equal(median([9, 1, 4]), 4));
  it('of an even number of values lies between the two in the middle', () => assert.equal(median([8, 1, 2, 4]), 3));
  it('of one value is that value', () => assert.equal(median([7]), 7));
  it('sorts by size and not as text', () => assert.equal(median([100, 9, 20]), 20));
  it('of nothing does not exist', () => assert.throws(() => median([]), RangeError));
  it('leaves the measurements in their order', () => {
    const values = [3, 1, 2];
    median(values);
    assert.deepEqual(values, [3, 1, 2]);
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  it('is a value that was measured', () => {
    assert.equal(percentile(hundred, 0.99), 99);
    assert.equal(percentile(hundred, 0.5), 50);
    assert.equal(percentile(hundred, 1), 100);
  });
  it('of few values is the greatest rather than too small', () => assert.equal(percentile([1, 2, 3], 0.99), 3));
});

describe('the ratio of three rounds', () => {
  it('is the median of the rounds’ ratios, with the median of both numbers', () => {
    const rounds = [
      { product: 20, bare: 10 },
      { product: 33, bare: 15 },
      { product: 21, bare: 10 },
    ];
    assert.deepEqual(ratioOf(rounds), { kind: 'ratio', value: 2.1, product: 21, bare: 10, spread: spreadOf([2, 2.2, 2.1]) });
  });

  it('survives a machine that slows both sides alike', () => {
    const ratio = ratioOf([
      { product: 2, bare: 1 },
      { product: 6, bare: 3 },
      { product: 2, bare: 1 },
    ]);
    assert.equal(ratio.kind, 'ratio');
    assert.equal(ratio.spread, 0);
  });

  it('is given when the rounds differ by exactly 30 %', () => {
    assert.equal(
      ratioOf([
        { product: 10, bare: 1 },
        { product: 13, bare: 1 },
        { product: 11, bare: 1 },
      ]).kind,
      'ratio',
    );
  });

  it('is refused when they differ by more, even if two agree', () => {
    assert.equal(
      ratioOf([
        { product: 10, bare: 1 },
        { product: 10, bare: 1 },
        { product: 13.1, bare: 1 },
      ]).kind,
      'refused',
    );
  });

  it('is refused when a side measured nothing', () => {
    assert.equal(
      ratioOf([
        { product: 0, bare: 0 },
        { product: 1, bare: 1 },
        { product: 1, bare: 1 },
      ]).kind,
      'refused',
    );
    assert.equal(
      ratioOf([
        { product: 1, bare: 0 },
        { product: 1, bare: 1 },
        { product: 1, bare: 1 },
      ]).kind,
      'refused',
    );
  });
});
