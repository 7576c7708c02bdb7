import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, linkedSignal, model, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Language } from '../../i18n/language';
import { type CalendarDate, dateParts, isoWeek, weeksOfMonth } from '../../time/calendar-date';
import { ServerNow } from '../../time/server-now';
import { TimeFormat } from '../../time/time-format';
import { shortWeekday, weekdayName } from '../../time/words';
import { dateOf } from '../../time/zone';
import { MonthHead } from './month-head';
import { dayForKey } from './month-keys';
import { isMonthAfter, isMonthBefore } from './month-limits';

/** A month with ISO week numbers, usable by keyboard; with `counts` it marks the days that have free times. */
@Component({
  selector: 'v-month-view',
  imports: [MonthHead, TranslocoPipe],
  templateUrl: './month-view.html',
  host: { '(keydown)': 'moveFocus($event)' },
})
export class MonthView {
  /** Any day of the month that is shown; changes when the reader turns the page. */
  readonly month = model.required<CalendarDate>();
  readonly selected = input<CalendarDate | null>(null);
  /**
   * Free times a day, of the month that is shown; when given, a day that has none cannot be chosen, and days of other months are only
   * numbers: nothing is known of them.
   */
  readonly counts = input<ReadonlyMap<CalendarDate, number> | null>(null);
  readonly earliest = input<CalendarDate | null>(null);
  readonly latest = input<CalendarDate | null>(null);
  readonly dayChosen = output<CalendarDate>();

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly language = inject(Language);
  private readonly texts = inject(TranslocoService);
  private readonly now = inject(ServerNow);
  protected readonly format = inject(TimeFormat);

  protected readonly today = computed(() => dateOf(this.now.minute()));
  protected readonly focused = linkedSignal<CalendarDate>(() => this.firstFocus());
  protected readonly weekdays = computed(() =>
    [1, 2, 3, 4, 5, 6, 7].map((day) => ({
      short: shortWeekday(this.language.current(), day),
      full: weekdayName(this.language.current(), day),
    })),
  );
  protected readonly weeks = computed(() =>
    weeksOfMonth(this.month()).map((days) => ({
      number: isoWeek(days[0] ?? this.month()).week,
      days: days.map((date) => this.day(date)),
    })),
  );

  protected choose(date: CalendarDate): void {
    this.focused.set(date);
    if (!this.isClosed(date)) this.dayChosen.emit(date);
  }

  protected moveFocus(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['date'] === undefined) return;
    const next = dayForKey(event.key, this.focused());
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (isMonthBefore(next, this.earliest()) || isMonthAfter(next, this.latest())) return;
    if (next.slice(0, 7) !== this.month().slice(0, 7)) this.month.set(next);
    this.focused.set(next);
    afterNextRender({ read: () => this.focusDay(next) }, { injector: this.injector });
  }

  private focusDay(date: CalendarDate): void {
    this.element.nativeElement.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  }

  private firstFocus(): CalendarDate {
    const inMonth = (date: CalendarDate | null): date is CalendarDate => date?.slice(0, 7) === this.month().slice(0, 7);
    const selected = this.selected();
    if (inMonth(selected)) return selected;
    const free = [...(this.counts()?.entries() ?? [])].filter(([, count]) => count > 0).map(([date]) => date);
    const firstFree = free.filter(inMonth).sort()[0];
    if (firstFree !== undefined) return firstFree;
    return inMonth(this.today()) ? this.today() : `${this.month().slice(0, 7)}-01`;
  }

  private isClosed(date: CalendarDate): boolean {
    const [earliest, latest, counts] = [this.earliest(), this.latest(), this.counts()];
    if (earliest !== null && date < earliest) return true;
    if (latest !== null && date > latest) return true;
    return counts !== null && (counts.get(date) ?? 0) === 0;
  }

  private day(date: CalendarDate): MonthDay {
    const closed = this.isClosed(date);
    const count = closed ? 0 : (this.counts()?.get(date) ?? 0);
    const other = date.slice(0, 7) !== this.month().slice(0, 7);
    const known = !other || this.counts() === null;
    return { date, number: dateParts(date).day, closed, count, other, known, label: this.label(date, count) };
  }

  private label(date: CalendarDate, count: number): string {
    const day = this.format.spokenDay(date);
    if (this.counts() === null) return day;
    const text: string = count > 0 ? this.texts.translate('month.freeTimes', { count }) : this.texts.translate('month.noFreeTimes');
    return `${day}, ${text}`;
  }
}

interface MonthDay {
  readonly date: CalendarDate;
  readonly number: number;
  readonly closed: boolean;
  readonly count: number;
  readonly other: boolean;
  /** False for what lies outside of the month whose free times are counted. */
  readonly known: boolean;
  readonly label: string;
}
