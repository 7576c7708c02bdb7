import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CalendarDate } from '../../time/calendar-date';
import { TimeFormat } from '../../time/time-format';

/** The month's twin as a plain list of the days that have free times, for those whom a grid does not serve. */
@Component({
  selector: 'v-day-list',
  imports: [TranslocoPipe],
  template: `
    <ul class="day-list">
      @for (day of days(); track day.date) {
        <li>
          <button
            type="button"
            class="button button-wide row-apart"
            [attr.aria-pressed]="day.date === selected()"
            (click)="dayChosen.emit(day.date)"
          >
            <span>{{ format.date(day.date) }}</span>
            <span class="small">{{ 'month.freeTimes' | transloco: { count: day.count } }}</span>
          </button>
        </li>
      }
    </ul>
  `,
})
export class DayList {
  readonly counts = input.required<ReadonlyMap<CalendarDate, number>>();
  readonly selected = input<CalendarDate | null>(null);
  readonly dayChosen = output<CalendarDate>();

  protected readonly format = inject(TimeFormat);
  protected readonly days = computed(() =>
    [...this.counts()]
      .filter(([, count]) => count > 0)
      .map(([date, count]) => ({ date, count }))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  );
}
