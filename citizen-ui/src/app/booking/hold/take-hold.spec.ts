import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideApi } from '@vuoro/ui-shared';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import fi from '../../../i18n/fi.json';
import { CitizenSession } from '../../session/citizen-session';
import { signedInOnly } from '../../session/signed-in-only';
import { TakeHold } from './take-hold';

@Component({ template: '' })
class Elsewhere {}

const type = '018f7d2e-0000-7000-8000-000000000001';
const time = '018f7d2e-0000-7000-8000-000000000002';
const near = '018f7d2e-0000-7000-8000-000000000003';
const chosen = `/hold?type=${type}&time=${time}&mode=REMOTE`;
const problem = { headers: { 'content-type': 'application/problem+json' }, status: 409, statusText: 'Conflict' };

describe('a time chosen before identification', () => {
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideApi(),
        provideHttpClientTesting(),
        provideTestTexts({ fi }),
        provideRouter(
          [
            { path: 'hold', canActivate: [signedInOnly], component: TakeHold },
            { path: 'confirm/:hold', component: Elsewhere },
            { path: 'sign-in', component: Elsewhere },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    server.verify();
  });

  async function open(signedIn: boolean): Promise<RouterTestingHarness> {
    TestBed.inject(CitizenSession);
    TestBed.tick();
    const session = { signedIn, name: null, clientId: null, now: '2026-11-26T08:00:00Z', idleEndsAt: null, endsAt: null };
    server.expectOne('/api/v1/citizen/session').flush(session);
    const harness = await RouterTestingHarness.create(chosen);
    await settled();
    return harness;
  }

  async function settled(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) {
      TestBed.tick();
      await Promise.resolve();
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    }
  }

  const typeRequests = (): void => {
    for (const { request } of server.match(() => true)) expect(request.url).toContain('/appointment-types/');
  };

  it('stands whole in the address to which identification returns', async () => {
    await open(false);
    const { queryParams } = TestBed.inject(Router).parseUrl(TestBed.inject(Router).url);
    expect(TestBed.inject(Router).url.startsWith('/sign-in?')).toBe(true);
    expect(queryParams['returnTo']).toBe(chosen);
  });

  it('is held at once after it, in the way of meeting that was chosen', async () => {
    await open(true);
    const hold = server.expectOne('/api/v1/citizen/holds');
    expect(hold.request.body).toEqual({ offeredTimeId: time, mode: 'REMOTE' });
    hold.flush({ id: '018f7d2e-0000-7000-8000-000000000009' });
    typeRequests();
    await settled();
    expect(TestBed.inject(Router).url).toBe(`/confirm/018f7d2e-0000-7000-8000-000000000009?type=${type}`);
  });

  it('offers no other try when it has been held too often today, only other times', async () => {
    const harness = await open(true);
    server.expectOne('/api/v1/citizen/holds').flush({ code: 'HELD_TOO_OFTEN', status: 429 }, { ...problem, status: 429 });
    typeRequests();
    await settled();
    const page = harness.routeNativeElement;
    expect(page?.querySelector('[role=alert]')?.textContent).toContain('liian monta kertaa');
    expect([...(page?.querySelectorAll('button') ?? [])]).toEqual([]);
    expect(page?.querySelector(`a[href="/times/${type}?mode=REMOTE"]`)).not.toBeNull();
  });

  it('is given back when one has gone on meanwhile, and calls nobody back', async () => {
    const harness = await open(true);
    await harness.navigateByUrl('/sign-in');
    server.expectOne('/api/v1/citizen/holds').flush({ id: near });
    await settled();
    expect(server.expectOne(`/api/v1/citizen/holds/${near}`).request.method).toBe('DELETE');
    typeRequests();
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });

  it('gives way to the nearest ones when somebody was quicker, each one press away', async () => {
    const harness = await open(true);
    const alternatives = [{ id: near, startsAt: '2026-12-10T14:00:00Z', endsAt: '2026-12-10T15:30:00Z', unitId: 'u', modes: ['VISIT'] }];
    server.expectOne('/api/v1/citizen/holds').flush({ code: 'TIME_TAKEN', status: 409, alternatives }, problem);
    typeRequests();
    await settled();
    const page = harness.routeNativeElement;
    expect(page?.querySelector('h1')?.textContent).toBe(fi.taken.title);
    const [first] = Array.from(page?.querySelectorAll<HTMLButtonElement>('.alternative') ?? []);
    expect(first?.textContent).toContain('to 10.12.2026 klo\u00a016.00–17.30');
    first?.click();
    await settled();
    // The nearest one has no remote meeting: it is taken in the way it has.
    expect(server.expectOne('/api/v1/citizen/holds').request.body).toEqual({ offeredTimeId: near, mode: 'VISIT' });
    typeRequests();
  });
});
