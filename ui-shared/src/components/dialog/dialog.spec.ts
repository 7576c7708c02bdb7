import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideTestTexts, standInForModalDialogs } from '../../testing';
import { Dialog } from './dialog';

@Component({
  imports: [Dialog],
  template: `
    <v-dialog heading="Varaus" [open]="outer()" [closable]="mayClose()" (closed)="outer.set(false)">
      <v-dialog heading="Päivä" [open]="inner()" (closed)="inner.set(false)"><input id="day" /></v-dialog>
    </v-dialog>
  `,
})
class Page {
  readonly outer = signal(true);
  readonly inner = signal(false);
  readonly mayClose = signal(true);
}

describe('a modal dialog', () => {
  let fixture: ComponentFixture<Page>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const dialogs = (): HTMLDialogElement[] => [...page().querySelectorAll('dialog')];
  const isOpen = (): boolean[] => dialogs().map((dialog) => dialog.open);

  function pressEscape(target: Element | undefined | null): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    target?.dispatchEvent(event);
    TestBed.tick();
    return event;
  }

  beforeEach(() => {
    standInForModalDialogs();
    TestBed.configureTestingModule({ providers: [provideTestTexts()] });
    fixture = TestBed.createComponent(Page);
    TestBed.tick();
  });

  it('closes by Esc when its owner lets it', () => {
    pressEscape(dialogs()[0]);
    expect(isOpen()[0]).toBe(false);
  });

  it('leaves nothing of Esc to the browser, which would close it at the second press whatever the owner says', () => {
    fixture.componentInstance.mayClose.set(false);
    TestBed.tick();
    expect([1, 2].map(() => pressEscape(dialogs()[0]).defaultPrevented)).toEqual([true, true]);
    expect(isOpen()[0]).toBe(true);
  });

  it('comes back when the browser has closed it against the will of its owner', () => {
    dialogs()[0]?.close();
    dialogs()[0]?.dispatchEvent(new Event('close'));
    expect(isOpen()[0]).toBe(true);
  });

  it('stays open when Esc closes another one within it', () => {
    fixture.componentInstance.inner.set(true);
    TestBed.tick();
    expect(isOpen()).toEqual([true, true]);
    pressEscape(page().querySelector('#day'));
    expect(isOpen()).toEqual([true, false]);
  });
});
