import { Component, type ElementRef, computed, inject, input, linkedSignal, model, signal, viewChild } from '@angular/core';
import { type FormValueControl, transformedValue } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CalendarDate, dateParts } from '../../time/calendar-date';
import { ServerNow } from '../../time/server-now';
import { dateOf } from '../../time/zone';
import { Dialog } from '../dialog/dialog';
import { FieldContext } from '../../forms/field-context';
import { FieldControl } from '../../forms/field-control';
import { uniqueId } from '../unique-id';
import { MonthView } from './month-view';
import { readDate } from './read-date';

/** A date that is typed (11.12.2026) or picked; its value is `YYYY-MM-DD`, or '' while empty. Works with `[formField]`. */
@Component({
  selector: 'v-date-picker',
  imports: [Dialog, FieldControl, MonthView, TranslocoPipe],
  templateUrl: './date-picker.html',
})
export class DatePicker implements FormValueControl<CalendarDate> {
  readonly value = model<CalendarDate>('');
  readonly touched = model(false);
  readonly disabled = input(false);
  readonly earliest = input<CalendarDate | null>(null);
  readonly latest = input<CalendarDate | null>(null);

  private readonly now = inject(ServerNow);
  protected readonly pickId = uniqueId('pick');
  /** Whose label tells one button from another where a form has two days. */
  protected readonly field = inject(FieldContext, { optional: true });
  private readonly entry = viewChild.required<ElementRef<HTMLInputElement>>('entry');
  protected readonly open = signal(false);
  protected readonly typed = transformedValue(this.value, {
    parse: (text: string) => {
      const date = text.trim() === '' ? '' : readDate(text);
      return date === null ? { error: { kind: 'DATE_INVALID' } } : { value: date };
    },
    format: written,
  });
  private readonly chosenDay = computed(() => this.value() || dateOf(this.now.minute()));
  /** Stays where one has turned to while the minutes pass. */
  protected readonly month = linkedSignal(() => this.chosenDay());

  /** A form brings the reader here when the date is wrong. */
  focus(options?: FocusOptions): void {
    this.entry().nativeElement.focus(options);
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed.set(event.target.value);
  }

  protected leave(): void {
    this.touched.set(true);
    if (this.typed.parseErrors().length === 0) this.typed.set(written(this.value()));
  }

  protected pick(date: CalendarDate): void {
    this.value.set(date);
    this.open.set(false);
  }
}

function written(date: CalendarDate): string {
  if (date === '') return '';
  const { year, month, day } = dateParts(date);
  return `${day}.${month}.${year}`;
}
