import { Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ErrorState, ErrorTexts, FieldControl, LabelledField, Language, Loading, ServerNow, TimeFormat, dateOf } from '@vuoro/ui-shared';
import { CalendarState } from '../calendar-state';
import { EntryTime } from './entry-time';
import { endByLength } from './new-entry';
import { NewEntryDraft } from './new-entry-draft';
import { TypeChoice } from './type-choice';

/** Time on offer: for which types, where, when, and with whom. */
@Component({
  selector: 'app-offer-fields',
  imports: [EntryTime, ErrorState, FieldControl, FormField, LabelledField, Loading, TranslocoPipe, TypeChoice],
  templateUrl: './offer-fields.html',
  styleUrl: './offer-fields.css',
})
export class OfferFields {
  private readonly calendar = inject(CalendarState);
  private readonly format = inject(TimeFormat);
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly errors = inject(ErrorTexts);
  private readonly now = inject(ServerNow);
  protected readonly draft = inject(NewEntryDraft);
  protected readonly today = computed(() => dateOf(this.now.minute()));

  /** When it ends if no end is given; types of different lengths end at different times. */
  protected readonly endHint = computed(() => {
    this.language.current();
    const lengths = [...new Set(this.draft.chosenTypes().map(({ durationMinutes }) => durationMinutes))].sort((a, b) => a - b);
    const ends = lengths.flatMap((minutes) => endByLength(this.draft.model(), minutes) ?? []).map((iso) => this.format.time(iso));
    return ends.length === 0
      ? this.texts.translate('planning.offer.byLength')
      : this.texts.translate('planning.offer.endsAt', { ends: ends.join(' / ') });
  });
  protected readonly typesError = computed(() => {
    const field = this.draft.form.typeIds();
    const [error] = field.errors();
    return field.touched() && error !== undefined ? this.errors.of(error) : '';
  });
  /** Nobody can book it before the person is free: better said now than wondered at later. */
  protected readonly isTakenThen = computed(() => {
    const entry = this.draft.model();
    const longest = Math.max(0, ...this.draft.chosenTypes().map(({ durationMinutes }) => durationMinutes));
    const startsAt = endByLength(entry, 0);
    const endsAt = endByLength(entry, Math.max(longest, 1));
    return startsAt !== null && endsAt !== null && this.calendar.isTaken(entry.employeeId, { start: startsAt, end: endsAt });
  });

  protected chooseUnit(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.draft.chooseUnit(event.target.value);
  }
}
