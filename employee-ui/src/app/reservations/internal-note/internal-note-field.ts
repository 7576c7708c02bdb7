import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { FieldControl, LabelledField } from '@vuoro/ui-shared';

/** As the server has it. */
export const LONGEST_INTERNAL_NOTE = 1000;

/** Where an internal note is written, with the words of who sees it. */
@Component({
  selector: 'app-internal-note-field',
  imports: [FieldControl, FormField, LabelledField, TranslocoPipe],
  template: `
    <v-field [label]="'reservation.internalNote.title' | transloco" [hint]="'reservation.internalNote.hint' | transloco" [of]="note()">
      <textarea vControl class="input" [rows]="rows()" [formField]="note()"></textarea>
    </v-field>
  `,
})
export class InternalNoteField {
  readonly note = input.required<FieldTree<string>>();
  readonly rows = input(2);
}
