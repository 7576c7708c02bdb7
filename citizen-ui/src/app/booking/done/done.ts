import { Component, computed, inject, input } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { AppointmentTime, ErrorState, Language, Loading, Localize, problemOf } from '@vuoro/ui-shared';
import { type CitizenReservationView, readOwnReservation } from '@vuoro/ui-shared/api';
import { addressOf } from '../../api/path';
import { ChangeRules } from '../../appointment/change-rules';
import { Place } from '../../appointment/place';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { SignInAgain } from '../../session/sign-in-again';

/** It is booked: when, where, what to bring, the calendar file, and until when it can be changed. */
@Component({
  selector: 'app-done',
  imports: [AppointmentTime, ChangeRules, ErrorState, Loading, PageHeading, Place, RouterLink, SignInAgain, TranslocoPipe],
  templateUrl: './done.html',
})
export class Done {
  readonly id = input.required<string>();

  protected readonly localize = inject(Localize);
  protected readonly language = inject(Language).current;
  protected readonly reservation = httpResource<CitizenReservationView>(() => addressOf(readOwnReservation.PATH, { id: this.id() }));
  protected readonly problem = computed(() => problemOf(this.reservation.error()));

  constructor() {
    inject(LeaveQuickly).follow(() => (this.reservation.hasValue() ? this.reservation.value().leaveQuickly : undefined));
  }
}
