import { Component, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ReservationView } from '@vuoro/ui-shared/api';

/** The internal note as it stands, for those who may know it; others see no sign of it. */
@Component({
  selector: 'app-internal-note',
  imports: [TranslocoPipe],
  template: `
    @if (reservation().mayChangeInternalNote) {
      <h3 class="internal-note-heading">{{ 'reservation.internalNote.title' | transloco }}</h3>
      @if (reservation().internalNote; as note) {
        <p class="internal-note">{{ note }}</p>
      } @else {
        <p class="muted">{{ 'reservation.internalNote.none' | transloco }}</p>
      }
      <button type="button" class="button button-small" (click)="changeAsked.emit()">
        {{ (reservation().internalNote === null ? 'reservation.internalNote.write' : 'reservation.internalNote.edit') | transloco }}
      </button>
    }
  `,
  styleUrl: './internal-note.css',
})
export class InternalNote {
  readonly reservation = input.required<ReservationView>();
  readonly changeAsked = output();
}
