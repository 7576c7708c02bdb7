import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { type ApiProblem, AppointmentTime, Dialog, ErrorState, Intention, Loading, Localize, Toaster, problemOf } from '@vuoro/ui-shared';
import {
  type BookableTypeView,
  type CitizenReservationView,
  type FreeTimeView,
  readBookableType,
  readOwnReservation,
} from '@vuoro/ui-shared/api';
import { addressOf } from '../../api/path';
import { ChangeRules } from '../../appointment/change-rules';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { SignInAgain } from '../../session/sign-in-again';
import { Alternatives } from '../../time-picker/alternatives';
import { lostTime, modeFor } from '../../time-picker/alternatives-of';
import { type TimeFilters, filterParams, readFilters } from '../../time-picker/time-filters';
import type { Moment } from '../../time-picker/without-moment';
import { wishRequest } from '../../time-picker/wish';
import { TimePicker } from '../../time-picker/time-picker';
import { MyTimesApi } from '../my-times-api';

/** Another time for the same matter. The old one is kept until the new one is certain. */
@Component({
  selector: 'app-move-time',
  imports: [
    Alternatives,
    AppointmentTime,
    ChangeRules,
    Dialog,
    ErrorState,
    Loading,
    PageHeading,
    RouterLink,
    SignInAgain,
    TimePicker,
    TranslocoPipe,
  ],
  templateUrl: './move-time.html',
})
export class MoveTime {
  readonly id = input.required<string>();
  readonly unit = input<string>();
  readonly mode = input<string>();
  readonly language = input<string>();
  readonly person = input<string>();
  readonly date = input<string>();
  readonly view = input<string>();

  private readonly api = inject(MyTimesApi);
  private readonly router = inject(Router);
  private readonly toaster = inject(Toaster);
  private readonly texts = inject(TranslocoService);
  private readonly intention = new Intention();
  private readonly picker = viewChild(TimePicker);
  protected readonly localize = inject(Localize);

  protected readonly reservation = httpResource<CitizenReservationView>(() => addressOf(readOwnReservation.PATH, { id: this.id() }));
  protected readonly type = httpResource<BookableTypeView>(() => {
    const slug = this.reservation.hasValue() ? this.reservation.value().appointmentTypeSlug : null;
    return slug === null ? undefined : addressOf(readBookableType.PATH, { slug });
  });
  protected readonly filters = computed(() => {
    if (!this.type.hasValue() || !this.reservation.hasValue()) return null;
    const mode = this.mode() ?? this.reservation.value().mode ?? undefined;
    const wish = { language: this.language(), person: this.person() };
    return readFilters({ ...wish, unit: this.unit(), mode, date: this.date(), view: this.view() }, this.type.value());
  });
  protected readonly loadError = computed(() => this.reservation.error() ?? this.type.error());
  protected readonly loadProblem = computed(() => problemOf(this.loadError()));
  protected readonly present = computed<Moment | null>(() => {
    if (!this.reservation.hasValue()) return null;
    const { startsAt, office } = this.reservation.value();
    return { startsAt, unitId: office?.id ?? null };
  });
  protected readonly chosen = signal<FreeTimeView | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly isSending = signal(false);
  protected readonly lost = lostTime(this.problem);

  constructor() {
    inject(LeaveQuickly).follow(() => (this.reservation.hasValue() ? this.reservation.value().leaveQuickly : undefined));
  }

  protected changeFilters(type: BookableTypeView, filters: TimeFilters, change: Partial<TimeFilters>): void {
    // Here the mode stands in the address always: what is left out means the reservation's own, not the type's first.
    const next = { ...filters, ...change };
    void this.router.navigate([], { queryParams: { ...filterParams(next, type), mode: next.mode }, replaceUrl: true });
  }

  protected choose(time: FreeTimeView): void {
    this.problem.set(null);
    this.chosen.set(time);
  }

  protected close(): void {
    this.chosen.set(null);
    if (this.lost.isGone()) this.picker()?.reload();
    this.problem.set(null);
  }

  protected async move(seen: CitizenReservationView, time: FreeTimeView, filters: TimeFilters): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    this.problem.set(null);
    const to = { offeredTimeId: time.id, mode: modeFor(time, filters.mode), ...wishRequest(filters) };
    try {
      await this.intention.run({ ...to, id: seen.id, version: seen.version }, (key) => this.api.move(seen, to, key));
      this.toaster.show(this.texts.translate('moveTime.done'));
      await this.router.navigate(['/my-times', seen.id], { replaceUrl: true });
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      if (problem.status === 412) this.reservation.reload();
    } finally {
      this.isSending.set(false);
    }
  }
}
