import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { ProblemTexts } from '../api/problem-texts';
import { ApiProblem } from '../api/problem';
import { TimeFormat } from '../time/time-format';
import { LanguageSwitcher } from './language-switcher';
import { provideTexts } from './provide-texts';

@Component({ template: '' })
class Page {}

const texts = (name: string, title: string) => () => Promise.resolve({ default: { application: { name }, front: { title } } });

describe('switching the language', () => {
  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '', title: 'front.title', component: Page }]),
        provideTexts({ fi: texts('Asiointi', 'Varaa aika'), sv: texts('Ärenden', 'Boka tid'), en: texts('My services', 'Book a time') }),
      ],
    });
    await TestBed.inject(LanguageSwitcher).use('fi');
    await TestBed.inject(Router).navigateByUrl('/');
  });

  it('changes the page’s language, its title, times and messages at once, and is remembered', async () => {
    const format = TestBed.inject(TimeFormat);
    expect(document.title).toBe('Varaa aika – Asiointi');
    expect(format.dateTime('2026-12-11T07:00:00Z')).toBe('pe 11.12.2026 klo\u00a09.00');

    await TestBed.inject(LanguageSwitcher).use('sv');

    expect(document.documentElement.lang).toBe('sv');
    expect(document.title).toBe('Boka tid – Ärenden');
    expect(format.dateTime('2026-12-11T07:00:00Z')).toBe('fre 11.12.2026 kl.\u00a09.00');
    expect(localStorage.getItem('vuoro-language')).toBe('sv');
  });

  it('tells a deadline of the server as a time, and a code that nobody knows with what to do', () => {
    const problems = TestBed.inject(ProblemTexts);
    const late = new ApiProblem({ status: 409, code: 'TOO_LATE_TO_MOVE', params: { until: '2026-12-11T07:00:00Z' } });
    expect(problems.of(late)).toContain('pe 11.12.2026 klo\u00a09.00');
    const unknown = problems.of(new ApiProblem({ status: 500, code: 'NEVER_HEARD_OF' }));
    expect(unknown).toContain('Yritä hetken päästä uudelleen');
    expect(unknown).not.toContain('NEVER_HEARD_OF');
  });

  it('uses the plural forms of the language', () => {
    const problems = TestBed.inject(ProblemTexts);
    const wrong = (attemptsLeft: number) =>
      problems.of(new ApiProblem({ status: 422, code: 'CONTACT_CODE_WRONG', params: { attemptsLeft } }));
    expect(wrong(1)).toContain('1 kerran');
    expect(wrong(3)).toContain('3 kertaa');
  });
});
