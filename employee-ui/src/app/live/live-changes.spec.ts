import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type HttpResourceRef, httpResource, provideHttpClient } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LiveChanges } from './live-changes';
import { CONNECT_LIVE } from './live-connection';
import type { LiveNews } from './live-hub';
import { rereadOnChange } from './reread';

let tell: (news: LiveNews) => void = () => undefined;
const watched: (readonly string[])[] = [];

beforeEach(() => {
  watched.length = 0;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      {
        provide: CONNECT_LIVE,
        useValue: (listener: typeof tell) => {
          tell = listener;
          return (subjects: readonly string[]) => watched.push(subjects);
        },
      },
    ],
  });
});

describe('changes of others', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('of one booking, which touches a person and a room, are one reading', () => {
    const changes = TestBed.inject(LiveChanges);
    changes.watch(['anna', 'room']);
    tell({ kind: 'changed', subject: 'anna' });
    tell({ kind: 'changed', subject: 'room' });
    jest.advanceTimersByTime(100);
    expect(changes.revision()).toBe(1);
    jest.advanceTimersByTime(5000);
    expect(changes.revision()).toBe(1);
  });

  it('are shown within two seconds and yet read seldom in a storm', () => {
    const changes = TestBed.inject(LiveChanges);
    changes.watch(['anna']);
    for (let moment = 0; moment < 4000; moment += 50) {
      tell({ kind: 'changed', subject: 'anna' });
      jest.advanceTimersByTime(50);
    }
    expect(changes.revision()).toBeGreaterThanOrEqual(4);
    expect(changes.revision()).toBeLessThanOrEqual(6);
  });

  it('are known to be missing when the stream is lost, until it is back and all is read again', () => {
    const changes = TestBed.inject(LiveChanges);
    changes.watch(['anna']);
    tell({ kind: 'lost' });
    expect(changes.lostSince()).not.toBeNull();
    tell({ kind: 'changed', subject: 'anna' });
    jest.advanceTimersByTime(1000);
    expect(changes.lostSince()).not.toBeNull();
    tell({ kind: 'reset' });
    expect(changes.lostSince()).not.toBeNull();
    jest.advanceTimersByTime(100);
    expect(changes.lostSince()).toBeNull();
    expect(changes.revision()).toBe(2);
  });

  it('are not followed while nobody sees the page, and are read when it is shown again', () => {
    const changes = TestBed.inject(LiveChanges);
    changes.watch(['anna']);
    const visibility = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(watched).toEqual([['anna'], [], ['anna']]);
  });
});

describe('what is on the screen', () => {
  @Component({ selector: 'app-shown', template: '{{ shown.value() }}' })
  class Shown {
    readonly shown: HttpResourceRef<string | undefined> = httpResource<string>(() => '/api/v1/calendar/day');

    constructor() {
      rereadOnChange(this.shown);
    }
  }

  /** Lets so much time pass, and then what has come be shown. */
  async function pass(ms: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, ms));
    TestBed.tick();
  }

  it('is read again when a change comes during the first reading, whose answer may be older', async () => {
    const fixture = TestBed.createComponent(Shown);
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    const first = http.expectOne('/api/v1/calendar/day');
    TestBed.inject(LiveChanges).changedHere();
    await pass(150);
    http.expectNone('/api/v1/calendar/day');
    first.flush('"before"');
    await pass(0);
    http.expectOne('/api/v1/calendar/day').flush('"after"');
    await pass(0);
    expect(fixture.nativeElement.textContent).toContain('after');
  });

  it('is read once more when a change comes while it is being read again', async () => {
    const fixture = TestBed.createComponent(Shown);
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/calendar/day').flush('"before"');
    await pass(0);
    const changes = TestBed.inject(LiveChanges);
    changes.changedHere();
    await pass(150);
    const second = http.expectOne('/api/v1/calendar/day');
    changes.changedHere();
    // Longer than the rest between two readings, so that the second change is told while the answer is still awaited.
    await pass(900);
    second.flush('"older than the second change"');
    await pass(0);
    http.expectOne('/api/v1/calendar/day').flush('"after"');
    await pass(0);
    expect(fixture.nativeElement.textContent).toContain('after');
  });

  it('stays while it is read again', async () => {
    const fixture = TestBed.createComponent(Shown);
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/calendar/day').flush('"before"');
    await pass(0);
    TestBed.inject(LiveChanges).changedHere();
    await pass(150);
    expect(fixture.nativeElement.textContent).toContain('before');
    http.expectOne('/api/v1/calendar/day').flush('"after"');
  });
});
