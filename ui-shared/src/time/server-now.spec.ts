import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { ServerNow } from './server-now';

describe('now by the server', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.UTC(2026, 10, 23, 10, 0, 20) });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('does not trust a phone whose clock is an hour behind', () => {
    const now = TestBed.inject(ServerNow);
    now.synchronise('2026-11-23T11:00:20Z');
    expect(now.instant()).toBe(Date.UTC(2026, 10, 23, 11, 0, 20));
    jest.advanceTimersByTime(1500);
    expect(now.instant()).toBe(Date.UTC(2026, 10, 23, 11, 0, 21, 500));
  });

  it('moves on at each full minute', () => {
    const now = TestBed.inject(ServerNow);
    jest.advanceTimersByTime(39_999);
    expect(now.minute()).toBe(Date.UTC(2026, 10, 23, 10, 0, 20));
    jest.advanceTimersByTime(1);
    expect(now.minute()).toBe(Date.UTC(2026, 10, 23, 10, 1, 0));
  });

  it('keeps its time when the reply tells none', () => {
    const now = TestBed.inject(ServerNow);
    now.synchronise('soon');
    expect(now.instant()).toBe(Date.UTC(2026, 10, 23, 10, 0, 20));
  });
});
