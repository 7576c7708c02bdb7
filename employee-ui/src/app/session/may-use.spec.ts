import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiConfiguration } from '@vuoro/ui-shared/api';
import { mayUse } from './may-use';

@Component({ selector: 'app-some-page', template: '' })
class SomePage {}

describe('a page of the application', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: ApiConfiguration, useValue: { rootUrl: '' } },
        provideRouter([
          { path: 'calendar', component: SomePage, canMatch: [mayUse('CALENDAR_READ')] },
          { path: '**', title: 'nothing here', component: SomePage },
        ]),
      ],
    });
  });

  async function openedBy(session: object, status = 200): Promise<string | undefined> {
    const router = TestBed.inject(Router);
    const opening = router.navigateByUrl('/calendar');
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    TestBed.inject(HttpTestingController).expectOne('/api/v1/session').flush(session, { status, statusText: 'told' });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    await opening;
    return router.routerState.snapshot.root.firstChild?.routeConfig?.path;
  }

  const now = '2026-12-10T08:00:00Z';

  it('opens to those who have its action', async () => {
    expect(await openedBy({ signedIn: true, now, actions: ['CALENDAR_READ'], roles: [] })).toBe('calendar');
  });

  it('does not exist for the rest', async () => {
    expect(await openedBy({ signedIn: true, now, actions: [], roles: [] })).toBe('**');
  });

  it('keeps its address for somebody who has yet to sign in', async () => {
    expect(await openedBy({ signedIn: false, now, actions: [], roles: [] })).toBe('calendar');
  });

  it('keeps its address while the session cannot be read', async () => {
    expect(await openedBy({ code: 'INTERNAL_ERROR' }, 500)).toBe('calendar');
  });
});
