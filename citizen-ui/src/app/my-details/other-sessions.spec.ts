import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideApi } from '@vuoro/ui-shared';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import fi from '../../i18n/fi.json';
import { OtherSessions } from './other-sessions';

const library = { signedInAt: '2026-11-26T08:14:00.000Z', lastSeenAt: '2026-11-26T08:20:00.000Z' };

describe('other devices and browsers', () => {
  let server: HttpTestingController;
  let fixture: ComponentFixture<OtherSessions>;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideApi(), provideHttpClientTesting(), provideTestTexts({ fi }), provideRouter([])] });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(OtherSessions);
    document.body.append(fixture.nativeElement as HTMLElement);
  });

  afterEach(() => {
    server.verify();
  });

  async function shows(others: readonly object[]): Promise<string> {
    TestBed.tick();
    server.expectOne('/api/v1/citizen/session/others').flush(others);
    await fixture.whenStable();
    return text();
  }

  // Within a date and a time there are spaces at which no line may break.
  const text = (): string => (fixture.nativeElement as HTMLElement).textContent.replaceAll(/\s+/g, ' ');
  const button = (): HTMLButtonElement | null => (fixture.nativeElement as HTMLElement).querySelector('button');

  it('are none, and there is nothing to press', async () => {
    expect(await shows([])).toContain('Et ole kirjautuneena muualla.');
    expect(button()).toBeNull();
  });

  it('are told by their times, and ended by one press, which leaves the focus on what is told then', async () => {
    expect(await shows([library])).toContain('Tunnistauduit to 26.11.2026 klo 10.14, viimeksi käytetty to 26.11.2026 klo 10.20');
    button()?.click();
    server.expectOne({ method: 'POST', url: '/api/v1/citizen/session/end-others' }).flush(null, { status: 204, statusText: 'No Content' });
    await fixture.whenStable();
    expect(text()).toContain('Et ole kirjautuneena muualla.');
    expect(button()).toBeNull();
    expect(document.activeElement?.textContent).toBe('Muut laitteet ja selaimet');
  });

  it('stay in the list when they could not be ended', async () => {
    await shows([library]);
    button()?.click();
    server.expectOne({ method: 'POST', url: '/api/v1/citizen/session/end-others' }).error(new ProgressEvent('error'));
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    // What is offered beside a refusal asks whether one is still signed in.
    server
      .expectOne('/api/v1/citizen/session')
      .flush({ signedIn: true, name: 'Aino', clientId: null, now: '2026-11-26T08:30:00Z', idleEndsAt: null, endsAt: null });
    await fixture.whenStable();
    expect(text()).toContain('viimeksi käytetty');
    expect(text()).toContain('Verkkoyhteys ei toimi juuri nyt.');
  });
});
