import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  type ApiProblem,
  AppointmentTime,
  Dialog,
  ErrorState,
  Intention,
  Language,
  Loading,
  Localize,
  StatusTag,
  Toaster,
  problemOf,
} from '@vuoro/ui-shared';
import { type CitizenReservationView, readOwnReservation } from '@vuoro/ui-shared/api';
import { addressOf } from '../../api/path';
import { ChangeRules } from '../../appointment/change-rules';
import { isOnSite } from '../../appointment/mode-text';
import { Place } from '../../appointment/place';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { SignInAgain } from '../../session/sign-in-again';
import { MyTimesApi } from '../my-times-api';
import { statusText } from '../status-text';

type Question = 'CANCEL' | 'CANNOT_COME';

/** One own time: what its visibility shows, and what may be done to it now. */
@Component({
  selector: 'app-my-time',
  imports: [
    AppointmentTime,
    ChangeRules,
    Dialog,
    ErrorState,
    Loading,
    PageHeading,
    Place,
    RouterLink,
    SignInAgain,
    StatusTag,
    TranslocoPipe,
  ],
  templateUrl: './my-time.html',
})
export class MyTime {
  readonly id = input.required<string>();

  private readonly api = inject(MyTimesApi);
  private readonly toaster = inject(Toaster);
  private readonly texts = inject(TranslocoService);
  private readonly intention = new Intention();
  private readonly heading = viewChild(PageHeading);
  protected readonly localize = inject(Localize);
  protected readonly language = inject(Language).current;
  protected readonly statusText = statusText;
  protected readonly isOnSite = isOnSite;

  protected readonly reservation = httpResource<CitizenReservationView>(() => addressOf(readOwnReservation.PATH, { id: this.id() }));
  protected readonly loadProblem = computed(() => problemOf(this.reservation.error()));
  protected readonly isCancelled = computed(() => this.reservation.hasValue() && this.reservation.value().status === 'CANCELLED');
  protected readonly isOver = computed(
    () => this.reservation.hasValue() && ['FULFILLED', 'NO_SHOW', 'CANCELLED'].includes(this.reservation.value().status),
  );
  protected readonly question = signal<Question | null>(null);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly isSending = signal(false);

  constructor() {
    inject(LeaveQuickly).follow(() => (this.reservation.hasValue() ? this.reservation.value().leaveQuickly : undefined));
  }

  protected ask(question: Question): void {
    this.problem.set(null);
    this.question.set(question);
  }

  protected async cancelTime(seen: CitizenReservationView): Promise<void> {
    const { id, version } = seen;
    await this.carryOut({ cancel: id, version }, (key) => this.api.cancel(seen, key), 'myTime.cancelled');
  }

  protected async reportCannotCome(seen: CitizenReservationView): Promise<void> {
    await this.carryOut({ cannotCome: seen.id }, (key) => this.api.reportCannotCome(seen, key), 'myTime.reported');
  }

  private async carryOut(content: object, send: (key: string) => Promise<CitizenReservationView>, doneText: string): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    this.problem.set(null);
    try {
      this.reservation.set(await this.intention.run(content, send));
      this.question.set(null);
      this.toaster.show(this.texts.translate(doneText));
      // The button that opened the dialog is gone; without this the focus would be nowhere.
      setTimeout(() => this.heading()?.takeFocus());
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      // The rules or the reservation are no longer what the page shows.
      if (problem.status === 409 || problem.status === 412) this.reservation.reload();
    } finally {
      this.isSending.set(false);
    }
  }
}
