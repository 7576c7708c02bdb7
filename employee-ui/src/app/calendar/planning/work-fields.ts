import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, FieldControl, LabelledField, Loading } from '@vuoro/ui-shared';
import { EntryTime } from './entry-time';
import { NewEntryDraft } from './new-entry-draft';

/** Work without clients: what, when, in which room, and who else takes part. */
@Component({
  selector: 'app-work-fields',
  imports: [EntryTime, ErrorState, FieldControl, FormField, LabelledField, Loading, TranslocoPipe],
  templateUrl: './work-fields.html',
  styleUrl: './offer-fields.css',
})
export class WorkFields {
  protected readonly draft = inject(NewEntryDraft);

  protected toggle(id: string): void {
    const { value } = this.draft.form.participantIds();
    value.update((chosen) => (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]));
  }
}
