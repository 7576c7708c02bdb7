import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  DatePicker,
  EmptyState,
  ErrorState,
  FieldControl,
  LabelledField,
  Loading,
  Localize,
  ServerNow,
  TimeFormat,
  dateOf,
  focusFirstNew,
} from '@vuoro/ui-shared';
import type { EmployeeFreeTimeView } from '@vuoro/ui-shared/api';
import { Directory } from '../directory/directory';
import { FocusOnShow } from '../reservations/focus-on-show';
import { namesOf } from '../reservations/proposed-move';
import { ReservationTexts } from '../reservations/reservation-texts';
import { type FindTimeAddress, isSameSearch, readFindTime, writeFindTime } from './find-time-address';
import { FoundTimes } from './found-times';
import { SearchableTypes } from './searchable-types';

/** Free times of a type, earliest first; each leads to its booking. */
@Component({
  selector: 'app-find-time-page',
  imports: [
    DatePicker,
    EmptyState,
    ErrorState,
    FieldControl,
    FocusOnShow,
    FormField,
    LabelledField,
    Loading,
    RouterLink,
    RouterOutlet,
    TranslocoPipe,
  ],
  providers: [FoundTimes, SearchableTypes],
  templateUrl: './find-time-page.html',
  styleUrl: './find-time-page.css',
})
export class FindTimePage {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  protected readonly searchable = inject(SearchableTypes);
  private readonly directory = inject(Directory);
  private readonly now = inject(ServerNow);
  protected readonly localize = inject(Localize);
  protected readonly format = inject(TimeFormat);
  protected readonly texts = inject(ReservationTexts);
  private readonly asks = inject(FoundTimes);
  protected readonly address = this.asks.address;
  protected readonly found = this.asks.list;

  protected readonly today = computed(() => dateOf(this.now.minute()));
  private readonly model = linkedSignal(() => written(this.address(), this.today()));
  protected readonly search = form(this.model, (path) => {
    required(path.type);
    required(path.from);
  });
  private readonly type = computed(() => this.searchable.find(this.model().type));
  protected readonly units = computed(() =>
    this.searchable
      .unitsOf(this.type())
      .map((id) => ({ id, name: this.unitName(id) }))
      .filter(({ name }) => name !== ''),
  );
  /** Only oneself, where colleagues' times are not one's to book. */
  protected readonly only = computed(() => this.searchable.onlyEmployee(this.type()));
  protected readonly employees = computed(() => {
    const units = this.searchable.unitsOf(this.type());
    const known = this.directory.employees.hasValue() ? this.directory.employees.value() : [];
    return known.filter(({ active, homeUnitId }) => active && units.includes(homeUnitId));
  });
  protected readonly modes = computed(() => this.type()?.modes ?? []);
  private readonly isInOneUnit = computed(() => new Set(this.found.times().map(({ unitId }) => unitId)).size <= 1);
  private readonly rows = viewChildren<string, ElementRef<HTMLElement>>('row', { read: ElementRef });
  private readonly nothing = viewChild<string, ElementRef<HTMLElement>>('nothing', { read: ElementRef });
  private readonly moreAsked = focusFirstNew(this.rows);
  /** The search whose answer is to get the focus. */
  private readonly asked = signal<FindTimeAddress | null>(null);

  constructor() {
    effect(() => {
      const asked = this.asked();
      if (asked === null || !isSameSearch(asked, this.address()) || this.found.first.isLoading() || !this.found.first.hasValue()) return;
      this.asked.set(null);
      this.focusResult();
    });
  }

  protected employeeName(id: string): string {
    return this.localize.text(this.directory.nameOf(id));
  }

  protected unitName(id: string): string {
    return this.localize.text(this.directory.nameOf(id));
  }

  protected who({ employees }: EmployeeFreeTimeView): string {
    return namesOf(employees);
  }

  /** The office only where there are several to tell apart. */
  protected where({ unitId, modes }: EmployeeFreeTimeView): string {
    const ways = modes.map((mode) => this.texts.mode(mode)).join(', ');
    return this.isInOneUnit() ? ways : `${this.unitName(unitId)} · ${ways}`;
  }

  /** Also by Enter in a list of choices, which by itself would only open the list: the keyboard then needs no way to the button. */
  protected findTimes(event: Event): void {
    event.preventDefault();
    if (this.search().invalid()) {
      this.search().markAsTouched();
      this.search().errorSummary()[0]?.fieldTree().focusBoundControl();
      return;
    }
    const { type, unit, mode, employee, from } = this.model();
    this.find(
      readFindTime({
        type,
        // What was chosen of another type may not exist for this one.
        unit: this.units().some(({ id }) => id === unit) ? unit : '',
        mode: this.modes().some((known) => known === mode) ? mode : '',
        employee: this.employees().some(({ id }) => id === employee) ? employee : '',
        from: from === this.today() ? '' : from,
      }),
    );
  }

  /** The same search without one of its conditions. */
  protected findWithout(condition: 'unit' | 'mode' | 'employee' | 'from'): void {
    this.find({ ...this.address(), [condition]: null });
  }

  protected readMore(): void {
    this.moreAsked();
    void this.found.readMore();
  }

  private find(address: FindTimeAddress): void {
    // The same search again: others may have booked meanwhile.
    if (isSameSearch(address, this.address())) this.found.first.reload();
    this.asked.set(address);
    void this.router.navigate(['/find-time'], { queryParams: writeFindTime(address), queryParamsHandling: 'merge' });
  }

  /** Whoever has searched goes on from the earliest time, or from the words that nothing was found. */
  private focusResult(): void {
    afterNextRender(() => (this.rows()[0] ?? this.nothing())?.nativeElement.focus(), { injector: this.injector });
  }
}

interface WrittenSearch {
  readonly type: string;
  readonly unit: string;
  readonly mode: string;
  readonly employee: string;
  readonly from: string;
}

function written({ type, unit, mode, employee, from }: FindTimeAddress, today: string): WrittenSearch {
  return { type: type ?? '', unit: unit ?? '', mode: mode ?? '', employee: employee ?? '', from: from ?? today };
}
