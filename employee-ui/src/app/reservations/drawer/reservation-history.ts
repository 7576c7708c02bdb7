import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { TimeFormat } from '@vuoro/ui-shared';
import type { ReservationEventView } from '@vuoro/ui-shared/api';
import { HistoryTexts } from '../history-texts';

@Component({
  selector: 'app-reservation-history',
  imports: [TranslocoPipe],
  template: `
    <h3 class="history-heading">{{ 'reservation.history.title' | transloco }}</h3>
    <ol class="history">
      @for (line of lines(); track $index) {
        <li>
          <strong>{{ line.what }}</strong>
          <span class="muted">{{ line.at }} · {{ line.who }}</span>
          @if (line.detail) {
            <span>{{ line.detail }}</span>
          }
        </li>
      }
    </ol>
  `,
  styleUrl: './reservation-history.css',
})
export class ReservationHistory {
  readonly events = input.required<readonly ReservationEventView[]>();

  private readonly texts = inject(HistoryTexts);
  private readonly format = inject(TimeFormat);

  /** Latest first: what happened last is what one looks for. */
  protected readonly lines = computed(() =>
    [...this.events()].reverse().map((event) => ({
      what: this.texts.what(event),
      who: this.texts.who(event),
      at: this.format.dateTime(event.at),
      detail: this.texts.detail(event),
    })),
  );
}
