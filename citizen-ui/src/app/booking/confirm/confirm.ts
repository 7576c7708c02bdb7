import { Component, computed, effect, inject, input, linkedSignal, untracked, viewChild } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import {
  AppointmentTime,
  ErrorState,
  ErrorSummary,
  FieldControl,
  Intention,
  LabelledField,
  Loading,
  Localize,
  Submission,
  Toaster,
  problemOf,
} from '@vuoro/ui-shared';
import {
  type BookableTypeView,
  type CitizenProfileView,
  type FreeTimeView,
  type HoldView,
  readBookableType,
  readHold,
  readOwnProfile,
} from '@vuoro/ui-shared/api';
import { addressOf } from '../../api/path';
import { Place } from '../../appointment/place';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { Contacts } from '../../organisation/contacts';
import { type ContactNote, contactChange, contactNotes } from '../../profile/contact-model';
import { ContactFields } from '../../profile/contact-fields';
import { ProfileApi } from '../../profile/profile-api';
import { underField } from '../../profile/under-field';
import { IdentifyAnew } from '../../session/identify-anew';
import { KeptForm } from '../../session/kept-form';
import { SignInAgain } from '../../session/sign-in-again';
import { Alternatives } from '../../time-picker/alternatives';
import { lostTime, modeFor } from '../../time-picker/alternatives-of';
import { readWish, wishParams, wishRequest } from '../../time-picker/wish';
import { wishNames } from '../../time-picker/wish-names';
import { BookingApi } from '../booking-api';
import { type ConfirmModel, bookingOf, confirmModel, confirmRules } from './confirm-model';
import { HoldCountdown } from './hold-countdown';
import { InterpreterFields } from './interpreter-fields';

const NOTE_TEXTS: Readonly<Record<ContactNote, string>> = {
  UNCONFIRMED: 'confirm.unconfirmed',
  PHONE_REMOVED: 'confirm.phoneRemoved',
  EMAIL_REMOVED: 'confirm.emailRemoved',
};

/** The last step: the held time, what has to be told, and one button. Whatever fails, what was typed stays. */
@Component({
  selector: 'app-confirm',
  imports: [
    Alternatives,
    AppointmentTime,
    ContactFields,
    Contacts,
    ErrorState,
    ErrorSummary,
    FieldControl,
    FormField,
    HoldCountdown,
    IdentifyAnew,
    InterpreterFields,
    LabelledField,
    Loading,
    PageHeading,
    Place,
    RouterLink,
    SignInAgain,
    TranslocoPipe,
  ],
  templateUrl: './confirm.html',
  // "Back" from the identity provider may show the page as it was left: then it is no longer on its way there.
  host: { '(window:beforeunload)': 'warnOfLoss($event)', '(window:pageshow)': 'isKept = false' },
})
export class Confirm {
  readonly hold = input.required<string>();
  /** Id of the type, from the address: the way back to its times even if the hold is gone. */
  readonly type = input<string>();
  /** By which the time was looked for: other times are looked for likewise. */
  readonly language = input<string>();
  readonly person = input<string>();

  private readonly api = inject(BookingApi);
  private readonly profiles = inject(ProfileApi);
  private readonly router = inject(Router);
  private readonly kept = inject(KeptForm);
  private readonly toaster = inject(Toaster);
  private readonly texts = inject(TranslocoService);
  private readonly leave = inject(LeaveQuickly);
  private readonly intention = new Intention();
  private readonly holding = new Intention();
  private readonly heading = viewChild(PageHeading);
  protected readonly localize = inject(Localize);

  private readonly wish = computed(() => readWish({ language: this.language(), person: this.person() }));
  protected readonly wishParams = computed(() => wishParams(this.wish()));
  protected readonly isWished = computed(() => Object.keys(this.wishParams()).length > 0);
  protected readonly held = httpResource<HoldView>(() => addressOf(readHold.PATH, { id: this.hold() }));
  /** Stays while another time is being taken into hold, and with it the form. */
  protected readonly shownHold = linkedSignal<HoldView | null, HoldView | null>({
    source: () => (this.held.hasValue() ? this.held.value() : null),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  protected readonly typeId = computed(() => this.type() ?? this.shownHold()?.appointmentTypeId);
  protected readonly appointmentType = httpResource<BookableTypeView>(() => {
    const id = this.typeId();
    return id === undefined ? undefined : addressOf(readBookableType.PATH, { slug: id });
  });
  protected readonly wished = wishNames(this.wish, this.typeId);
  protected readonly profile = httpResource<CitizenProfileView>(() => readOwnProfile.PATH);

  /** Filled in once, when the profile is there; a profile read anew must not overwrite what was typed. */
  private readonly model = linkedSignal<CitizenProfileView | null, ConfirmModel>({
    source: () => (this.profile.hasValue() ? this.profile.value() : null),
    computation: (profile, before) => (before !== undefined && before.source !== null ? before.value : confirmModel(profile)),
  });
  protected readonly fields = form(this.model, (path) => {
    confirmRules(
      path,
      () => (this.profile.hasValue() ? this.profile.value() : null),
      () => this.appointmentType.hasValue() && this.appointmentType.value().eligibilityStatement !== null,
    );
  });
  protected readonly notes = computed(() =>
    this.profile.hasValue() ? contactNotes(this.fields.contact().value(), this.profile.value()) : [],
  );
  private readonly isTyped = computed(
    () => this.profile.hasValue() && JSON.stringify(this.model()) !== JSON.stringify(confirmModel(this.profile.value())),
  );
  protected readonly sending = new Submission(this.fields);
  /** Once it is booked, another press only shows it: whatever has kept that page from opening. */
  private bookedId: string | null = null;
  protected readonly lost = lostTime(this.sending.problem);
  protected readonly isReady = computed(
    () => this.shownHold() !== null && this.appointmentType.hasValue() && this.profile.hasValue() && !this.wished.isLoading(),
  );
  protected readonly loadError = computed(() => this.held.error() ?? this.appointmentType.error() ?? this.profile.error());
  protected readonly loadProblem = computed(() => problemOf(this.loadError()));
  protected readonly isHoldGone = computed(() => ['HOLD_EXPIRED', 'NOT_FOUND'].includes(problemOf(this.held.error()).code));
  /** Address of this page, to which identifying anew returns: the held time waits, and by what it was looked for is not forgotten. */
  protected readonly page = computed(() => {
    const type = this.type();
    const query = new URLSearchParams({ ...(type === undefined ? {} : { type }), ...this.wishParams() }).toString();
    return `/confirm/${this.hold()}${query === '' ? '' : `?${query}`}`;
  });
  protected isKept = false;
  /** Where identification returns to: the same time, held anew. */
  protected readonly returnTo = computed(() => {
    const hold = this.shownHold();
    if (hold === null) return '';
    const wanted = { type: hold.appointmentTypeId, time: hold.offeredTimeId, mode: hold.mode, ...this.wishParams() };
    return `/hold?${new URLSearchParams(wanted).toString()}`;
  });

  constructor() {
    this.leave.follow(() => (this.appointmentType.hasValue() ? this.appointmentType.value().leaveQuickly : undefined));
    effect(() => {
      if (this.isReady()) untracked(() => void this.goOn());
    });
  }

  /** Back from identifying anew: what was typed stands there again, the contact details are saved now; to book is another press. */
  private async goOn(): Promise<void> {
    const typed = this.kept.take(this.page(), this.model());
    if (typed === null) return;
    this.model.set(typed);
    const isSaved = await this.sending.send(null, (model) => this.saveContact(model));
    if (isSaved) this.toaster.show(this.texts.translate('identifyAnew.savedBook'));
    else this.mend();
  }

  protected async book(event: Event): Promise<void> {
    const isBooked = await this.sending.send(event, async (model) => {
      this.bookedId ??= await this.bookWith(model);
      await this.showBooked();
    });
    if (!isBooked) this.mend();
  }

  private async bookWith(model: ConfirmModel): Promise<string | null> {
    const hold = this.shownHold();
    if (hold === null || !this.appointmentType.hasValue()) return null;
    const type = this.appointmentType.value();
    await this.saveContact(model);
    const booking = { ...bookingOf(hold, type, model), ...wishRequest(this.wish()) };
    return (await this.intention.run(booking, (key) => this.api.book(booking, key))).id;
  }

  private async showBooked(): Promise<void> {
    try {
      if (this.bookedId !== null) await this.router.navigate(['/done', this.bookedId], { replaceUrl: true });
    } catch {
      // The files of that page did not come; the application tells it, and the booking stands.
    }
  }

  protected async takeAnother(time: FreeTimeView): Promise<void> {
    const hold = this.shownHold();
    if (hold === null) return;
    const wanted = { offeredTimeId: time.id, mode: modeFor(time, hold.mode), ...wishRequest(this.wish()) };
    try {
      const { id } = await this.holding.run(wanted, (key) => this.api.hold(wanted, key));
      this.sending.problem.set(null);
      await this.router.navigate(['/confirm', id], { queryParamsHandling: 'preserve', replaceUrl: true });
    } catch (error) {
      this.sending.problem.set(problemOf(error));
    }
  }

  /** Others may have the time at once; if telling so fails, the hold ends by itself in ten minutes. */
  protected async chooseOther(): Promise<void> {
    const hold = this.shownHold();
    if (hold !== null) await this.api.releaseHold(hold.id).catch(() => undefined);
    await this.router.navigate(['/times', this.typeId()], { queryParams: this.wishParams() });
  }

  private async saveContact(model: ConfirmModel): Promise<void> {
    if (!this.profile.hasValue()) return;
    const profile = this.profile.value();
    const change = contactChange(model.contact, profile);
    if (change === null) return;
    try {
      this.profile.set(await this.profiles.change(profile.version, change));
    } catch (error) {
      throw underField(problemOf(error), 'contact');
    }
  }

  /** What is typed is kept nowhere, so a reload would lose it: the browser asks first. */
  protected warnOfLoss(event: Event): void {
    if (this.isTyped() && this.bookedId === null && !this.isKept && !this.leave.isLeaving()) event.preventDefault();
  }

  protected noteText(note: ContactNote): string {
    return NOTE_TEXTS[note];
  }

  private mend(): void {
    if (this.sending.problem()?.code === 'VERSION_CONFLICT') this.profile.reload();
    // The form gives way to other times, and its button with it.
    if (this.lost.isGone()) this.heading()?.takeFocus();
  }
}
