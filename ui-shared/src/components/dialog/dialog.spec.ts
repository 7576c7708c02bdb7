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
    <v-dialog heading="Istunto päättyy" [open]="urgent()" [urgent]="true" />
  `,
})
class Page {
  readonly outer = signal(true);
  readonly inner = signal(false);
  readonly urgent = signal(false);
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

  it('that must be answered first comes back above one that opens later', () => {
    const shown: (string | undefined)[] = [];
    const showModal = HTMLDialogElement.prototype.showModal;
    HTMLDialogElement.prototype.showModal = function (): void {
      shown.push(this.querySelector('h2')?.textContent);
      showModal.call(this);
    };
    fixture.componentInstance.urgent.set(true);
    TestBed.tick();
    fixture.componentInstance.inner.set(true);
    TestBed.tick();
    expect(shown).toEqual(['Istunto päättyy', 'Päivä', 'Istunto päättyy']);
    fixture.componentInstance.urgent.set(false);
    TestBed.tick();
    expect(isOpen()).toEqual([true, true, false]);
  });

  it('stays open when Esc closes another one within it', () => {
    fixture.componentInstance.inner.set(true);
    TestBed.tick();
    expect(isOpen()).toEqual([true, true, false]);
    pressEscape(page().querySelector('#day'));
    expect(isOpen()).toEqual([true, false, false]);
  });

  it('takes with it the second press of a double click on the button that closes it', () => {
    const below: string[] = [];
    page().addEventListener('pointerdown', (event) => below.push(`${String(event.clientX)}, ${String(event.clientY)}`));
    const press = (target: Element | undefined, clientX: number): void => {
      target?.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, cancelable: true, clientX, clientY: 40 }));
    };
    press(dialogs()[0], 100);
    below.length = 0;
    fixture.componentInstance.outer.set(false);
    TestBed.tick();
    press(page(), 101);
    expect(below).toEqual([]);
    press(page(), 300);
    expect(below).toEqual(['300, 40']);
  });
});
