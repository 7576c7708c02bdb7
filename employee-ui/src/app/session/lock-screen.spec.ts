import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ServerNow, isoOf, provideApi } from '@vuoro/ui-shared';
import { standInForModalDialogs, provideTestTexts } from '@vuoro/ui-shared/testing';
import fi from '../../i18n/fi.json';
import { App } from '../app';

const path = '/api/v1/session';

@Component({ selector: 'app-some-page', template: '<h1>Varaus: Canary Asiakas</h1>' })
class SomePage {}

describe('a shared desk', () => {
  let server: HttpTestingController;
  let fixture: ComponentFixture<App>;

  beforeEach(async () => {
    standInForModalDialogs();
    jest.useFakeTimers({ now: Date.parse('2026-12-10T08:00:00Z') });
    TestBed.configureTestingModule({
      providers: [provideApi(), provideHttpClientTesting(), provideTestTexts({ fi }), provideRouter([{ path: '**', component: SomePage }])],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(App);
    TestBed.inject(Router).initialNavigation();
    await pass(1);
    answer({ idleEndsAt: '2026-12-10T08:10:00Z' });
    await pass(1);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const heading = (): string => page().querySelector('h1')?.textContent ?? '';

  function answer(told: object): void {
    const session = {
      signedIn: true,
      sharedDesk: true,
      locked: false,
      employeeId: 'liisa',
      name: 'Liisa Lastenvalvoja',
      title: null,
      organisationName: null,
      environmentName: null,
      now: isoOf(TestBed.inject(ServerNow).instant()),
      idleEndsAt: null,
      endsAt: '2026-12-10T18:00:00Z',
      actions: [],
      roles: [],
    };
    server.expectOne(path).flush({ ...session, ...told });
  }

  async function pass(milliseconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    TestBed.tick();
  }

  it('warns a minute before, and is locked at the end with nothing left on the screen, although the server does not answer', async () => {
    expect(heading()).toBe('Varaus: Canary Asiakas');
    await pass(9 * 60_000);
    await pass(1000);
    answer({ idleEndsAt: '2026-12-10T08:10:00Z' });
    await pass(1);
    expect(page().querySelector('dialog')?.textContent).toContain('Tallentamattomat tiedot häviävät, kun näyttö lukittuu.');
    await pass(60_000);
    expect(heading()).toBe('Näyttö on lukittu');
    expect(document.activeElement?.textContent).toBe('Näyttö on lukittu');
    for (const gone of ['Canary', 'Liisa']) expect(document.body.innerHTML).not.toContain(gone);
    expect(page().querySelector('dialog, app-rail, app-own-menu')).toBeNull();
  });

  it('shows everything again when another tab has gone on working meanwhile', async () => {
    await pass(9 * 60_000);
    await pass(1000);
    answer({ idleEndsAt: '2026-12-10T08:10:00Z' });
    await pass(61_000);
    expect(heading()).toBe('Näyttö on lukittu');
    await pass(2000);
    answer({ idleEndsAt: '2026-12-10T08:20:00Z' });
    await pass(1);
    expect(heading()).toBe('Varaus: Canary Asiakas');
  });

  it('is locked as soon as a tab that slept is looked at again', () => {
    // No timer has run meanwhile.
    jest.setSystemTime(Date.parse('2026-12-10T08:10:00Z'));
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.tick();
    expect(heading()).toBe('Näyttö on lukittu');
  });

  it('is locked within seconds when the laptop wakes with the page in sight', async () => {
    jest.setSystemTime(Date.parse('2026-12-10T08:10:00Z'));
    await pass(5000);
    expect(document.body.innerHTML).not.toContain('Canary');
  });
});
