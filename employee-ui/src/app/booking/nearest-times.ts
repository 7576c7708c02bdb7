import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { TimeFormat } from '@vuoro/ui-shared';
import type { EmployeeFreeTimeView } from '@vuoro/ui-shared/api';
import { namesOf } from '../reservations/proposed-move';

/** What can be had instead of a time that somebody else has. */
@Component({
  selector: 'app-nearest-times',
  imports: [TranslocoPipe],
  template: `
    @if (times().length > 0) {
      <p>{{ 'reservation.move.alternatives' | transloco }}</p>
      <div class="row">
        @for (time of times(); track time.id) {
          <button type="button" class="button button-small" (click)="timeChosen.emit(time)">
            {{ format.range(time.startsAt, time.endsAt) }} · {{ who(time) }}
          </button>
        }
        <button type="button" class="button button-small button-quiet" (click)="othersAsked.emit()">
          {{ 'booking.findOthers' | transloco }}
        </button>
      </div>
    } @else {
      <button type="button" class="button button-small" (click)="othersAsked.emit()">{{ 'booking.findOthers' | transloco }}</button>
    }
  `,
})
export class NearestTimes {
  readonly times = input.required<readonly EmployeeFreeTimeView[]>();
  readonly timeChosen = output<EmployeeFreeTimeView>();
  readonly othersAsked = output();
  protected readonly format = inject(TimeFormat);

  /** Another employee must not be chosen without being seen. */
  protected who(time: EmployeeFreeTimeView): string {
    return namesOf(time.employees);
  }
}
