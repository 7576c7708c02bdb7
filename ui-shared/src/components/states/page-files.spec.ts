import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { provideTestTexts } from '../../testing/test-texts';
import { Toaster } from '../announcer/toaster';
import { OPEN_ANEW, PageFiles } from './page-files';

const CHROMIUM = new TypeError('Failed to fetch dynamically imported module: http://localhost/chunk-A1.js');
const FIREFOX = new TypeError('error loading dynamically imported module: http://localhost/chunk-A1.js');
const SAFARI = new TypeError('Importing a module script failed.');

describe('a page whose files did not come', () => {
  const original = globalThis.fetch;
  let opened: string[];

  beforeEach(() => {
    opened = [];
    TestBed.configureTestingModule({
      providers: [provideTestTexts(), { provide: OPEN_ANEW, useValue: (address: string) => opened.push(address) }],
    });
  });

  afterEach(() => {
    globalThis.fetch = original;
  });

  function server(answer: () => Promise<{ ok: boolean }>): void {
    globalThis.fetch = jest.fn(answer) as unknown as typeof fetch;
  }

  const told = (): string[] =>
    TestBed.inject(Toaster)
      .toasts()
      .map(({ text }) => text);

  it.each([CHROMIUM, FIREFOX, SAFARI])('tells that the connection is lost when nobody answers: %s', async (error) => {
    server(() => Promise.reject(new TypeError('Failed to fetch')));
    await TestBed.inject(PageFiles).missed(error, '/services/lastenvalvoja');
    expect(told()).toEqual([expect.stringMatching(/^Verkkoyhteys ei toimi juuri nyt\./)]);
    expect(opened).toEqual([]);
  });

  it('is opened anew when a new version has replaced them', async () => {
    server(() => Promise.resolve({ ok: true }));
    await TestBed.inject(PageFiles).missed(CHROMIUM, '/times/eroaika?view=list');
    expect(opened).toEqual(['/times/eroaika?view=list']);
    expect(told()).toEqual([]);
  });

  it('is not opened anew for ever', async () => {
    server(() => Promise.resolve({ ok: true }));
    await TestBed.inject(PageFiles).missed(CHROMIUM, window.location.pathname);
    expect(opened).toEqual([]);
    expect(told()).toEqual([expect.stringMatching(/^Sivulla tapahtui virhe\./)]);
  });

  it('leaves other failures to whom they belong', async () => {
    server(() => Promise.reject(new TypeError('Failed to fetch')));
    await TestBed.inject(PageFiles).missed(new Error('The page has a fault'), '/my-times');
    expect(told()).toEqual([]);
  });
});
