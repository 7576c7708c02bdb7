import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApi } from '@vuoro/ui-shared';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import { CitizenSession } from './citizen-session';
import { OtherTabs } from './other-tabs';

/** As browsers have it, between the windows of one test. */
class Channel extends EventTarget {
  static readonly all = new Set<Channel>();
  constructor(readonly name: string) {
    super();
    Channel.all.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of Channel.all) {
      if (other !== this && other.name === this.name) other.dispatchEvent(new MessageEvent('message', { data }));
    }
  }
}

describe('signing out', () => {
  beforeEach(() => {
    Object.assign(globalThis, { BroadcastChannel: Channel });
    TestBed.configureTestingModule({ providers: [provideApi(), provideHttpClientTesting(), provideTestTexts()] });
  });

  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    Channel.all.clear();
  });

  it('in one tab ends the session in another at once, without asking the server', async () => {
    const session = TestBed.inject(CitizenSession);
    TestBed.tick();
    const now = '2026-11-26T08:00:00Z';
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/citizen/session')
      .flush({ signedIn: true, name: 'Aino Esimerkki', clientId: 'c', now, idleEndsAt: now, endsAt: now, onBehalfOf: null });
    await Promise.resolve();
    TestBed.tick();
    expect(session.state()).toBe('SIGNED_IN');
    new OtherTabs().tellSignedOut();
    expect(session.state()).toBe('SIGNED_OUT');
    expect(session.current()?.name).toBeNull();
  });
});
