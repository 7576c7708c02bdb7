import { Component, type ElementRef, inject, input, model, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue } from '@angular/forms/signals';
import { FieldControl } from '../../forms/field-control';
import { Language } from '../../i18n/language';
import { readTime } from './read-time';

/**
 * A time of day that is typed (9, 9.30, 930); its value is `HH:MM`, or '' while empty. Works with `[formField]`. The
 * browser's own time field would show a.m. and p.m. to whoever has an English browser.
 */
@Component({
  selector: 'v-time-input',
  imports: [FieldControl],
  template: `
    <input
      #entry
      vControl
      class="input time-input"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      [value]="typed()"
      [disabled]="disabled()"
      (input)="type($event)"
      (blur)="leave()"
    />
  `,
})
export class TimeInput implements FormValueControl<string> {
  readonly value = model('');
  readonly touched = model(false);
  readonly disabled = input(false);

  private readonly language = inject(Language).current;
  private readonly entry = viewChild.required<ElementRef<HTMLInputElement>>('entry');
  protected readonly typed = transformedValue(this.value, {
    parse: (text: string) => {
      const time = text.trim() === '' ? '' : readTime(text);
      return time === null ? { error: { kind: 'TIME_OF_DAY_INVALID' } } : { value: time };
    },
    format: (time) => this.written(time),
  });

  /** A form brings the reader here when the time is wrong. */
  focus(options?: FocusOptions): void {
    this.entry().nativeElement.focus(options);
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed.set(event.target.value);
  }

  protected leave(): void {
    this.touched.set(true);
    if (this.typed.parseErrors().length === 0) this.typed.set(this.written(this.value()));
  }

  private written(time: string): string {
    if (time === '') return '';
    const [hours = '', minutes = ''] = time.split(':');
    return `${String(Number(hours))}${this.language() === 'en' ? ':' : '.'}${minutes}`;
  }
}
