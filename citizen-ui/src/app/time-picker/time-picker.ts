import { Component, type ElementRef, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  AppointmentTime,
  type CalendarDate,
  DayList,
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
  type EmployeesToChooseView,
  type FreeDayView,
  type FreeTimePageView,
  type FreeTimeView,
  listEmployeesToChoose,
  listFreeDays,
  listFreeTimes,
} from '@vuoro/ui-shared/api';
import { modeText } from '../appointment/mode-text';
import { type Condition, searchOf, without } from './conditions';
import { EmployeeWish } from './employee-wish';
import { NothingFound } from './nothing-found';
import type { TimeFilters } from './time-filters';
import type { Wish } from './wish';
import { type Moment, withoutMoment } from './without-moment';

const MOST_TIMES_A_DAY = 200;
const NOBODY: EmployeesToChooseView = { languages: [], people: [] };

/** The first free time at once; then a month, or its twin as a list, and the times of the chosen day. */
@Component({
  selector: 'app-time-picker',
  imports: [AppointmentTime, DayList, EmployeeWish, ErrorState, Loading, MonthHead, MonthView, NothingFound, TranslocoPipe],
  templateUrl: './time-picker.html',
})
export class TimePicker {
  readonly type = input.required<BookableTypeView>();
  readonly filters = input.required<TimeFilters>();
  /** One's own present time: a colleague's at that moment and place would be no change. */
  readonly except = input<Moment | null>(null);
  readonly filtersChanged = output<Partial<TimeFilters>>();
  readonly timeChosen = output<FreeTimeView>();

  private readonly unitField = viewChild<ElementRef<HTMLElement>>('unit');
  private readonly wishField = viewChild(EmployeeWish);
  private readonly now = inject(ServerNow);
  private readonly texts = inject(TranslocoService);
  protected readonly localize = inject(Localize);
  protected readonly format = inject(TimeFormat);
  protected readonly modeText = modeText;

  /** Equal while a day or a view is chosen: what has been found stays, and the focus with it. */
  private readonly search = computed(() => searchOf(this.type().id, this.filters()), {
    equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
  });
  private readonly chosenBy = httpResource<EmployeesToChooseView>(() =>
    this.type().employeeChoice === 'NONE' ? undefined : { url: listEmployeesToChoose.PATH, params: { appointmentTypeId: this.type().id } },
  );
  /** When they cannot be read, times are still found: the choice is no more than a help. */
  protected readonly choices = computed(() => (this.chosenBy.hasValue() ? this.chosenBy.value() : NOBODY));
  protected readonly personName = computed(() => this.choices().people.find(({ id }) => id === this.filters().person)?.name ?? null);
  protected readonly first = httpResource<FreeTimePageView>(() => ({
    url: listFreeTimes.PATH,
    params: { ...this.search(), limit: 2 },
  }));
  /** The first answers are shown together, since one after the other would push down what is being read; later ones keep their places. */
  protected readonly isAnswered = linkedSignal<boolean, boolean>({
    source: () => !this.first.isLoading() && !this.chosenBy.isLoading(),
    computation: (isNow, before) => isNow || before?.value === true,
  });
  protected readonly firstTime = computed(() =>
    this.first.hasValue() ? (withoutMoment(this.first.value().items, this.except())[0] ?? null) : null,
  );
  /** What a choice has led to, for those who do not see it; nothing before the first choice, when the page itself is read. */
  private readonly hasChosen = signal(false);
  protected readonly outcome = computed(() => {
    if (!this.hasChosen() || !this.first.hasValue()) return '';
    const time = this.firstTime();
    if (time === null) return this.texts.translate('times.none');
    return `${this.texts.translate('times.first')}: ${this.format.spokenAppointment(time.startsAt, time.endsAt)}`;
  });
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
    if (event.target instanceof HTMLSelectElement) this.narrow({ unit: event.target.value || null });
  }

  protected chooseMode(mode: AppointmentMode): void {
    this.narrow({ mode });
  }

  protected chooseWish(wish: Partial<Wish>): void {
    this.narrow(wish);
  }

  /** The button goes away with the empty result: the focus goes to the field that is empty again. */
  protected drop(conditions: readonly Condition[]): void {
    const [first] = conditions;
    if (first === 'unit') this.unitField()?.nativeElement.focus();
    else if (first !== undefined) this.wishField()?.focusOn(first);
    this.narrow(without(conditions));
  }

  private narrow(change: Partial<TimeFilters>): void {
    this.hasChosen.set(true);
    this.filtersChanged.emit({ ...change, date: null });
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
