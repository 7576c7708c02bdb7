import { describe, expect, it } from '@jest/globals';
import { isId, newId } from './ids.ts';

describe('ids', () => {
  it('sort in the order in which they were made', () => {
    const ids = Array.from({ length: 5_000 }, newId);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are told from other text', () => {
    expect(isId(newId())).toBe(true);
    expect(isId('7f8a7b0e-0d7f-4b63-9f67-0d7b9b1d3a55')).toBe(true);
    expect([isId(''), isId('140385-902F'), isId(`${newId()} `), isId(undefined), isId(42)]).toEqual([false, false, false, false, false]);
  });
});
