import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  AppointmentTime,
  type CalendarDate,
  DayList,
  EmptyState,
  ErrorState,
  Loading,
  Localize,
  MonthHead,
  MonthView,
  ServerNow,
  TimeFormat,
  addDays,
  dateOf,
  instantOf,
  isoOf,
  startOfDay,
  startOfMonth,
} from '@vuoro/ui-shared';
import {
  type AppointmentMode,
  type BookableTypeView,
  type FreeDayView,
  type FreeTimePageView,
  type FreeTimeView,
  listFreeDays,
  listFreeTimes,
} from '@vuoro/ui-shared/api';
import { modeText } from '../appointment/mode-text';
import { Contacts } from '../organisation/contacts';
import type { TimeFilters } from './time-filters';
import { type Moment, withoutMoment } from './without-moment';

const MOST_TIMES_A_DAY = 200;

/** The first free time at once; then a month, or its twin as a list, and the times of the chosen day. */
@Component({
  selector: 'app-time-picker',
  imports: [AppointmentTime, Contacts, DayList, EmptyState, ErrorState, Loading, MonthHead, MonthView, TranslocoPipe],
  templateUrl: './time-picker.html',
})
export class TimePicker {
  readonly type = input.required<BookableTypeView>();
  readonly filters = input.required<TimeFilters>();
  /** One's own present time: a colleague's at that moment and place would be no change. */
  readonly except = input<Moment | null>(null);
  readonly filtersChanged = output<Partial<TimeFilters>>();
  readonly timeChosen = output<FreeTimeView>();

  private readonly now = inject(ServerNow);
  protected readonly localize = inject(Localize);
  protected readonly format = inject(TimeFormat);
  protected readonly modeText = modeText;

  /** Equal while a day or a view is chosen: what has been found stays, and the focus with it. */
  private readonly search = computed(
    () => {
      const { unit, mode } = this.filters();
      return { appointmentTypeId: this.type().id, mode, ...(unit === null ? {} : { unitId: unit }) };
    },
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly first = httpResource<FreeTimePageView>(() => ({
    url: listFreeTimes.PATH,
    params: { ...this.search(), limit: 2 },
  }));
  protected readonly firstTime = computed(() =>
    this.first.hasValue() ? (withoutMoment(this.first.value().items, this.except())[0] ?? null) : null,
  );
  protected readonly today = computed(() => dateOf(this.now.minute()));
  protected readonly latest = computed(() => addDays(this.today(), this.type().horizonDays));

  protected readonly day = computed<CalendarDate | null>(() => {
    const first = this.firstTime();
    return this.filters().date ?? (first === null ? null : dateOf(instantOf(first.startsAt)));
  });
  protected readonly month = linkedSignal<CalendarDate>(() => startOfMonth(this.day() ?? this.today()));
  /** The chosen day while its month is open: its times below another month would be taken for that month's. */
  protected readonly shownDay = computed(() => {
    const day = this.day();
    return day !== null && startOfMonth(day) === startOfMonth(this.month()) ? day : null;
  });
  protected readonly days = httpResource<readonly FreeDayView[]>(() => ({
    url: listFreeDays.PATH,
    params: { ...this.search(), month: this.month().slice(0, 7) },
  }));
  /** The month that was seen last stays in place while the next one is being counted. */
  protected readonly counts = linkedSignal<ReadonlyMap<CalendarDate, number>, ReadonlyMap<CalendarDate, number>>({
    source: () => new Map(this.days.hasValue() ? this.days.value().map(({ date, count }) => [date, count]) : []),
    computation: (now, before) => (now.size === 0 && this.days.isLoading() ? (before?.value ?? now) : now),
  });
  protected readonly freeDays = computed(() => [...this.counts().values()].filter((count) => count > 0).length);

  protected readonly times = httpResource<FreeTimePageView>(() => {
    const day = this.shownDay();
    if (day === null) return undefined;
    const [from, to] = [isoOf(startOfDay(day)), isoOf(startOfDay(addDays(day, 1)))];
    return { url: listFreeTimes.PATH, params: { ...this.search(), from, to, limit: MOST_TIMES_A_DAY } };
  });

  protected readonly dayTimes = computed(() => (this.times.hasValue() ? withoutMoment(this.times.value().items, this.except()) : []));

  protected choose(time: FreeTimeView): void {
    this.timeChosen.emit(time);
  }

  protected chooseUnit(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.filtersChanged.emit({ unit: event.target.value || null, date: null });
  }

  protected chooseMode(mode: AppointmentMode): void {
    this.filtersChanged.emit({ mode, date: null });
  }

  /** Also when no day was chosen and only the page was turned: the address does not change then. */
  protected backToFirst(): void {
    const first = this.firstTime();
    if (first !== null) this.month.set(startOfMonth(dateOf(instantOf(first.startsAt))));
    this.filtersChanged.emit({ date: null });
  }

  protected officeName(id: string): string {
    return this.localize.text(this.type().offices.find((office) => office.id === id)?.name);
  }

  /** Asks everything anew, for instance after a time has just been lost. */
  reload(): void {
    this.first.reload();
    this.days.reload();
    this.times.reload();
  }
}
