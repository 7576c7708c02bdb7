import { describe, expect, it } from '@jest/globals';
import { ManualClock, OffsetClock, SystemClock } from './clock.ts';
import { formatInstant, parseInstant } from './time/instant.ts';

describe('clocks', () => {
  it('the manual clock stands still until it is moved', () => {
    const clock = new ManualClock(parseInstant('2026-11-24T10:00:00+02:00'));
    expect(formatInstant(clock.now())).toBe('2026-11-24T08:00:00.000Z');
    clock.advance({ hours: 24, minutes: 30 });
    expect(formatInstant(clock.now())).toBe('2026-11-25T08:30:00.000Z');
    clock.set(parseInstant('2026-09-29T06:00:00Z'));
    expect(formatInstant(clock.now())).toBe('2026-09-29T06:00:00.000Z');
  });

  it('the offset clock starts at the given instant and runs', async () => {
    const start = parseInstant('2027-03-28T00:59:59Z');
    const clock = new OffsetClock(start);
    const first = clock.now();
    expect(first.diff(start).toMillis()).toBeGreaterThanOrEqual(0);
    expect(first.diff(start).toMillis()).toBeLessThan(1_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.now() > first).toBe(true);
  });

  it('every clock tells UTC', () => {
    expect(new SystemClock().now().zoneName).toBe('UTC');
    expect(new OffsetClock(parseInstant('2027-03-28T00:59:59Z')).now().zoneName).toBe('UTC');
  });
});

describe('an instant on the wire', () => {
  it.each(['2026-11-24T08:00:00', '2026-11-24', '24.11.2026 10.00', '2026-02-30T08:00:00Z', '2026-11-24T25:00:00Z', ''])(
    'is not %p',
    (text) => {
      expect(() => parseInstant(text)).toThrow(RangeError);
    },
  );

  it('is the same instant whatever offset it is written with', () => {
    expect(parseInstant('2026-11-24T10:00:00+02:00').toMillis()).toBe(parseInstant('2026-11-24T08:00Z').toMillis());
  });
});
