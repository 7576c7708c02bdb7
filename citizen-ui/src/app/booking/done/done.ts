import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { RouterLink } from '@angular/router';
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

  constructor() {
    inject(LeaveQuickly).follow(() => (this.reservation.hasValue() ? this.reservation.value().leaveQuickly : undefined));
  }
}
