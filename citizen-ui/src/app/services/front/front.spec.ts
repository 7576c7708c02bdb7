import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideTestTexts } from '@vuoro/ui-shared/testing';
import fi from '../../../i18n/fi.json';
import { Front } from './front';

const PAUSE_MS = 300;

@Component({ template: 'Palvelu' })
class AnotherPage {}

describe('the search of the front page', () => {
  let harness: RouterTestingHarness;
  const box = (): HTMLInputElement | null => harness.routeNativeElement?.querySelector('input') ?? null;
  const address = (): string => TestBed.inject(Router).url;

  beforeEach(async () => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideTestTexts({ fi }),
        provideRouter(
          [
            { path: '', component: Front },
            { path: 'services/eroaika', component: AnotherPage },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    harness = await RouterTestingHarness.create('/');
    TestBed.tick();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  function write(text: string): void {
    const input = box();
    if (input === null) return;
    input.value = text;
    input.dispatchEvent(new Event('input'));
    TestBed.tick();
  }

  async function pause(): Promise<void> {
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    TestBed.tick();
  }

  it('searches after a pause, and leaves the space after a word to whoever goes on with the next one', async () => {
    write('lapsen ');
    await pause();
    expect(address()).toBe('/?q=lapsen');
    expect(box()?.value).toBe('lapsen ');
    write('lapsen huolto');
    await pause();
    expect(address()).toBe('/?q=lapsen%20huolto');
  });

  it('shows the words of an address that it has not written itself', async () => {
    write('ero');
    await pause();
    await harness.navigateByUrl('/?q=elatus');
    TestBed.tick();
    expect(box()?.value).toBe('elatus');
  });

  it('puts nothing into the address of a page to which one has gone on meanwhile', async () => {
    write('ero');
    await harness.navigateByUrl('/services/eroaika');
    await pause();
    expect(address()).toBe('/services/eroaika');
  });
});
