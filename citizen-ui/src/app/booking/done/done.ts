import { Component, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { AppointmentTime, ErrorState, Language, Loading, Localize, problemOf } from '@vuoro/ui-shared';
import { type CitizenProfileView, type CitizenReservationView, readOwnProfile, readOwnReservation } from '@vuoro/ui-shared/api';
import { addressOf } from '../../api/path';
import { ChangeRules } from '../../appointment/change-rules';
import { isOnSite } from '../../appointment/mode-text';
import { Place } from '../../appointment/place';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { ConfirmContact } from '../../profile/confirm-contact';
import { type ContactChannel, channelsOf } from '../../profile/contact-model';
import { SignInAgain } from '../../session/sign-in-again';

/** An id that is none, and one of nobody or of somebody else. */
const NOT_THERE: readonly number[] = [400, 404];

/** It is booked: when, where, what to bring, the calendar file, and until when it can be changed. */
@Component({
  selector: 'app-done',
  imports: [AppointmentTime, ChangeRules, ConfirmContact, ErrorState, Loading, PageHeading, Place, RouterLink, SignInAgain, TranslocoPipe],
  templateUrl: './done.html',
})
export class Done {
  readonly id = input.required<string>();

  protected readonly isOnSite = isOnSite;
  protected readonly localize = inject(Localize);
  protected readonly language = inject(Language).current;
  protected readonly reservation = httpResource<CitizenReservationView>(() => addressOf(readOwnReservation.PATH, { id: this.id() }));
  protected readonly profile = httpResource<CitizenProfileView>(() => readOwnProfile.PATH);
  /** Those that waited when the page opened: one that has just been confirmed stays in sight. */
  protected readonly waiting = linkedSignal<CitizenProfileView | null, readonly ContactChannel[]>({
    source: () => (this.profile.hasValue() ? this.profile.value() : null),
    computation: (profile, before) => (before?.source ? before.value : profile === null ? [] : channelsOf(profile).waiting),
  });
  protected readonly messageText = computed(() => {
    if (!this.profile.hasValue()) return 'done.seen';
    const { confirmed, waiting } = channelsOf(this.profile.value());
    if (confirmed.length > 0) return 'done.message';
    return waiting.length > 0 ? 'done.seen' : 'done.noMessages';
  });
  protected readonly problem = computed(() => problemOf(this.reservation.error()));
  /** Cancelled or over since, or never one's own: this page, opened again from the history, must not go on saying that it is booked. */
  protected readonly isOtherwise = computed(() =>
    this.reservation.hasValue()
      ? this.reservation.value().status !== 'BOOKED'
      : this.reservation.error() !== undefined && NOT_THERE.includes(this.problem().status),
  );

  constructor() {
    const router = inject(Router);
    effect(() => {
      if (this.isOtherwise()) void router.navigate(['/my-times', this.id()], { replaceUrl: true });
    });
    inject(LeaveQuickly).follow(() => (this.reservation.hasValue() ? this.reservation.value().leaveQuickly : undefined));
  }
}
