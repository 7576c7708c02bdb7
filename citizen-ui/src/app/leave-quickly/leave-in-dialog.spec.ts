import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DIALOG_FOOT, Dialog } from '@vuoro/ui-shared';
import { provideTestTexts, standInForModalDialogs } from '@vuoro/ui-shared/testing';
import fi from '../../i18n/fi.json';
import { LeaveInDialog } from './leave-in-dialog';
import { LeaveQuickly } from './leave-quickly';

@Component({ imports: [Dialog], template: `<v-dialog [open]="true" heading="Perutaanko?"><button type="button">Peru</button></v-dialog>` })
class Page {
  readonly leave = inject(LeaveQuickly);
}

describe('a dialog on a page that one must be able to leave at once', () => {
  beforeEach(() => {
    standInForModalDialogs();
    TestBed.configureTestingModule({ providers: [provideTestTexts({ fi }), { provide: DIALOG_FOOT, useValue: LeaveInDialog }] });
  });

  function buttons(isSensitive: boolean): string[] {
    const fixture = TestBed.createComponent(Page);
    TestBed.runInInjectionContext(() => {
      fixture.componentInstance.leave.follow(() => isSensitive);
    });
    TestBed.tick();
    return Array.from((fixture.nativeElement as HTMLElement).querySelectorAll('dialog button'), (button) => button.textContent.trim());
  }

  it('has the button inside, and last, so that the dialog never opens with the focus on it', () => {
    expect(buttons(true).at(-1)).toBe(fi.leave.button);
  });

  it('has none elsewhere', () => {
    expect(buttons(false)).not.toContain(fi.leave.button);
  });
});
