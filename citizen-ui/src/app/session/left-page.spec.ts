import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { DOCUMENT } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { OPEN_ANEW, provideApi } from '@vuoro/ui-shared';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import { CitizenSession } from './citizen-session';
import { LeftPage } from './left-page';

const pageShown = (persisted: boolean): Event => Object.assign(new Event('pageshow'), { persisted });

describe('the page that one leaves by signing out', () => {
  let opened: string[];

  beforeEach(() => {
    opened = [];
    TestBed.configureTestingModule({
      providers: [
        provideApi(),
        provideHttpClientTesting(),
        provideTestTexts(),
        { provide: OPEN_ANEW, useValue: (address: string) => opened.push(address) },
      ],
    });
  });

  afterEach(() => {
    document.documentElement.hidden = false;
  });

  it('shows nothing any more, and is opened anew when the browser brings it back', () => {
    TestBed.inject(LeftPage).hide();
    expect(document.documentElement.hidden).toBe(true);
    window.dispatchEvent(pageShown(false));
    expect(opened).toEqual([]);
    window.dispatchEvent(pageShown(true));
    expect(opened).toEqual([location.pathname + location.search]);
  });

  it('is hidden once the session has ended, and not when signing out has failed', async () => {
    const session = TestBed.inject(CitizenSession);
    const http = TestBed.inject(HttpTestingController);
    const isHidden = (): unknown => TestBed.inject(DOCUMENT).documentElement.hidden;

    const failed = session.signOut();
    http.expectOne('/auth/citizen/logout').flush({ code: 'INTERNAL_ERROR' }, { status: 500, statusText: 'Internal Server Error' });
    await expect(failed).rejects.toMatchObject({ code: 'INTERNAL_ERROR' });
    expect(isHidden()).toBe(false);

    const succeeded = session.signOut();
    http.expectOne('/auth/citizen/logout').flush({ redirectTo: '#' });
    await succeeded;
    expect(isHidden()).toBe(true);
  });
});
