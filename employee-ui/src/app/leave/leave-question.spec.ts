import { Component, signal, viewChild } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { provideTestTexts, standInForModalDialogs } from '@vuoro/ui-shared/testing';
import { LeaveQuestion } from './leave-question';

@Component({
  imports: [LeaveQuestion],
  template: `
    <app-leave-question heading="Kesken" stayText="Jatka" leaveText="Poistu" [isHalfDone]="isHalfDone()"
      >Tiedot häviävät.</app-leave-question
    >
  `,
})
class Page {
  readonly isHalfDone = signal(true);
  readonly question = viewChild.required(LeaveQuestion);
}

describe('leaving what is half done', () => {
  let fixture: ComponentFixture<Page>;
  const text = (): string => (fixture.nativeElement as HTMLElement).textContent;

  beforeEach(() => {
    standInForModalDialogs();
    TestBed.configureTestingModule({ providers: [provideTestTexts()] });
    fixture = TestBed.createComponent(Page);
    TestBed.tick();
  });

  function press(name: string): void {
    const all = [...(fixture.nativeElement as HTMLElement).querySelectorAll('button')];
    all.find(({ textContent }) => textContent.trim() === name)?.click();
    TestBed.tick();
  }

  function leave(): Promise<boolean> {
    const answer = fixture.componentInstance.question().ask();
    TestBed.tick();
    return answer;
  }

  it('asks first, and does as it is told', async () => {
    const first = leave();
    expect(text()).toContain('Tiedot häviävät.');
    press('Jatka');
    expect(await first).toBe(false);
    expect(text()).not.toContain('Tiedot häviävät.');
    const second = leave();
    press('Poistu');
    expect(await second).toBe(true);
  });

  it('by another way out gives up the first one, which would wait for ever', async () => {
    const first = leave();
    void leave();
    expect(await first).toBe(false);
    expect(text()).toContain('Tiedot häviävät.');
  });

  it('has the browser ask when the page is closed, if something would be lost', () => {
    const isAskedAtClosing = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(isAskedAtClosing()).toBe(true);
    fixture.componentInstance.isHalfDone.set(false);
    TestBed.tick();
    expect(isAskedAtClosing()).toBe(false);
  });
});
