import { describe, expect, it } from '@jest/globals';
import { holdPhase, timeLeft } from './hold-phase';

const END = Date.UTC(2026, 10, 26, 10, 10, 0);
const minutes = (count: number): number => count * 60_000;

describe('a held time', () => {
  it('asks for more time exactly two minutes before its end, not a millisecond earlier', () => {
    expect(holdPhase(END, END - minutes(2) - 1)).toBe('HELD');
    expect(holdPhase(END, END - minutes(2))).toBe('ENDING');
  });

  it('is over at its very end', () => {
    expect(holdPhase(END, END - 1)).toBe('ENDING');
    expect(holdPhase(END, END)).toBe('ENDED');
  });

  it('shows minutes and seconds, and never less than none', () => {
    expect(timeLeft(END, END - minutes(10))).toBe('10:00');
    expect(timeLeft(END, END - minutes(9) - 4001)).toBe('9:05');
    expect(timeLeft(END, END + minutes(1))).toBe('0:00');
  });
});
