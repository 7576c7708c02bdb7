import { Component, inject, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { uniqueId } from '@vuoro/ui-shared';
import type { AppointmentMode } from '@vuoro/ui-shared/api';
import { ReservationTexts } from './reservation-texts';

/** Which way of meeting it is, where the time has several. */
@Component({
  selector: 'app-mode-choice',
  imports: [TranslocoPipe],
  template: `
    @if (modes().length > 1) {
      <fieldset>
        <legend class="label">{{ 'schedule.entry.mode' | transloco }}</legend>
        <div class="row">
          @for (option of modes(); track option) {
            <label class="mode">
              <input type="radio" [name]="name" [checked]="mode() === option" (change)="mode.set(option)" />
              <span>{{ texts.mode(option) }}</span>
            </label>
          }
        </div>
      </fieldset>
    }
  `,
  styleUrl: './mode-choice.css',
})
export class ModeChoice {
  readonly modes = input.required<readonly AppointmentMode[]>();
  readonly mode = model.required<AppointmentMode>();

  protected readonly texts = inject(ReservationTexts);
  protected readonly name = uniqueId('mode');
}
