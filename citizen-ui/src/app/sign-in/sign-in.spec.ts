import { beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideApi } from '@vuoro/ui-shared';
import { provideTestTexts, settle } from '@vuoro/ui-shared/testing';
import fi from '../../i18n/fi.json';
import { SignIn } from './sign-in';

const returnTo = '/hold?type=1&time=2&mode=VISIT';

describe('the step before identification', () => {
  let server: HttpTestingController;
  let page: HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideApi(), provideHttpClientTesting(), provideTestTexts({ fi }), provideRouter([])],
    });
    server = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(SignIn);
    fixture.componentRef.setInput('returnTo', returnTo);
    fixture.componentRef.setInput('ended', '1');
    page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
  });

  async function answerSession(signedIn: boolean): Promise<void> {
    server
      .expectOne('/api/v1/citizen/session')
      .flush({ signedIn, name: null, clientId: null, now: '2026-12-10T08:00:00Z', idleEndsAt: null, endsAt: null, onBehalfOf: null });
    server.match(() => true);
    await settle();
  }

  const shown = (): (string | null)[] =>
    [page.querySelector('h1'), page.querySelector('a.button')].map((each) => each?.textContent.trim() ?? null);
  const leadsTo = (): string => page.querySelector('a.button')?.getAttribute('href') ?? '';

  it('says neither before it knows', () => {
    expect(page.querySelector('a')).toBeNull();
    expect(page.textContent).not.toContain('Sinut on kirjattu ulos');
  });

  it('offers identification also when nobody answers who is signed in', async () => {
    server.expectOne('/api/v1/citizen/session').error(new ProgressEvent('error'));
    await settle();
    expect(shown()).toEqual(['Tunnistaudu', 'Siirry tunnistautumaan']);
  });

  it('leads to identification, and from there to what was wanted', async () => {
    await answerSession(false);
    expect(shown()).toEqual(['Tunnistaudu', 'Siirry tunnistautumaan']);
    expect(leadsTo()).toBe(`/auth/citizen/login?returnTo=${encodeURIComponent(returnTo)}&language=fi`);
    expect(page.textContent).toContain('Sinut on kirjattu ulos');
  });

  it('lets whoever comes back to it signed in go on without identifying again', async () => {
    await answerSession(true);
    expect(shown()).toEqual(['Olet jo tunnistautunut', 'Jatka asiointia']);
    expect(leadsTo()).toBe(returnTo);
    expect(page.textContent).not.toContain('Sinut on kirjattu ulos');
  });

  it('asks anew who is signed in when the browser shows it as it had kept it', async () => {
    await answerSession(false);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    TestBed.tick();
    await answerSession(true);
    expect(shown()).toEqual(['Olet jo tunnistautunut', 'Jatka asiointia']);
  });
});
