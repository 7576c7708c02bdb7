import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { FieldControl, LabelledField } from '@vuoro/ui-shared';
import type { ContactModel } from './contact-model';

/** Phone, e-mail and the ways in which reminders come. */
@Component({
  selector: 'app-contact-fields',
  imports: [FieldControl, FormField, LabelledField, TranslocoPipe],
  templateUrl: './contact-fields.html',
})
export class ContactFields {
  readonly fields = input.required<FieldTree<ContactModel>>();
}
