import { Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { FormField, form } from '@angular/forms/signals';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ErrorState, ErrorSummary, LANGUAGES, LANGUAGE_NAMES, Loading, Submission, Toaster, problemOf } from '@vuoro/ui-shared';
import { type CitizenProfileView, readOwnProfile } from '@vuoro/ui-shared/api';
import { PageHeading } from '../heading/route-focus';
import { LeaveQuickly } from '../leave-quickly/leave-quickly';
import { ConfirmContact } from '../profile/confirm-contact';
import { ContactFields } from '../profile/contact-fields';
import { contactRules } from '../profile/contact-rules';
import { ProfileApi } from '../profile/profile-api';
import { IdentifyAnew } from '../session/identify-anew';
import { KeptForm } from '../session/kept-form';
import { SignInAgain } from '../session/sign-in-again';
import { type DetailsModel, detailsChange, detailsModel } from './details-model';
import { OtherSessions } from './other-sessions';

/** Contact details, languages and the ways in which reminders come. */
@Component({
  selector: 'app-my-details',
  imports: [
    ConfirmContact,
    ContactFields,
    ErrorState,
    ErrorSummary,
    FormField,
    IdentifyAnew,
    Loading,
    OtherSessions,
    PageHeading,
    SignInAgain,
    TranslocoPipe,
  ],
  templateUrl: './my-details.html',
})
export class MyDetails {
  private readonly api = inject(ProfileApi);
  private readonly kept = inject(KeptForm);
  private readonly toaster = inject(Toaster);
  private readonly texts = inject(TranslocoService);
  protected readonly languages = LANGUAGES;
  protected readonly languageNames = LANGUAGE_NAMES;

  protected readonly profile = httpResource<CitizenProfileView>(() => readOwnProfile.PATH);
  protected readonly loadProblem = computed(() => problemOf(this.profile.error()));
  protected readonly isAllConfirmed = computed(() => {
    if (!this.profile.hasValue()) return false;
    const { phone, phoneConfirmed, email, emailConfirmed } = this.profile.value();
    return (phone !== null || email !== null) && (phone === null || phoneConfirmed) && (email === null || emailConfirmed);
  });
  /** Filled in once; a profile read anew after a conflict must not overwrite what was typed. */
  private readonly model = linkedSignal<CitizenProfileView | null, DetailsModel>({
    source: () => (this.profile.hasValue() ? this.profile.value() : null),
    computation: (profile, before) => (before !== undefined && before.source !== null ? before.value : detailsModel(profile)),
  });
  protected readonly fields = form(this.model, (path) => {
    contactRules(path, () => (this.profile.hasValue() ? this.profile.value() : null));
  });
  protected readonly sending = new Submission(this.fields);

  constructor() {
    inject(LeaveQuickly).follow(() => false);
    effect(() => {
      if (this.profile.hasValue()) untracked(() => void this.goOn());
    });
  }

  /** Back from identifying anew: what was typed before stands there again, and is saved now. */
  private async goOn(): Promise<void> {
    const typed = this.kept.take('/my-details', this.model());
    if (typed === null) return;
    this.model.set(typed);
    await this.save(null);
  }

  protected async save(event: Event | null): Promise<void> {
    const isSaved = await this.sending.send(event, async (model) => {
      if (!this.profile.hasValue()) return;
      const profile = this.profile.value();
      const change = detailsChange(model, profile);
      if (change !== null) this.take(await this.api.change(profile.version, change));
    });
    if (isSaved) this.toaster.show(this.texts.translate('details.saved'));
    else if (this.sending.problem()?.code === 'VERSION_CONFLICT') this.profile.reload();
  }

  /** The number may come back in another form than it was typed. */
  protected take(profile: CitizenProfileView): void {
    this.profile.set(profile);
    this.model.set(detailsModel(profile));
  }
}
