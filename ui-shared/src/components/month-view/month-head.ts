import { Component, computed, inject, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CalendarDate, addMonths } from '../../time/calendar-date';
import { TimeFormat } from '../../time/time-format';
import { isMonthAfter, isMonthBefore } from './month-limits';

/** Name of a month, and the way to the one before and after it within the limits. */
@Component({
  selector: 'v-month-head',
  imports: [TranslocoPipe],
  host: { class: 'month-head' },
  template: `
    <button
      type="button"
      class="button button-quiet"
      [attr.aria-label]="'month.previous' | transloco"
      [attr.aria-disabled]="!hasPrevious() || null"
      (click)="turn(-1)"
    >
      <span aria-hidden="true">‹</span>
    </button>
    <p class="month-title" aria-live="polite">{{ format.month(month()) }}</p>
    <button
      type="button"
      class="button button-quiet"
      [attr.aria-label]="'month.next' | transloco"
      [attr.aria-disabled]="!hasNext() || null"
      (click)="turn(1)"
    >
      <span aria-hidden="true">›</span>
    </button>
  `,
})
export class MonthHead {
  /** Any day of the month. */
  readonly month = model.required<CalendarDate>();
  readonly earliest = input<CalendarDate | null>(null);
  readonly latest = input<CalendarDate | null>(null);

  protected readonly format = inject(TimeFormat);
  protected readonly hasPrevious = computed(() => !isMonthBefore(addMonths(this.month(), -1), this.earliest()));
  protected readonly hasNext = computed(() => !isMonthAfter(addMonths(this.month(), 1), this.latest()));

  protected turn(months: -1 | 1): void {
    if (months === 1 ? this.hasNext() : this.hasPrevious()) this.month.set(addMonths(this.month(), months));
  }
}
