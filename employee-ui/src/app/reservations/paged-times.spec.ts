import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiConfiguration, type FreeTimeView } from '@vuoro/ui-shared/api';
import { settle } from '@vuoro/ui-shared/testing';
import { PagedTimes, type TimesQuery } from './paged-times';

const page = (ids: readonly string[], nextCursor: string | null) => ({
  items: ids.map((id) => ({ id, startsAt: '2026-12-10T08:00:00Z', endsAt: '2026-12-10T09:00:00Z', unitId: 'u', modes: [] })),
  nextCursor,
});

describe('free times in pages', () => {
  const query = signal<TimesQuery | null>({ appointmentTypeId: 'ero' });
  let times: PagedTimes<FreeTimeView>;
  const asked = (): TestRequest => TestBed.inject(HttpTestingController).expectOne(({ url }) => url.includes('/free-times'));
  const ids = () => times.times().map(({ id }) => id);

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), { provide: ApiConfiguration, useValue: { rootUrl: '' } }],
    });
    query.set({ appointmentTypeId: 'ero' });
    times = TestBed.runInInjectionContext(() => new PagedTimes<FreeTimeView>(query));
    TestBed.tick();
    asked().flush(page(['a'], 'more'));
    await settle();
  });

  it('go on from where the last page ended, once for a double press', async () => {
    void times.readMore();
    void times.readMore();
    await settle();
    asked().flush(page(['b'], null));
    await settle();
    expect(ids()).toEqual(['a', 'b']);
    expect(times.hasMore()).toBe(false);
  });

  it('do not carry a failure of one search into the next', async () => {
    void times.readMore();
    await settle();
    asked().error(new ProgressEvent('error'));
    await settle();
    expect(times.failure()).not.toBeNull();
    query.set({ appointmentTypeId: 'apu' });
    await settle();
    asked().flush(page(['c'], 'more'));
    await settle();
    expect(times.failure()).toBeNull();
    expect(ids()).toEqual(['c']);
  });

  it('leave out a page that comes when another search has been begun', async () => {
    void times.readMore();
    await settle();
    const late = asked();
    query.set({ appointmentTypeId: 'apu' });
    await settle();
    asked().flush(page(['c'], 'more'));
    await settle();
    expect(times.isReadingMore()).toBe(false);
    late.flush(page(['b'], null));
    await settle();
    expect(ids()).toEqual(['c']);
    expect(times.hasMore()).toBe(true);
  });
});
