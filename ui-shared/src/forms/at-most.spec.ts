import { describe, expect, it } from '@jest/globals';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormField, form } from '@angular/forms/signals';
import { atMost } from './at-most';

@Component({ imports: [FormField], template: `<textarea [formField]="fields.note"></textarea>` })
class NoteForm {
  readonly model = signal({ note: '' });
  readonly fields = form(this.model, (path) => {
    atMost(path.note, 5);
  });
}

describe('a text with a greatest length', () => {
  it('is never cut by the browser, and is refused with how much is too much', () => {
    const fixture = TestBed.createComponent(NoteForm);
    fixture.detectChanges();
    const area = (fixture.nativeElement as HTMLElement).querySelector('textarea');
    expect(area?.hasAttribute('maxlength')).toBe(false);
    const errorsOf = (note: string): readonly unknown[] => {
      fixture.componentInstance.model.set({ note });
      return fixture.componentInstance.fields.note().errors();
    };
    expect(errorsOf('viisi')).toEqual([]);
    expect(errorsOf('seitsem')).toMatchObject([{ kind: 'TOO_LONG_BY', by: 2 }]);
  });
});
