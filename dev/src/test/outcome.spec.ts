import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeOf } from './outcome.ts';

test('the totals of each test runner are read from its last lines', () => {
  assert.deepEqual(
    outcomeOf('jest', 'Test Suites: 1 failed, 3 passed, 4 total\nTests:       2 failed, 1 skipped, 9 passed, 12 total\n', 1),
    { passed: 9, failed: 2, skipped: 1 },
  );
  assert.deepEqual(outcomeOf('playwright', '\n  1 failed\n    a.spec.ts:3:1\n  2 flaky\n  1 skipped\n  7 passed (4.2s)\n', 1), {
    passed: 7,
    failed: 3,
    skipped: 1,
  });
  assert.deepEqual(outcomeOf('node', 'ℹ tests 5\nℹ pass 4\nℹ fail 1\nℹ cancelled 0\nℹ skipped 0\nℹ todo 0\n', 1), {
    passed: 4,
    failed: 1,
    skipped: 0,
  });
  assert.deepEqual(outcomeOf('check', 'whatever', 0), { passed: 1, failed: 0, skipped: 0 });
});

test('a file that cannot be loaded is a failure though none of its tests ran', () => {
  assert.equal(outcomeOf('jest', 'Test Suites: 1 failed, 1 passed, 2 total\nTests:       4 passed, 4 total\n', 1).failed, 1);
});

test('a runner that crashes, or finds no test at all, has failed', () => {
  assert.equal(outcomeOf('jest', 'Segmentation fault', 139).failed, 1);
  assert.equal(outcomeOf('node', 'ℹ pass 3\nℹ fail 0\n', 1).failed, 1);
  assert.equal(outcomeOf('playwright', 'no output', 0).failed, 1);
});
