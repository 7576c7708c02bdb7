import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { DatePicker, LabelledField, TimeInput } from '@vuoro/ui-shared';

/** Day, beginning and end, side by side where there is room. */
@Component({
  selector: 'app-entry-time',
  imports: [DatePicker, FormField, LabelledField, TimeInput, TranslocoPipe],
  template: `
    <div class="entry-time">
      <v-field class="entry-date entry-whole" [label]="'planning.date' | transloco" [of]="date()">
        <v-date-picker [formField]="date()" [earliest]="earliest()" />
      </v-field>
      <v-field class="entry-hour" [label]="'planning.from' | transloco" [of]="from()">
        <v-time-input [formField]="from()" />
      </v-field>
      <v-field class="entry-hour" [label]="'planning.to' | transloco" [of]="to()">
        <v-time-input [formField]="to()" />
      </v-field>
    </div>
  `,
  styleUrl: './entry-time.css',
})
export class EntryTime {
  readonly date = input.required<FieldTree<string>>();
  readonly from = input.required<FieldTree<string>>();
  readonly to = input.required<FieldTree<string>>();
  readonly earliest = input<string | null>(null);
}
