import { beforeEach, describe, expect, it } from '@jest/globals';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideTestTexts } from '../../testing';
import { MonthView } from './month-view';

describe('a month with the free times of its days', () => {
  let fixture: ComponentFixture<MonthView>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const day = (date: string): HTMLElement | null => page().querySelector(`[data-date="${date}"]`);
  const turn = (at: 0 | 1): void => {
    page().querySelectorAll<HTMLButtonElement>('.month-head button')[at]?.click();
    TestBed.tick();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestTexts({ fi: {} })] });
    fixture = TestBed.createComponent(MonthView);
    fixture.componentRef.setInput('month', '2026-11-01');
    fixture.componentRef.setInput('earliest', '2026-11-23');
    fixture.componentRef.setInput('latest', '2026-12-20');
    fixture.componentRef.setInput('counts', new Map([['2026-11-26', 3]]));
    TestBed.tick();
  });

  it('says nothing of days of the next month, which were not counted', () => {
    expect(day('2026-11-26')?.tagName).toBe('BUTTON');
    expect(day('2026-11-27')?.getAttribute('aria-disabled')).toBe('true');
    expect(day('2026-12-01')?.tagName).toBe('SPAN');
    expect(day('2026-12-01')?.getAttribute('aria-label')).toBeNull();
  });

  it('cannot be turned to before the first or past the last day that may be chosen', () => {
    turn(0);
    expect(fixture.componentInstance.month()).toBe('2026-11-01');
    turn(1);
    turn(1);
    expect(fixture.componentInstance.month().slice(0, 7)).toBe('2026-12');
  });
});
