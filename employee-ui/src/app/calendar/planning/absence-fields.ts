import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { DatePicker, LabelledField } from '@vuoro/ui-shared';
import { EntryTime } from './entry-time';
import { NewEntryDraft } from './new-entry-draft';

/** Whole days or hours of absence. Why is not asked: only that somebody is away is told and kept. */
@Component({
  selector: 'app-absence-fields',
  imports: [DatePicker, EntryTime, FormField, LabelledField, TranslocoPipe],
  templateUrl: './absence-fields.html',
  styleUrl: './entry-time.css',
})
export class AbsenceFields {
  protected readonly draft = inject(NewEntryDraft);

  protected count(wholeDays: boolean): void {
    this.draft.form.wholeDays().value.set(wholeDays);
  }
}
