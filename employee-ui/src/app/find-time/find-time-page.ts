import { httpResource } from '@angular/common/http';
import { Component, Injector, afterNextRender, computed, effect, inject, linkedSignal, signal } from '@angular/core';
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
} from '@vuoro/ui-shared';
import { type AppointmentTypeView, type FreeTimeView, listAppointmentTypes } from '@vuoro/ui-shared/api';
import { Directory } from '../directory/directory';
import { FocusOnShow } from '../reservations/focus-on-show';
import { ReservationTexts } from '../reservations/reservation-texts';
import { Session } from '../session/session';
import { bookableTypes, isOwnOnly } from './bookable-types';
import { type FindTimeAddress, readFindTime, writeFindTime } from './find-time-address';
import { FoundTimes } from './found-times';

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
  providers: [FoundTimes],
  templateUrl: './find-time-page.html',
  styleUrl: './find-time-page.css',
})
export class FindTimePage {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly session = inject(Session);
  private readonly directory = inject(Directory);
  private readonly now = inject(ServerNow);
  protected readonly localize = inject(Localize);
  protected readonly format = inject(TimeFormat);
  protected readonly texts = inject(ReservationTexts);
  protected readonly found = inject(FoundTimes);

  protected readonly today = computed(() => dateOf(this.now.minute()));
  protected readonly allTypes = httpResource<AppointmentTypeView[]>(() => ({
    url: listAppointmentTypes.PATH,
    params: { category: 'CLIENT' },
  }));
  private readonly roles = computed(() => this.session.view()?.roles ?? []);
  protected readonly types = computed(() => {
    const all = this.allTypes.hasValue() ? this.allTypes.value() : [];
    const named = bookableTypes(all, this.roles()).map((type) => ({ ...type, label: this.localize.text(type.name) }));
    return named.sort((a, b) => a.label.localeCompare(b.label));
  });

  private readonly model = linkedSignal(() => written(this.found.address(), this.today()));
  protected readonly search = form(this.model, (path) => {
    required(path.type);
    required(path.from);
  });
  private readonly type = computed(() => this.types().find(({ id }) => id === this.model().type) ?? null);
  protected readonly units = computed(() =>
    (this.type()?.unitIds ?? []).map((id) => ({ id, name: this.unitName(id) })).filter(({ name }) => name !== ''),
  );
  /** Colleagues who may have times of the type; only oneself, where colleagues' are not one's to book. */
  protected readonly isOwnOnly = computed(() => {
    const type = this.type();
    return type !== null && isOwnOnly(type, this.roles());
  });
  protected readonly employees = computed(() => {
    const own = this.session.view()?.employeeId;
    const units = this.type()?.unitIds ?? [];
    const known = this.directory.employees.hasValue() ? this.directory.employees.value() : [];
    return known.filter(({ id, active, homeUnitId }) => (this.isOwnOnly() ? id === own : active && units.includes(homeUnitId)));
  });
  protected readonly modes = computed(() => this.type()?.modes ?? []);
  private readonly isInOneUnit = computed(() => new Set(this.found.times().map(({ unitId }) => unitId)).size <= 1);
  private readonly isAsked = signal(false);

  constructor() {
    effect(() => {
      if (!this.isAsked() || this.found.first.isLoading() || !this.found.first.hasValue()) return;
      this.isAsked.set(false);
      this.focusResult();
    });
  }

  protected unitName(id: string): string {
    return this.localize.text(this.directory.nameOf(id));
  }

  /** The office only where there are several to tell apart. */
  protected where({ unitId, modes }: FreeTimeView): string {
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
    const own = this.isOwnOnly() ? { employee: this.session.view()?.employeeId } : {};
    this.find(readFindTime({ ...this.model(), ...own, from: this.model().from === this.today() ? '' : this.model().from }));
  }

  /** The same search without one of its conditions. */
  protected findWithout(condition: 'unit' | 'mode' | 'employee' | 'from'): void {
    this.find({ ...this.found.address(), [condition]: null });
  }

  private find(address: FindTimeAddress): void {
    this.isAsked.set(true);
    void this.router.navigate(['/find-time'], { queryParams: writeFindTime(address), queryParamsHandling: 'merge' });
    // The same search again: others may have booked meanwhile.
    if (JSON.stringify(address) === JSON.stringify(this.found.address())) this.found.first.reload();
  }

  /** Whoever has searched goes on from the earliest time, or from the words that nothing was found. */
  private focusResult(): void {
    afterNextRender(() => document.querySelector<HTMLElement>('.found-times a, .found-nothing')?.focus(), { injector: this.injector });
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
