import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { ServerNow, isoOf, provideApi } from '@vuoro/ui-shared';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import { CitizenSession } from './citizen-session';
import { KeptForm } from './kept-form';

const form = { phone: '', remind: false, contact: { email: '' } };
const typed = { phone: '040 123 4567', remind: true, contact: { email: 'aino@example.fi' } };

describe('what was typed before identifying anew', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-12-10T08:00:00Z') });
    sessionStorage.clear();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** The application as it opens in the tab, with this person signed in. */
  async function opened(clientId: string): Promise<KeptForm> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [provideApi(), provideHttpClientTesting(), provideTestTexts(), provideRouter([])] });
    const kept = TestBed.inject(KeptForm);
    TestBed.tick();
    const now = TestBed.inject(ServerNow).instant();
    const session = { signedIn: true, name: 'A', clientId, now: isoOf(now), idleEndsAt: isoOf(now), endsAt: isoOf(now), onBehalfOf: null };
    TestBed.inject(HttpTestingController).expectOne('/api/v1/citizen/session').flush(session);
    await jest.advanceTimersByTimeAsync(1);
    expect(TestBed.inject(CitizenSession).isSignedIn()).toBe(true);
    return kept;
  }

  it('stands on the page again, once, and is gone from the browser as soon as the application opens', async () => {
    (await opened('aino')).keep('/my-details', typed);
    expect(sessionStorage.length).toBe(1);
    const kept = await opened('aino');
    expect(sessionStorage.length).toBe(0);
    expect(kept.take('/my-details', form)).toEqual(typed);
    expect(kept.take('/my-details', form)).toBeNull();
  });

  it('is nothing to another person, to another page, or after ten minutes', async () => {
    (await opened('aino')).keep('/my-details', typed);
    expect((await opened('eero')).take('/my-details', form)).toBeNull();
    (await opened('aino')).keep('/my-details', typed);
    expect((await opened('aino')).take('/confirm/1', form)).toBeNull();
    (await opened('aino')).keep('/my-details', typed);
    jest.advanceTimersByTime(10 * 60_000);
    expect((await opened('aino')).take('/my-details', form)).toBeNull();
    expect(sessionStorage.length).toBe(0);
  });

  it('is not taken when the form has other fields by now', async () => {
    (await opened('aino')).keep('/my-details', { phone: '040 123 4567', remind: 'yes', contact: {} });
    expect((await opened('aino')).take('/my-details', form)).toBeNull();
  });
});
