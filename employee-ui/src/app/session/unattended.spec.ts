import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { unattendedInterceptor } from './unattended.interceptor';

describe('a request', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-12-10T08:00:00Z') });
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([unattendedInterceptor])), provideHttpClientTesting()],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function isMarked(): boolean {
    TestBed.inject(HttpClient).get('/api/v1/calendar/day').subscribe();
    return TestBed.inject(HttpTestingController).expectOne('/api/v1/calendar/day').request.headers.has('X-Unattended');
  }

  it('counts as work when somebody has just touched the page, and not when a minute has passed', () => {
    expect(isMarked()).toBe(false);
    jest.advanceTimersByTime(61_000);
    expect(isMarked()).toBe(true);
    document.dispatchEvent(new Event('pointerdown'));
    expect(isMarked()).toBe(false);
  });
});
